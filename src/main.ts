import './production.ts';
import { readFile } from 'node:fs/promises';
import { setTimeout as delay } from 'node:timers/promises';
import type { Logger } from 'pino';
import { createAttempts } from './accounts/attempts.ts';
import { createApp } from './app.ts';
import { onStop, type StopSignal } from './command.ts';
import { ConfigurationError, type Env, processEnv } from './env.ts';
import { loadTracker } from './http/tracker.ts';
import type { OnStored } from './ingest/batch.ts';
import { parseSpamList } from './ingest/blocklist.ts';
import { openGeoDatabase } from './ingest/enrich/geo.ts';
import { queueOf } from './ingest/queue/open.ts';
import { type QueueWorker, startWorker } from './ingest/queue/worker.ts';
import { connectSharedCounts, createRateLimits, type RateLimits } from './ingest/rate-limit.ts';
import { installJobs } from './jobs/install.ts';
import { createJobs } from './jobs/worker.ts';
import { connectBus } from './live/bus.ts';
import { databaseIdentity } from './live/sql.ts';
import { openLlm } from './llm/open.ts';
import { createLog } from './log.ts';
import { explain } from './startup.ts';
import { type Cache, connectRedisCache, createMemoryCache, createNoCache } from './store/cache.ts';
import { openDatabase } from './store/database.ts';
import { jwtSecret } from './store/secret.ts';
import { divide, type Store } from './store/store.ts';
import { welcome } from './welcome.ts';

// How long a server that lost its database for good finishes what it has, in milliseconds.
const LONGEST_DRAIN = 15_000;
const MEMORY_CACHE = 32 * 1024 * 1024;

/** The first signal to stop. Later ones change nothing: npm passes a Ctrl-C on that has arrived already, and draining ends. */
const stopSignal = (): Promise<StopSignal> => new Promise(onStop);

/** Where answers are kept: in Redis, where all servers share them, else in this process. */
function openCache(env: Env, shared: Shared | null, log: Logger): Cache {
  if (env.RESULT_CACHE === 'off') return createNoCache();
  return shared ? connectRedisCache(shared.url, shared.database, log) : createMemoryCache(MEMORY_CACHE);
}

/** A Redis that the servers of a database share. */
interface Shared {
  url: string;
  /** What tells the database from others that use the same Redis. */
  database: string;
}

const sharedOf = async ({ REDIS_URL: url }: Env, { pool }: Store): Promise<Shared | null> =>
  url ? { url, database: await databaseIdentity(pool) } : null;

const rateLimitsOf = (env: Env, secret: string, log: Logger): RateLimits =>
  createRateLimits({
    perKey: env.RATE_LIMIT_KEY,
    perAddress: env.RATE_LIMIT_ADDRESS,
    now: Date.now,
    shared: env.REDIS_URL && env.ROLE !== 'worker' ? connectSharedCounts(env.REDIS_URL, secret, log) : null,
  });

const workerOf =
  (url: string, store: Store, lanes: number, log: Logger) =>
  (onStored: OnStored): QueueWorker =>
    startWorker({ url, store, lanes, log, onStored });

async function loadSpamList(path: string): Promise<Set<string>> {
  try {
    return parseSpamList(await readFile(path, 'utf8'));
  } catch (error) {
    throw new ConfigurationError(`REFERRER_SPAM_LIST cannot be read: ${(error as Error).message}`);
  }
}

/** Asks for nothing with a key that nobody has: what Yoga and Prisma do once took a quarter of a second of the first question. */
async function rehearse(url: string): Promise<void> {
  const asked = fetch(`${url}/graphql`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: 'Bearer sk_nobody' },
    body: JSON.stringify({ query: '{ __typename }' }),
  });
  await asked.then((answer) => answer.text()).catch(() => undefined);
}

