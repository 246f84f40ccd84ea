import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Logger } from 'pino';
import { createAccounts } from './accounts/accounts.ts';
import { type Attempts, unlimitedAttempts } from './accounts/attempts.ts';
import { createPasswords } from './accounts/passwords.ts';
import { createRecent } from './accounts/recent.ts';
import { createSessions } from './accounts/sessions.ts';
import { ANONYMOUS, type Viewer } from './accounts/viewer.ts';
import type { Context, RequestInfo, Services } from './context.ts';
import {
  CONNECTION_LIMITS,
  type ConnectionLimits,
  createPlaces,
  limitConnections,
  SERVER_OPTIONS,
} from './http/connections.ts';
import { createGraphiqlPage } from './http/graphiql-page.ts';
import { createOrigins } from './http/origin.ts';
import { createRoutes } from './http/routes.ts';
import { runDocument } from './http/run-document.ts';
import { createStatusRoutes } from './http/status.ts';
import type { Tracker } from './http/tracker.ts';
import { serveWebSockets } from './http/websocket.ts';
import { createGraphqlServer } from './http/yoga.ts';
import type { OnStored } from './ingest/batch.ts';
import { clientAddress, LOCAL_PROXIES, type ProxyTrust } from './ingest/enrich/address.ts';
import type { Geography } from './ingest/enrich/geo.ts';
import { createGrowth } from './ingest/growth.ts';
import { createIngest } from './ingest/ingest.ts';
import type { Queue } from './ingest/queue/queue.ts';
import type { QueueWorker } from './ingest/queue/worker.ts';
import { noRateLimits, type RateLimits } from './ingest/rate-limit.ts';
import { createRejections } from './ingest/report/rejections.ts';
import { createSecondChance } from './ingest/second-chance.ts';
import { createWriter } from './ingest/writer.ts';
import { createInsights } from './insights/generate.ts';
import { createPhrase } from './insights/phrase.ts';
import { addJob, type Jobs } from './jobs/jobs.ts';
import { handlersOf, scheduleOf } from './jobs/schedule.ts';
import { type Bus, noBus } from './live/bus.ts';
import { createHub } from './live/hub.ts';
import { type DailyTokens, withBudget } from './llm/budget.ts';
import type { Llm } from './llm/llm.ts';
import { createEngine, type Engine } from './segments/engine.ts';
import type { Shape } from './segments/layout.ts';
import { sweepSegments } from './segments/sweep.ts';
import { createAnswers } from './stats/answers.ts';
import { createAsker } from './stats/asker.ts';
import { createStatsLoaders } from './stats/loader.ts';
import { type Cache, createMemoryCache } from './store/cache.ts';
import { createOutage } from './store/outage.ts';
import { purgeDeletedProjects } from './store/purge.ts';
import { run, sql } from './store/sql.ts';
import type { Store } from './store/store.ts';
import type { Caller } from './turns/caller.ts';
import { DEFAULT_SETTINGS, type WebhookSettings } from './webhooks/settings.ts';

// One for all projects that grow meanwhile.
const STATISTICS = { key: 'statistics', delay: 5_000, attempts: 3, priority: 2 };
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
// How long requests that are being answered may take once the server was told to stop.
const PATIENCE = 10_000;

export interface AppOptions {
  store: Store;
  log: Logger;
  jwtSecret: string;
  tracker: Tracker;
  /** The clock, in milliseconds since 1970; tests own theirs. */
  now?: () => number;
  /** Geography of an address, from a database file. */
  locate?: (address: string) => Geography | null;
  registrationOpen?: boolean;
  /** Whose headers say where a request comes from; proxies in private networks when absent. */
  trustProxy?: ProxyTrust;
  graphiql?: boolean;
  introspection?: boolean;
  /** Other sites whose pages may use the GraphQL API. */
  corsOrigins?: string[];
  /** Names besides those of loopback under which browsers reach the server without a proxy. */
  allowedHosts?: string[];
  /** What clients may hold of the server. */
  connections?: Partial<ConnectionLimits>;
  /** To the other servers of the database. */
  bus?: Bus;
  /** Milliseconds after which a socket is asked whether somebody is there, and as many for the answer. */
  keepAlive?: number;
  /** Milliseconds after which a socket is closed on which nobody signed in or asks anything. */
  idle?: number;
  /** Projects whose events are stored at the same time. */
  lanes?: number;
  /** Where events go; this process stores them itself when absent. */
  queue?: Queue | null;
  /** Answers nothing but whether it is alive and ready. */
  statusOnly?: boolean;
  /** Stores what is in the queue. */
  startWorker?: (onStored: OnStored) => QueueWorker;
  /** How many events who may send; any number when absent. */
  rateLimits?: RateLimits;
  /** How often who may try passwords, register and have test messages sent; as often as they like when absent. */
  attempts?: Attempts;
  /** The model that phrases insights and answers questions; none when absent. */
  llm?: Llm | null;
  /** The oldest instant of an event that is taken, in milliseconds; the start of 1995 when absent. */
  oldestEvent?: number;

