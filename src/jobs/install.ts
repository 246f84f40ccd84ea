import { z } from 'zod';
import { ConfigurationError } from '../env.ts';
import { type Queryable, rows, run, sql } from '../store/sql.ts';
import type { Store } from '../store/store.ts';

const INSUFFICIENT_PRIVILEGE = '42501';

/** Makes the queue's tables where a database does not have them yet; any number of processes may call it at once. */
export async function installJobs({ url, pool, transaction }: Store): Promise<void> {
  if (await isInstalled(pool)) return;
  await transaction(async (client) => {
    await run(client, sql`set local statement_timeout = 0`);
    await run(client, sql`select pg_advisory_xact_lock(hashtext('pulsegraph jobs'))`);
    if (await isInstalled(client)) return;
    // Loaded here: it takes a sixth of a second, and only the first start of a database has to wait for it.
    const { runMigrations } = await import('graphile-worker');
    // On a connection of its own: the pool may have one only, which is in use here.
    await runMigrations({ connectionString: url, maxPoolSize: 1 }).catch(
      (error: Error & { code?: string }) => {
        if (error.code !== INSUFFICIENT_PRIVILEGE) throw error;
        throw new ConfigurationError(
          `The user of DATABASE_URL may not make the schema graphile_worker (${error.message}). Make it for them: create schema graphile_worker authorization <user>.`,
        );
      },
    );
  });
}

async function isInstalled(db: Queryable): Promise<boolean> {
  const [found] = await rows(
    db,
    z.object({ installed: z.boolean() }),
    // A view that its later migrations make: in the midst of them there is none.
    sql`select exists (select from pg_views where schemaname = 'graphile_worker' and viewname = 'jobs') as installed`,
  );
  return found?.installed ?? false;
}
