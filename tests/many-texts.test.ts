import { afterAll, beforeAll, expect, it } from 'vitest';
import { digestOf } from '../src/ingest/event.ts';
import * as statements from '../src/ingest/sql.ts';
import { createDatabase, type TestDatabase } from './support/database.ts';

// A project with more texts and visitors than fit into an index of two levels: each row of a batch is looked up by its key
// still. Where all of the project is read for each row, the last of these batches takes half a minute.

const BATCH = 5_000;
const BATCHES = 14;
const LONGEST = 5_000;

let database: TestDatabase;
beforeAll(async () => {
  database = await createDatabase();
});
afterAll(() => database.drop());

it.each([
  [1, 'that Postgres has not counted'],
  [3, 'beside a larger one that Postgres has counted'],
])('project %i, %s, takes new texts and finds those it has', { timeout: 240_000 }, async (project) => {
  const { pool } = database.store;
  if (project === 3) {
    await pool.query(
      `insert into terms (project_id, kind, id, digest, text)
       select 2, 'path', n, gen_random_uuid(), n from generate_series(1, 200_000) n`,
    );
    await pool.query('analyze terms');
  }
  const texts = (batch: number) =>
    Array.from({ length: BATCH }, (_, i) => {
      const text = `/page/${batch}/${i}`;
      return { kind: 'path' as const, text, digest: digestOf(text), bound: 1_000_000 };
    });
  for (let batch = 0; batch < BATCHES; batch++) {
    const begun = performance.now();
    const found = await statements.resolveTerms(pool, project, texts(batch));
    expect(found).toHaveLength(BATCH);
    expect(new Set(found.map(({ id }) => id)).size).toBe(BATCH);
    expect(performance.now() - begun).toBeLessThan(LONGEST);
  }
  const begun = performance.now();
  const again = await statements.resolveTerms(pool, project, texts(3));
  expect(Math.min(...again.map(({ id }) => id))).toBe(3 * BATCH + 1);
  expect(Math.max(...again.map(({ id }) => id))).toBe(4 * BATCH);
  const spelled = await statements.termTexts(
    pool,
    project,
    'path',
    again.map(({ id }) => id),
  );
  expect(spelled.map(({ text }) => text).toSorted()).toEqual(again.map(({ text }) => text).toSorted());
  expect(performance.now() - begun).toBeLessThan(LONGEST);
  // Another project's are not found, though they come next in the index.
  expect(await statements.termTexts(pool, 0, 'path', [1, 2])).toEqual([]);
  expect(await statements.termTexts(pool, project, 'name', [1, 2])).toEqual([]);
});

it('finds visitors as fast as at the beginning', { timeout: 240_000 }, async () => {
  const { pool } = database.store;
  await pool.query(
    `insert into visitors (project_id, id, kind, digest, key)
     select p, n, 'visitor', md5(p::text || n)::uuid, n from generate_series(1, 2) p, generate_series(1, $1::int) n`,
    [BATCH * BATCHES],
  );
  const { rows } = await pool.query<{ digest: string }>(
    'select digest from visitors where project_id = 1 and id % $1 = 0',
    [BATCHES],
  );
  const digests = rows.map(({ digest }) => digest);
  const others = Array.from({ length: BATCH }, (_, i) => digestOf('nobody', `${i}`));
  const begun = performance.now();
  const found = await statements.findVisitors(pool, 1, [...digests, ...others]);
  expect(performance.now() - begun).toBeLessThan(LONGEST);
  expect(found.map(({ digest }) => digest).toSorted()).toEqual(digests.toSorted());
  expect(await statements.findVisitors(pool, 0, digests)).toEqual([]);
});
