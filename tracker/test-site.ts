import { EventEmitter, once } from 'node:events';
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import type { TrackedEvent } from './src/api.ts';

const PATIENCE_MS = 15_000;

/** What the tracker posted in one request, and how. */
export interface Delivery {
  writeKey: string;
  sentAt: string;
  events: TrackedEvent[];
  contentType: string | undefined;
  /** `cors` for fetch, `no-cors` for sendBeacon. */
  mode: string | undefined;
  status: number | 'dropped';
  /** Bytes of the body. */
  size: number;
}

/** A page of the test site: the tracker's tag gets `attributes`, the rest stands in the body. */
export interface TestPage {
  title?: string;
  attributes?: string;
  beforeScript?: string;
  body?: string;
}

/** A site at 127.0.0.1 whose tracker is served from, and sends to, `localhost` on another port. */
export interface TestSite {
  origin: string;
  collector: string;
  deliveries: Delivery[];
  preflights: number;
  page(path: string, page: TestPage): void;
  /** The answers to the next deliveries, in order; 202 once they are used up. */
  answer(...statuses: Delivery['status'][]): void;
  /** The body of the answers that are not refusals. */
  say(answer: object): void;
  /** What a server would have stored, an id once, as soon as it is `count` events; throws when they do not come. */
  events(count: number): Promise<TrackedEvent[]>;
  /** The first `count` deliveries, repeated ones among them; throws when they do not come. */
  delivered(count: number): Promise<Delivery[]>;
  close(): Promise<void>;
}

/** Starts the two servers on free ports of 127.0.0.1. */
export async function openSite(trackerSource: string): Promise<TestSite> {
  const arrivals = new EventEmitter();
  const pages = new Map<string, TestPage>();
  const answers: Delivery['status'][] = [];
  let said: object = { accepted: 1, duplicates: 0, rejected: [] };

  const servers = [createServer(handle), createServer(handle)] as const;
  const [sitePort, collectorPort] = await Promise.all(servers.map(listen));

  const site: TestSite = {
    origin: `http://127.0.0.1:${sitePort}`,
    collector: `http://localhost:${collectorPort}`,
    deliveries: [],
    preflights: 0,
    page: (path, page) => void pages.set(path, page),
    answer: (...statuses) => void answers.push(...statuses),
    say: (answer) => {
      said = answer;
    },
    events: (count) => arrived(count, storedEvents),
    delivered: (count) => arrived(count, () => site.deliveries),
    close: async () => {
      for (const server of servers) server.closeAllConnections();
      await Promise.all(servers.map((server) => server.close()));
    },
  };

  function storedEvents(): TrackedEvent[] {
    const ids = new Set<string>();
    const events = site.deliveries.flatMap((delivery) => delivery.events);
    return events.filter(({ id }) => !ids.has(id) && ids.add(id));
  }

  async function arrived<T>(count: number, list: () => T[]): Promise<T[]> {
    const signal = AbortSignal.timeout(PATIENCE_MS);
    while (list().length < count) {
      await once(arrivals, 'delivery', { signal }).catch(() => {
        throw new Error(`expected ${count}, received ${list().length}: ${JSON.stringify(site.deliveries)}`);
      });
    }
    return [...list()];
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname } = new URL(request.url ?? '/', site.origin);
    // A cookie that the tracker must not take, and the only header that a browser needs to show the answer.
    response.setHeader('set-cookie', 'planted=1; Path=/');
    response.setHeader('access-control-allow-origin', '*');
    if (request.method === 'OPTIONS') {
      site.preflights += 1;
      response.writeHead(204).end();
    } else if (pathname === '/api/events') {
      await receive(request, response);
    } else if (pathname === '/tracker.js') {
      response.removeHeader('set-cookie');
      response.setHeader('content-type', 'text/javascript').end(trackerSource);
    } else {
      response.removeHeader('set-cookie');
      response.setHeader('content-type', 'text/html; charset=utf-8').end(render(pages.get(pathname)));
    }
  }

  async function receive(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const status = answers.shift() ?? 202;
    const sent = await text(request);
    const body = JSON.parse(sent) as Pick<Delivery, 'writeKey' | 'sentAt' | 'events'>;
    site.deliveries.push({
      ...body,
      contentType: request.headers['content-type'],
      mode: request.headers['sec-fetch-mode']?.toString(),
      status,
      size: Buffer.byteLength(sent),
    });
    if (status === 'dropped') request.socket.destroy();
    else response.writeHead(status).end(JSON.stringify(said));
    arrivals.emit('delivery');
  }

  function render(page: TestPage | undefined): string {
    const { title = 'Elsewhere', attributes = '', beforeScript = '', body = '' } = page ?? {};
    const script = page
      ? `<script defer src="${site.collector}/tracker.js" data-write-key="key-1" ${attributes}></script>`
      : '';
    return `<!doctype html><html lang="en"><head><link rel="icon" href="data:,"><title>${title}</title>
      ${beforeScript}${script}</head><body>${body}</body></html>`;
  }

  return site;
}

async function listen(server: Server): Promise<number> {
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return (server.address() as AddressInfo).port;
}