  /** What may be spent of its tokens in a UTC day. */
  llmDailyTokens?: Partial<DailyTokens>;
  /** Hosts that no project wants as referrers. */
  spam?: ReadonlySet<string>;
  /** What is known to be wrong with the database now; null where nothing is. */
  databaseTrouble?: () => string | null;
  /** Where answers are kept; in this process when absent. */
  cache?: Cache;
  segments?: SegmentOptions;
  /** Makes what runs the jobs of the database; this process only adds some when absent. */
  jobs?: ((shared: { store: Store; log: Logger }) => Jobs) | null;
  webhooks?: Partial<WebhookSettings>;
  /** Whether projects are looked at every hour; they are when absent. */
  insights?: boolean;
}

export interface SegmentOptions {
  /** What segments may take of memory, in bytes. */
  maxBytes: number;
  /** How many threads scan them. */
  scanners: number;
  /** Seconds after which Postgres gives a statement of theirs up. */
  statementTimeout: number;
  /** Where days are put together and cut, in tests. */
  shape?: Shape;
}

const MEGABYTE = 1024 * 1024;
const SEGMENTS: SegmentOptions = { maxBytes: 256 * MEGABYTE, scanners: 1, statementTimeout: 30 };
const CACHE_BYTES = 32 * MEGABYTE;
const DAILY_TOKENS = 500_000;

/** Where nothing else is said, an organization has twice what a project has, and the server ten times. */
function dailyTokens({
  project = DAILY_TOKENS,
  organization,
  server,
}: Partial<DailyTokens> = {}): DailyTokens {
  return { project, organization: organization ?? 2 * project, server: server ?? 10 * project };
}

/** What an operation arrived with. */
type Arrival = Pick<IncomingMessage, 'headers' | 'socket'>;

/** Makes the context of an operation; by the Authorization header unless another one is given. */
type ContextOf = (request: Arrival, caller: Caller, authorization?: string | null) => Promise<Context>;

/** The whole server behind one port. */
export interface App extends Services {
  server: Server;
  engine: Engine;
  /** Starts what questions need, ahead of the first one. */
  warm(): Promise<void>;
  /** Begins to serve; resolves with the port. Rejects when the address cannot be had. */
  listen(port: number, host: string): Promise<number>;
  /** Stops taking work, finishes what was taken, and resolves when all of it is stored. */
  drain(): Promise<void>;
}

