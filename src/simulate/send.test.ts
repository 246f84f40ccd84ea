import { once } from 'node:events';
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { createApi } from './api.ts';
import { type Batch, packed } from './batches.ts';
import { noCounts, sendAll } from './send.ts';
import { shop } from './shop.ts';
import { traffic } from './traffic.ts';

// A server that has its troubles: each answer is what the next one of its list says, then all is well.

interface Reply {
  status?: number;
  headers?: Record<string, string>;
  body?: unknown;
  /** Hangs up instead of answering. */
  hangUp?: true;
}

const failing = (code: string, message = 'No.'): Reply => ({
  body: { data: null, errors: [{ message, extensions: { code } }] },
});
const stored = (accepted: number, duplicates = 0, rejected: unknown[] = []): Reply => ({
  body: { data: { trackEvents: { accepted, duplicates, rejected } } },
});

let server: Server | undefined;
afterEach(() => server?.close());

interface Seen {
  headers: IncomingMessage['headers'];
  input: { writeKey?: string; projectId?: string; events: { id: string }[] };
}

async function start(replies: Reply[]): Promise<{ url: string; seen: Seen[] }> {
  const seen: Seen[] = [];
  server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk);
    const { input } = JSON.parse(Buffer.concat(chunks).toString()).variables;
    seen.push({ headers: request.headers, input });
    const reply = replies.shift() ?? stored(input.events.length);
    if (reply.hangUp) return void request.socket.destroy();
    response.writeHead(reply.status ?? 200, reply.headers).end(JSON.stringify(reply.body ?? {}));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen };
}

const FROM = Date.parse('2026-06-01T10:00:00Z');
const events = [
  ...traffic({ site: shop, seed: 1, timeZone: 'UTC', visitsPerDay: 300, from: FROM, to: FROM + 21_600_000 }),
];
const batches: readonly Batch[] = [...packed(events)];

async function run(
  replies: Reply[],
  change: { url?: string; signal?: AbortSignal; sent?: readonly Batch[] } = {},
) {
  const { url, seen } = await start(replies);
  const counts = noCounts();
  const pauses: number[] = [];
  const end = await sendAll(change.sent ?? batches, {
    api: createApi(change.url ?? url),
    sender: { writeKey: 'wk_test' },
    counts,
    signal: change.signal ?? new AbortController().signal,
    wait: async (milliseconds) => void pauses.push(milliseconds),
    onAnswer: () => undefined,
  }).catch((error: unknown) => error);
  return { seen, counts, pauses, end };
}

describe('sendAll', () => {
  it('sends each event once, each batch with its country and the write key', async () => {
    const { seen, counts, end } = await run([]);
    expect(end).toBeUndefined();
    expect(counts).toMatchObject({ sent: events.length, stored: events.length, duplicates: 0, retries: 0 });
    expect(seen.flatMap(({ input }) => input.events.map(({ id }) => id)).toSorted()).toEqual(
      events.map(({ input }) => input.id).toSorted(),
    );
    expect(seen.map(({ headers }) => headers['cf-ipcountry']).toSorted()).toEqual(
      batches.map(({ country }) => country).toSorted(),
    );
    expect(seen.every(({ input }) => input.writeKey === 'wk_test')).toBe(true);
  });

  it.each<[string, Reply]>([
    ['is overloaded', failing('OVERLOADED')],
    ['limits the rate', failing('RATE_LIMITED')],
    ['is behind a proxy that has lost it', { status: 502 }],
    ['hangs up', { hangUp: true }],
  ])('sends the same events again where the server %s', async (_what, reply) => {
    const [only] = batches;
    const { seen, counts, pauses, end } = await run([reply, reply], { sent: only ? [only] : [] });
    expect(end).toBeUndefined();
    expect(counts).toMatchObject({ sent: only?.events.length, retries: 2 });
    expect(seen[2]?.input.events).toEqual(seen[0]?.input.events);
    expect(seen).toHaveLength(3);
    // 250 ms, then 500, each by chance a quarter less at most.
    expect(pauses.map((pause) => Math.ceil(pause / 250))).toEqual([1, 2]);
  });

  it('waits as long as the server wants', async () => {
    const { pauses } = await run([{ status: 429, headers: { 'retry-after': '7' } }]);
    expect(pauses).toEqual([7_000]);
  });

  it('counts what was stored before, and why events were rejected', async () => {
    const rejected = ['first', 'second'].map((message) => ({ code: 'INVALID', field: null, message }));
    const { counts } = await run([stored(1, 2, rejected)], { sent: batches.slice(0, 1) });
    expect(counts).toMatchObject({ stored: 1, duplicates: 2 });
    expect(counts.rejected).toEqual(new Map([['INVALID', { count: 2, message: 'first' }]]));
  });

  it('ends at once when it is refused', async () => {
    const { seen, end } = await run(Array(8).fill(failing('UNAUTHENTICATED', 'No such key.')));
    expect(end).toMatchObject({ code: 'UNAUTHENTICATED', message: 'No such key.' });
    expect(seen.length).toBeLessThanOrEqual(4);
  });

  it('gives up where nobody is there for minutes', async () => {
    const { pauses, end } = await run([], { url: 'http://127.0.0.1:1', sent: batches.slice(0, 1) });
    expect(end).toMatchObject({ code: 'UNREACHABLE' });
    const minutes = pauses.reduce((sum, pause) => sum + pause, 0) / 60_000;
    expect(minutes).toBeGreaterThan(1.5);
    expect(minutes).toBeLessThan(3);
  });

  it('sends nothing more when it is interrupted', async () => {
    const { seen, end } = await run([], { signal: AbortSignal.abort() });
    expect({ end, seen }).toEqual({ end: undefined, seen: [] });
  });
});
