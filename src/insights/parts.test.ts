import { expect, it } from 'vitest';
import type { Asking } from './asking.ts';
import { partsOf } from './parts.ts';

const rows = (values: readonly (readonly [string, number])[]) =>
  values.map(([value, visits]) => ({ value, metrics: { visits, bounceRate: null } }));
const PAGES = Array.from({ length: 19 }, (_, n) => [`/${n}`, 1_000] as const);

/** As the server would answer, of pages. */
const answering = (now: ReturnType<typeof rows>, before: ReturnType<typeof rows>): Asking => {
  const parts = (ENTRY_PATH: typeof now) => ({ CHANNEL: [], COUNTRY: [], DEVICE: [], ENTRY_PATH });
  return {
    zone: 'UTC',
    variables: (variables) => ({ ...variables }),
    ask: async (_query, _variables, answer) =>
      answer.parse({ project: { stats: { ...parts(now), previous: parts(before) } } }),
  };
};
const PERIOD = { start: 0, end: 86_400_000 };

it('takes a value for none where a list has all, and says nothing of it where a full list leaves it out', async () => {
  const risen = [...PAGES, ['/risen', 900]] as const;
  const [known] = await partsOf(answering(rows(risen), rows(PAGES)), PERIOD);
  expect(known).toMatchObject({ observed: 900, expected: 0 });
  expect(known?.claim).toContain('`/risen`: 900, from 0 ');
  // 20 others came before it: how many it had is not known.
  const full = rows([...PAGES, ['/fallen', 950]]);
  const claims = (await partsOf(answering(rows(risen), full), PERIOD)).map(({ claim }) => claim).join();
  expect(claims).not.toMatch(/risen|fallen/);
});