/** Puts the parts together; used by main, tests and benches alike. */
export function createApp(options: AppOptions): App {
  const { store, log, jwtSecret, now = Date.now, bus = noBus } = options;
  const outage = createOutage(log);
  const recent = createRecent(now);
  const hub = createHub({
    store,
    log,
    outage,
    now,
    bus,
    context: () => internal(ANONYMOUS, { background: true }),
    onRights: recent.forget,
  });
  const queue = options.queue ?? null;
  const inBackground = (what: string, work: () => Promise<unknown>) => () =>
    void work().catch((error: unknown) => log.error({ err: error }, `${what} failed`));
  // What a young project holds is counted long before autovacuum would.
  const growth = createGrowth(() =>
    inBackground('asking for statistics', () => addJob(store.pool, 'statistics', {}, STATISTICS))(),
  );
  const onStored: OnStored = (projectId, batch) => {
    hub.publish(projectId, batch);
    growth.stored(projectId, batch.events.length);
  };
  const ingestStore: Store = { ...store, ...store.ingest };
  const ingest = createIngest(ingestStore, {
    now,
    locate: options.locate ?? (() => null),
    intake: queue ?? createWriter(ingestStore, { lanes: options.lanes ?? 4, onStored }),
    ...(options.spam ? { spam: options.spam } : {}),
    ...(options.oldestEvent === undefined ? {} : { oldest: options.oldestEvent }),
  });
  const worker = options.startWorker?.(onStored) ?? null;
  const jobs = options.jobs?.({ store, log }) ?? null;
  const engine = createEngine({
    questions: store.questions,
    url: store.url,
    log,
    ...(options.segments ?? SEGMENTS),
  });
  const cache = options.cache ?? createMemoryCache(CACHE_BYTES);
  const askerOf = createAsker({ questions: store.questions, engine, cache, log });
  const ask: Context['ask'] = (document, variables, viewer, caller = {}) =>
    runDocument(yoga, document, variables, internal(viewer, caller));
  const llm = options.llm
    ? withBudget(options.llm, { store, now, limits: dailyTokens(options.llmDailyTokens) })
    : null;
  const sessions = createSessions(store, { jwtSecret, now, recent });
  const services: Services = {
    store,
    ask,
    llm,
    insights: createInsights({ ask, store, now, hub, phrase: createPhrase({ llm, log }) }),
    log,
    now,
    hub,
    ingest,
    rateLimits: options.rateLimits ?? noRateLimits,
    rejections: createRejections(store, { now, log }),
    queue,
    secondChance: createSecondChance(ingestStore, onStored),
    accounts: createAccounts(store, { now, recent, sessions }),
    sessions,
    passwords: createPasswords(),
    attempts: options.attempts ?? unlimitedAttempts,
    recent,
    jobs: { add: (task, payload, jobOptions) => addJob(store.pool, task, payload, jobOptions) },
    config: {
      registrationOpen: options.registrationOpen ?? true,
      trustProxy: options.trustProxy ?? LOCAL_PROXIES,
      webhooks: { ...DEFAULT_SETTINGS, ...options.webhooks },
    },
    purge: inBackground('removing what deleted projects left', () => purgeDeletedProjects(store)),
  };

  const contextFor = (request: RequestInfo, viewer: Viewer, caller: Caller): Context => {
    const answers = createAnswers(askerOf(caller));
    return { ...services, request, viewer, caller, answers, loaders: createStatsLoaders(answers) };
  };

  const contextOf: ContextOf = async (
    request,
    caller,
    authorization = request.headers.authorization ?? null,
  ) => contextFor(requestInfo(request), await services.accounts.authenticate(authorization), caller);

  const internal = (viewer: Viewer, caller: Caller): Context =>
    contextFor({ address: null, header: () => null }, viewer, caller);

  let draining = false;
  const unready = async (): Promise<string | null> => {
    if (draining) return 'the server is stopping';
    return run(store.pool, sql`select 1`).then(
      // A worker is what empties a queue that is full.
      // One project's events that cannot be stored are no reason to send the requests of all others away.
      () =>
        bus.broken() ??
        worker?.broken({ alone: options.statusOnly ?? false }) ??
        (options.statusOnly ? null : ingest.full()),
      () => options.databaseTrouble?.() ?? 'the database cannot be reached',
    );
  };

  const introspection = options.introspection ?? true;
  const yoga = createGraphqlServer(contextOf, {
    introspection,
    outage,
    onChange: () => {
      recent.forget();
      hub.rightsChanged();
    },
    log,
  });
  const limits = { ...CONNECTION_LIMITS, ...options.connections };
  const { patience } = limits;
  const door = {
    contextOf,
    outage,
    patience,
    origins: createOrigins({
      corsOrigins: options.corsOrigins ?? [],
      allowedHosts: options.allowedHosts ?? [],
      log,
    }),
    streams: createPlaces(limits.perAddress),
    addressOf: (request: Arrival) => addressOf(request, services.config.trustProxy),
  };
  const server = createServer(
    SERVER_OPTIONS,
    options.statusOnly
      ? createStatusRoutes(unready)
      : createRoutes({
          ...door,
          yoga,
          graphiql: (options.graphiql ?? true) ? createGraphiqlPage() : null,
          tracker: options.tracker,
          introspection,
          unready,
          log,
        }),
  );
  const endWatch = limitConnections(server, limits, log);
  const closeSockets = options.statusOnly
    ? async () => {}
    : serveWebSockets(server, yoga, {
        ...door,
        guard: hub.guard,
        ...(options.keepAlive ? { keepAlive: options.keepAlive } : {}),
        ...(options.idle ? { idle: options.idle } : {}),
      });
  const hourly = setInterval(
    inBackground('deleting expired salts', () => ingest.salts.expire()),
    HOUR,
  );
  const everyMinute = setInterval(
    inBackground('writing segments', () => sweepSegments(store.pool, engine)),
    MINUTE,
  );

  let drained: Promise<void> | undefined;
  async function drain(): Promise<void> {
    draining = true;
    clearInterval(hourly);
    clearInterval(everyMinute);
    endWatch();
    const closed = new Promise((resolve) => server.close(resolve));
    const jobsStopped = jobs?.stop();
    hub.close();
    await closeSockets();
    // A connection that is kept alive is idle, and can be closed, once its request is answered.
    const closing = setInterval(() => server.closeIdleConnections(), 20);
    await Promise.race([closed, new Promise((resolve) => setTimeout(resolve, PATIENCE).unref())]);
    clearInterval(closing);
    server.closeAllConnections();
    await jobsStopped;
    await ingest.drain();
    await services.rejections.close();
    await worker?.stop();
    queue?.close();
    services.rateLimits.close();
    services.attempts.close();
    await bus.close();
    await services.insights.stop();
    await engine.stop();
    cache.close();
  }

  return {
    ...services,
    server,
    engine,
    warm: () => engine.warm(),
    listen: (port, host) =>
      new Promise((resolve, reject) => {
        server.once('error', reject);
        server.listen(port, host, () => {
          server.off('error', reject);
          services.purge();
          jobs?.start(handlersOf(services), scheduleOf({ insights: options.insights ?? true }));
          resolve((server.address() as AddressInfo).port);
        });
      }),
    drain: () => {
      drained ??= drain();
      return drained;
    },
  };
}

/** Whose connections count together. */
function addressOf({ headers, socket }: Arrival, trustProxy: ProxyTrust): string {
  const get = (name: string) => [headers[name] ?? null].flat().join(', ') || null;
  return clientAddress({ get }, socket.remoteAddress ?? null, trustProxy) ?? '';
}

function requestInfo(request: Arrival): RequestInfo {
  return {
    address: request.socket.remoteAddress ?? null,
    header: (name) => {
      const value = request.headers[name.toLowerCase()];
      return (Array.isArray(value) ? value.join(', ') : value) ?? null;
    },
  };
}
