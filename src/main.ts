import './production.ts';
import type { Logger } from 'pino';
import { createApp } from './app.ts';
import { type Env, processEnv } from './env.ts';
import { loadTracker } from './http/tracker.ts';
import { openGeoDatabase } from './ingest/enrich/geo.ts';
import { connectBus } from './live/bus.ts';
import { createLog } from './log.ts';
import { explain } from './startup.ts';
import { type Cache, connectRedisCache, createMemoryCache, createNoCache } from './store/cache.ts';
import { openDatabase } from './store/database.ts';
import { jwtSecret } from './store/secret.ts';
import { welcome } from './welcome.ts';

const MEMORY_CACHE = 32 * 1024 * 1024;

/** The first signal to stop. Later ones change nothing: npm passes a Ctrl-C on that has arrived already, and draining ends. */
function stopSignal(): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    process.on('SIGTERM', resolve);
    process.on('SIGINT', resolve);
  });
}

/** Where answers are kept: in Redis, where all servers share them, else in this process. */
function openCache(env: Env, log: Logger): Cache {
  if (env.RESULT_CACHE === 'off') return createNoCache();
  return env.REDIS_URL ? connectRedisCache(env.REDIS_URL, log) : createMemoryCache(MEMORY_CACHE);
}

async function start(env: Env): Promise<void> {
  // From the beginning: a signal while it starts must not leave Postgres running behind it.
  const stopped = stopSignal();
  const log = createLog(env);
  const database = await openDatabase(env, log);
  try {
    const cache = openCache(env, log);
    const app = createApp({
      store: database.store,
      log,
      cache,
      segments: {
        maxBytes: env.SEGMENT_MEMORY * 1024 * 1024,
        scanners: env.SCAN_THREADS,
        statementTimeout: env.STATEMENT_TIMEOUT,
      },
      jwtSecret: env.JWT_SECRET ?? (await jwtSecret(env.DATA_DIR)),
      tracker: await loadTracker(new URL('../dist/tracker.js', import.meta.url)),
      ...(env.GEOIP_DB ? { locate: await openGeoDatabase(env.GEOIP_DB) } : {}),
      ...(env.REDIS_URL ? { bus: await connectBus(env.REDIS_URL, log) } : {}),
      registrationOpen: env.REGISTRATION === 'open',
      trustProxy: env.TRUST_PROXY,
      graphiql: env.GRAPHIQL,
      introspection: env.INTROSPECTION,
      corsOrigins: env.CORS_ORIGINS,
      lanes: Math.max(1, Math.floor(env.DATABASE_POOL_SIZE / 2)),
    });
    // What starts with the first question would make it wait for a second and more.
    const [users] = await Promise.all([database.store.prisma.user.count(), app.warm()]);
    const port = await app.listen(env.PORT, env.HOST);
    const url = `http://${env.HOST.includes(':') ? `[${env.HOST}]` : env.HOST}:${port}`;
    console.log(`listening on ${url}/graphql`);
    if (users === 0) console.log(welcome(url));

    log.info({ signal: await stopped }, 'stopping');
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
