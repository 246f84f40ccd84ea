import { createHash } from 'node:crypto';
import http from 'node:http';

// A client of its own process: `load.ts '{"port":…}'` sends for some seconds and prints what it measured as JSON.

/** What to send, and how. */
export interface Load {
  port: number;
  writeKey: string;
  /** `health` and `typename` send nothing: the least that a request takes. */
  door: 'graphql' | 'rest' | 'health' | 'typename';
  connections: number;
  /** Events of a request. */
  batch: number;
  seconds: number;
  /** Events a second; as many as are taken when absent. */
  rate?: number;
}

export interface LoadResult {
  /** Acknowledged. */
  events: number;
  requests: number;
  failed: number;
  /** What the first one that failed was told. */
  failure: string | null;
  seconds: number;
  p50: number;
  p99: number;
}

const AGENTS = [
  'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/126.0.0.0 Safari/537.36',
  'Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.5 Mobile/15E148 Safari/604.1',
];
const PAGES = 2_000;
const VISITORS = 20_000;
const MUTATION =
  'mutation Track($input: TrackEventsInput!) { trackEvents(input: $input) { accepted rejected { code } } }';

/** The nth event: one visitor in 20,000, popular and rare pages, one in seven a custom event with properties. */
function event(n: number): object {
  const random = createHash('md5').update(String(n)).digest().readUInt32BE(0) / 2 ** 32;
  const visitor = Math.floor(random * VISITORS);
  return {
    visitorId: `visitor-${visitor}`,
    url: `https://shop.example/page/${1 + Math.floor(((n * 0.618) % 1) ** 3 * PAGES)}`,
    referrer: visitor % 5 ? 'https://www.google.com/' : null,
    context: { userAgent: AGENTS[visitor % 2] },
    ...(n % 7 === 0 ? { name: 'add_to_cart', properties: { sku: `s${n % 50}`, price: 19.9 } } : {}),
  };
}

/** What is sent through a door, and what its answer has in it where it is a good one. */
function requestOf(door: Load['door'], writeKey: string, batch: number, next: () => object) {
  if (door === 'health') return { path: '/health', method: 'GET', body: '', says: 'alive' };
  if (door === 'typename')
    return { path: '/graphql', method: 'POST', body: '{"query":"{ __typename }"}', says: '"Query"' };
  const input = { writeKey, events: Array.from({ length: batch }, next) };
  const says = `"accepted":${batch}`;
  if (door === 'rest') return { path: '/api/events', method: 'POST', body: JSON.stringify(input), says };
  const body = JSON.stringify({ query: MUTATION, variables: { input } });
  return { path: '/graphql', method: 'POST', body, says };
}

async function run({ port, writeKey, door, connections, batch, seconds, rate }: Load): Promise<LoadResult> {
  const agent = new http.Agent({ keepAlive: true, maxSockets: connections });
  const times: number[] = [];
  let [sent, failed, n] = [0, 0, 0];
  let failure: string | null = null;
  const fail = (why: string): void => {
    failed++;
    failure ??= why.slice(0, 300);
  };
  const started = performance.now();
  const until = started + seconds * 1000;

  function post(): Promise<void> {
    const { path, method, body, says } = requestOf(door, writeKey, batch, () => event(n++));
    const begun = performance.now();
    return new Promise((resolve) => {
      const request = http.request(
        {
          port,
          agent,
          method,
          path,
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        },
        (response) => {
          let text = '';
          response.setEncoding('utf8').on('data', (part: string) => {
            text += part;
          });
          response.on('end', () => {
            times.push(performance.now() - begun);
            if (text.includes(says)) sent += batch;
            else fail(text);
            resolve();
          });
        },
      );
      request.on('error', (error) => {
        fail(String(error));
        resolve();
      });
      request.end(body);
    });
  }

  async function client(index: number): Promise<void> {
    for (let turn = 0; performance.now() < until; turn++) {
      if (rate) {
        const due = started + ((turn * connections + index) * batch * 1000) / rate;
        const wait = due - performance.now();
        if (wait > 0) await new Promise((resolve) => setTimeout(resolve, wait));
      }
      await post();
    }
  }
  await Promise.all(Array.from({ length: connections }, (_, index) => client(index)));
  agent.destroy();
  times.sort((a, b) => a - b);
  const at = (share: number) => times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
  return {
    events: sent,
    requests: times.length,
    failed,
    failure,
    seconds: (performance.now() - started) / 1000,
    p50: at(0.5),
    p99: at(0.99),
  };
}

if (process.argv[2]) console.log(JSON.stringify(await run(JSON.parse(process.argv[2]) as Load)));
