import { builder } from './builder.ts';
import './scalars.ts';
import './accounts/schema.ts';
import './accounts/sessions-schema.ts';
import './accounts/projects.ts';
import './definitions/schema.ts';
import './ingest/schema.ts';
import './stats/inputs.ts';
import './stats/schema.ts';
import './stats/funnel/schema.ts';
import './stats/paths/schema.ts';
import './stats/periods/schema.ts';
import './stats/attribution/schema.ts';
import './stats/properties/schema.ts';
import './events/delete-schema.ts';
import './events/schema.ts';
import './evidence/schema.ts';
import './insights/schema.ts';
import './chat/schema.ts';
import './chat/threads-schema.ts';
import './ingest/report/rejections-schema.ts';
import './ingest/report/schema.ts';
import './ingest/report/blocklist-schema.ts';
import './live/schema.ts';
import './webhooks/schema.ts';
import './webhooks/delivery-mutations.ts';
import './webhooks/mutations.ts';

builder.queryType({ description: 'What can be asked.' });
builder.mutationType({ description: 'What can be changed.' });
builder.subscriptionType({ description: 'What can be watched, over graphql-ws or SSE.' });

/** The executable schema. */
export const schema = builder.toSchema();

schema.description = `Product and web analytics. To begin with: \`register\` and \`login\` sign in, \`createProject\` makes a site
or an app and its write key, \`trackEvents\` sends events, \`Project.stats\` answers with numbers, \`Project.funnel\`,
\`retention\` and \`paths\` with what visitors do, \`Project.events\` lists single events, \`Subscription.stats\` and
\`eventTracked\` are live, \`Project.insights\` and \`askQuestion\` say in words what the numbers show.`;