async function start(env: Env): Promise<void> {
  // From the beginning: a signal while it starts must not leave Postgres running behind it.
  const stopped = stopSignal();
  const log = createLog(env);
  const database = await openDatabase(env, log);
  try {
    await installJobs(database.store);
    const shared = await sharedOf(env, database.store);
    const cache = openCache(env, shared, log);
    const queue = await queueOf(env, log);
    const lanes = divide(env.DATABASE_POOL_SIZE).ingest;
    const secret = env.JWT_SECRET ?? (await jwtSecret(env.DATA_DIR));
    const app = createApp({
      store: database.store,
      databaseTrouble: database.trouble,
      log,
      cache,
      segments: {
        maxBytes: env.SEGMENT_MEMORY * 1024 * 1024,
        scanners: env.SCAN_THREADS,
        statementTimeout: env.STATEMENT_TIMEOUT,
      },
      jwtSecret: secret,
      rateLimits: rateLimitsOf(env, secret, log),
      attempts: createAttempts({
        redisUrl: env.ROLE === 'worker' ? null : (env.REDIS_URL ?? null),
        secret,
        log,
        registrations: env.RATE_LIMIT_REGISTRATION,
      }),
      tracker: await loadTracker(new URL('../dist/tracker.js', import.meta.url)),
      ...(env.GEOIP_DB ? { locate: await openGeoDatabase(env.GEOIP_DB) } : {}),
      ...(shared ? { bus: await connectBus({ ...shared, log }) } : {}),
      queue,
      ...(queue && env.REDIS_URL && env.ROLE !== 'api'
        ? {
            startWorker: workerOf(env.REDIS_URL, { ...database.store, ...database.store.ingest }, lanes, log),
          }
        : {}),
      statusOnly: env.ROLE === 'worker',
      jobs: env.ROLE === 'api' ? null : createJobs,
      insights: env.INSIGHTS === 'on',
      webhooks: { privateAddresses: env.WEBHOOK_PRIVATE_ADDRESSES },
      ...(env.REFERRER_SPAM_LIST ? { spam: await loadSpamList(env.REFERRER_SPAM_LIST) } : {}),
      oldestEvent: env.OLDEST_EVENT,
      registrationOpen: env.REGISTRATION === 'open',
      trustProxy: { ...env.TRUST_PROXY, header: env.CLIENT_ADDRESS_HEADER?.toLowerCase() ?? null },
      graphiql: env.GRAPHIQL,
      introspection: env.INTROSPECTION,
      corsOrigins: env.CORS_ORIGINS,
      allowedHosts: [...env.ALLOWED_HOSTS, env.HOST],
      connections: { connections: env.MAX_CONNECTIONS, perAddress: env.CONNECTIONS_PER_ADDRESS },
      llm: openLlm(env),
      llmDailyTokens: {
        project: env.LLM_DAILY_TOKENS,
        ...(env.LLM_DAILY_TOKENS_ORGANIZATION === undefined
          ? {}
          : { organization: env.LLM_DAILY_TOKENS_ORGANIZATION }),
        ...(env.LLM_DAILY_TOKENS_SERVER === undefined ? {} : { server: env.LLM_DAILY_TOKENS_SERVER }),
      },
      lanes,
    });
    // What starts with the first question would make it wait for a second and more.
    const [users] = await Promise.all([
      database.store.prisma.user.count(),
      env.ROLE === 'worker' ? null : app.warm(),
    ]);
    const port = await app.listen(env.PORT, env.HOST);
    const url = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
    if (env.ROLE !== 'worker') await rehearse(url);
    console.log(
      env.ROLE === 'worker' ? `storing events; status on ${url}/ready` : `listening on ${url}/graphql`,
    );
    if (users === 0 && env.ROLE !== 'worker') console.log(welcome(url));

    const end = await Promise.race([stopped, database.lost]);
    if (end instanceof Error) {
      log.fatal({ err: end }, 'the database does not start again; stopping');
      // What waits for the database is lost with it, and was not acknowledged.
      await Promise.race([app.drain(), delay(LONGEST_DRAIN)]);
      throw end;
    }
    log.info({ signal: end }, 'stopping');
    await app.drain();
  } finally {
    await database.close();
  }
}

try {
  await start(processEnv());
  process.exit(0);
} catch (error) {
  console.error(explain(error));
  process.exit(1);
}
