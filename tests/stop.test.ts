import pg from 'pg';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { startServer, type TestServer } from './support/app.ts';
import { connect } from './support/live.ts';
import { createTenant, type Tenant } from './support/tenant.ts';
import { named, subscribers, Tracked, track, until } from './support/watching.ts';

let server: TestServer;
let tenant: Tenant;
beforeEach(async () => {
  server = await startServer();
  tenant = await createTenant(server);
  return () => server.close();
});

it('answers what was asked before, and has stopped as soon as that is done', async () => {
  const lock = new pg.Client(server.databaseUrl);
  await lock.connect();
  await lock.query('begin');
  await lock.query('select from project_revisions for update');
  const tracked = track(server, tenant, named('in flight'));
  const waiting = `select from pg_stat_activity where wait_event_type = 'Lock' and datname = current_database()`;
  // Not on the connection of the lock: a transaction sees one state of the activity.
  await until(async () => expect((await server.app.store.pool.query(waiting)).rowCount).toBe(1));

  const stopped = server.app.drain();
  await expect(fetch(`${server.url}/health`)).rejects.toThrow();
  await lock.end();
  expect(await tracked).toMatchObject({ accepted: 1 });
  const answered = performance.now();
  await stopped;
  // The connection is kept alive for 5 seconds where nobody closes it.
  expect(performance.now() - answered).toBeLessThan(3_000);
  expect(server.app.drain()).toBe(stopped);
});

it('does not wait for a subscriber who does not answer', async () => {
  const silent = connect(server.url, tenant.token).subscribe(Tracked, {
    project: tenant.projectId,
    filter: null,
  });
  onTestFinished(() => silent.vanish());
  await subscribers(server, 1);
  silent.pause();
  const before = performance.now();
  await server.app.drain();
  expect(performance.now() - before).toBeLessThan(10_000);
});
