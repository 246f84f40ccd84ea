import fc from 'fast-check';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { noBus, type Word } from '../src/live/bus.ts';
import { looksBack, scopesOf } from '../src/live/question.ts';
import { mayChange } from '../src/live/scope.ts';
import { type StatsArgs, statsQuery } from '../src/stats/query.ts';
import { clockOf } from '../src/stats/schema.ts';
import { graphql } from './gql/gql.ts';
import type { EventFilter, RangeInput } from './gql/graphql.ts';
import { startServer, type TestServer } from './support/app.ts';
import { createTenant } from './support/tenant.ts';
import { inputOf, locate, meaningfulFilter, traffic } from './support/traffic.ts';
import { track } from './support/watching.ts';

// What rules a question out is held against the answers themselves: every question is asked after every batch, and where
// the answer is another one, the rule must have said that it may be.

const Without = graphql(`
  query TouchedWithout($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {
    project(id: $project) {
      stats(range: $range, filter: $filter, compare: $compare) {
        totals {
          visitors visits pageviews events bounceRate visitDuration viewsPerVisit timeOnPage
          revenue { currency amount }
          measure(event: "buy", property: "plan", aggregate: UNIQUE)
        }
        timeseries(interval: DAY) { start metrics { visitors visits events } }
        countries: breakdown(by: COUNTRY) { value metrics { visitors visits visitDuration } }
        exits: breakdown(by: EXIT_PATH) { value metrics { visitors events } }
        previous { totals { visitors events } }
      }
    }
  }
`);
const WithAudience = graphql(`
  query TouchedAudience($project: ID!, $range: RangeInput, $filter: EventFilter, $compare: Comparison) {
    project(id: $project) {
      stats(range: $range, filter: $filter, compare: $compare) {
        audience { newVisitors returningVisitors }
        previous { audience { newVisitors } }
      }
    }
  }
`);

const DAY = 86_400_000;
const START = Date.parse('2026-11-02T18:00:00Z');

interface Asked {
  range: RangeInput;
  filter: EventFilter | null;
  compare: 'PREVIOUS_PERIOD' | null;
  audience: boolean;
}

const between = fc
  .tuple(fc.integer({ min: -4, max: 20 }), fc.integer({ min: 1, max: 12 }))
  .map(([from, length]): RangeInput => {
    const start = START + (from * DAY) / 4;
    return {
      between: {
        start: new Date(start).toISOString(),
        end: new Date(start + (length * DAY) / 4).toISOString(),
      },
    };
  });
const asked: fc.Arbitrary<Asked> = fc.record({
  range: fc.oneof(
    { weight: 6, arbitrary: between },
    { weight: 1, arbitrary: fc.constant<RangeInput>({ preset: 'ALL_TIME' }) },
    { weight: 1, arbitrary: fc.constant<RangeInput>({ last: 'P3D' }) },
  ),
  filter: fc.oneof(
    fc.constant(null),
    fc.constantFrom<EventFilter>(
      { country: { eq: 'DE' } },
      { not: { utmSource: { eq: 'mail' } } },
      { device: { eq: 'Mobile' } },
    ),
    meaningfulFilter.map(({ filter }) => filter as EventFilter),
  ),
  compare: fc.constantFrom(null, 'PREVIOUS_PERIOD' as const),
  audience: fc.boolean(),
});

let server: TestServer;
const words: Word[] = [];
beforeAll(async () => {
  server = await startServer({ locate, bus: { ...noBus, publish: (word) => void words.push(word) } });
  server.clock.set('2026-11-08T00:00:00Z');
});
afterAll(() => server.close());

it('asks a question again whenever its answer is another one', { timeout: 240_000 }, async () => {
  const seen = { changed: 0, asked: 0, skipped: 0 };
  const world = fc.record({
    traffic: traffic(START, 24),
    sizes: fc.array(fc.integer({ min: 1, max: 8 }), { minLength: 3, maxLength: 6 }),
    questions: fc.array(asked, { minLength: 4, maxLength: 6 }),
  });
  await fc.assert(
    fc.asyncProperty(world, async ({ traffic: { events }, sizes, questions }) => {
      const tenant = await createTenant(server);
      const project = await server.app.store.prisma.project.findFirstOrThrow({
        where: { writeKey: tenant.writeKey },
      });
      const answerOf = ({ audience, ...question }: Asked) =>
        server.get(
          audience ? WithAudience : Without,
          { project: tenant.projectId, ...question },
          tenant.token,
        );
      const scopes = async ({ audience, range, filter, compare }: Asked) => {
        const { between: within } = range;
        const args: StatsArgs = {
          range: within
            ? { between: { start: new Date(within.start), end: new Date(within.end) } }
            : (range as StatsArgs['range']),
          filter: filter as StatsArgs['filter'],
          compare,
        };
        const query = await statsQuery(project, args, clockOf(server.app));
        return scopesOf(query, args, looksBack(audience ? WithAudience : Without));
      };
      let left = events.map(inputOf);
      let before = await Promise.all(questions.map(answerOf));
      for (const size of sizes) {
        const known = await Promise.all(questions.map(scopes));
        words.length = 0;
        const batch = left.slice(0, size);
        left = left.slice(size);
        if (batch.length === 0) break;
        await track(server, tenant, batch);
        const after = await Promise.all(questions.map(answerOf));
        const batches = words.filter((word) => word.of === 'batch');
        for (const [index, question] of questions.entries()) {
          const changed = JSON.stringify(after[index]) !== JSON.stringify(before[index]);
          const may = batches.some(({ touched }) => mayChange(known[index] ?? [], touched));
          if (changed) seen.changed++;
          seen[may ? 'asked' : 'skipped']++;
          expect(may || !changed, JSON.stringify({ question, batch, batches }, null, 2)).toBe(true);
        }
        before = after;
      }
    }),
    { numRuns: 15 },
  );
  // Or it would prove nothing.
  expect(seen.changed).toBeGreaterThan(20);
  expect(seen.skipped).toBeGreaterThan(20);
});
