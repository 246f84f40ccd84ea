import { parse } from 'graphql';
import { costOf } from '../src/http/cost.ts';
import { schema } from '../src/schema.ts';

const ALL =
  'visitors visits pageviews events bounceRate visitDuration viewsPerVisit revenue { currency amount }';
const by = ['PATH', 'ENTRY_PATH', 'EXIT_PATH', 'SOURCE', 'CHANNEL', 'COUNTRY', 'DEVICE', 'BROWSER'];
const dash = (
  first: number,
) => `query($id: ID!) { project(id:$id) { id name currentVisitors stats(range:{preset:LAST_30_DAYS} compare: PREVIOUS_PERIOD) {
 start end totals { ${ALL} } previous { totals { ${ALL} } timeseries { start metrics { visitors pageviews } } } timeseries { start metrics { ${ALL} } }
 ${by.map((d) => `${d.toLowerCase()}: breakdown(by: ${d}, first: ${first}) { value metrics { ${ALL} } }`).join('\n')} } } }`;
const show = (name: string, q: string, variables: object = { id: 'x' }) =>
  console.log(name, costOf(schema as never, parse(q) as never, { query: q, variables } as never), q.length);
show('dash 10', dash(10));
show('dash 100', dash(100));
show('dash 1000', dash(1000));
const node =
  'id eventId type name timestamp visitorId url path referrer title revenue { currency amount } properties source channel country device browser os';
show('events 50', `query($id: ID!){project(id:$id){events(first:50){nodes{${node}}}}}`);
show(
  'events 1000',
  `query($id: ID!){project(id:$id){events(first:1000){totalCount pageInfo{endCursor hasNextPage} nodes{${node}}}}}`,
);
show(
  'events 1000 edges',
  `query($id: ID!){project(id:$id){events(first:1000){edges{cursor node{${node}}}}}}`,
);
show(
  'defs 1000',
  `query($id: ID!){project(id:$id){eventDefinitions(first:1000){nodes{id name label volume30d}}}}`,
);
show('all projects', `{viewer{user{id} organizations{id projects{id name stats{totals{visitors}}}}}}`);
show('login', 'mutation{login(input:{email:"a",password:"b"}){accessToken user{id}}}');
