import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { GAP, LONGEST, planVisits, type StoredVisit, type VisitEvent, type VisitSummary } from './visits.ts';

type StepsOf = { steps: string | null };

const MINUTE = 60_000;

const event = (minute: number, key: string, more: Partial<VisitEvent> = {}): VisitEvent => ({
  key,
  at: minute * MINUTE,
  receivedAt: 0,
  type: 'PAGEVIEW',
  name: 1,
  path: 1,
  hostname: null,
  origin: 1,
  client: 1,
  visitId: null,
  ...more,
});

/** The definition, word by word, over all events at once. */
function reference(events: VisitEvent[], gap: number): (VisitSummary & StepsOf)[] {
  const visits: VisitEvent[][] = [];
  for (const next of events.toSorted(
    (a, b) => a.at - b.at || a.receivedAt - b.receivedAt || a.key.localeCompare(b.key),
  )) {
    const visit = visits.at(-1);
    const last = visit?.at(-1);
    if (visit?.[0] && last && next.at - last.at <= gap && next.at - visit[0].at <= LONGEST) visit.push(next);
    else visits.push([next]);
  }
  return visits.map((visit) => {
    const [first] = visit;
    const last = visit.at(-1);
    if (!first || !last) throw new Error('a visit without events');
    const views = visit.filter((e) => e.type === 'PAGEVIEW');
    return {
      startedAt: first.at,
      endedAt: last.at,
      entryAt: views[0]?.at ?? null,
      exitAt: views.at(-1)?.at ?? null,
      entryPath: views[0]?.path ?? null,
      exitPath: views.at(-1)?.path ?? null,
      events: visit.length,
      pageviews: views.length,
      origin: first.origin,
      client: first.client,
      steps: visit
        .flatMap((e) => [
          e.at - first.at,
          e.type === 'PAGEVIEW' ? -e.name : e.name,
          e.path ?? 0,
          e.hostname ?? 0,
        ])
        .map((number) => (number >>> 0).toString(16).padStart(8, '0'))
        .join(''),
    };
  });
}

/** What the writer does with plans, over a store in memory. */
class MemoryVisits {
  visits = new Map<string, StoredVisit>();
  events: VisitEvent[] = [];
  opened = 0;
  private nextId = 1;

  add(batch: VisitEvent[], gap: number): void {
    const times = batch.map((e) => e.at);
    const reach = Number.isFinite(gap) ? gap : LONGEST;
    const near = (from: number, to: number) =>
      [...this.visits.values()].filter((v) => v.startedAt <= to + reach && v.endedAt >= from - reach);
    const stored = new Map(near(Math.min(...times), Math.max(...times)).map((v) => [v.id, v]));
    const open = new Set<string>();
    for (;;) {
      const blocks = [...stored.values()].filter((v) => !open.has(v.id));
      const events = [...this.events.filter((e) => e.visitId !== null && open.has(e.visitId)), ...batch];
      const plan = planVisits(blocks, events, gap);
      if (plan.kind === 'open') {
        for (const id of plan.visitIds) {
          this.opened++;
          open.add(id);
          const visit = stored.get(id);
          if (visit) for (const v of near(visit.startedAt, visit.endedAt)) stored.set(v.id, v);
        }
        continue;
      }
      this.events.push(...batch);
      for (const visit of plan.visits) {
        const id = visit.id ?? String(this.nextId++);
        const former = this.visits.get(id)?.steps;
        const steps =
          visit.goesOn && visit.steps && former ? Buffer.concat([former, visit.steps]) : visit.steps;
        this.visits.set(id, { ...visit.summary, steps, id });
        const joined = new Set(visit.joined.map((e) => e.key));
        this.events = this.events.map((e) => (joined.has(e.key) ? { ...e, visitId: id } : e));
      }
      for (const id of plan.removed) this.visits.delete(id);
      return;
    }
  }

  summaries(): (VisitSummary & StepsOf)[] {
    return [...this.visits.values()]
      .toSorted((a, b) => a.startedAt - b.startedAt)
      .map(({ id: _, steps, ...summary }) => ({ ...summary, steps: steps?.toString('hex') ?? null }));
  }
}

describe('planVisits', () => {
  const cases: [string, VisitEvent[][], [number, number, number][]][] = [
    ['one event', [[event(0, 'a')]], [[0, 0, 1]]],
    ['exactly 30 minutes apart is one visit', [[event(0, 'a')], [event(30, 'b')]], [[0, 30, 2]]],
    [
      'more than 30 minutes apart is two',
      [[event(0, 'a')], [event(30.001, 'b')]],
      [
        [0, 0, 1],
        [30.001, 30.001, 1],
      ],
    ],
    ['a late event bridges two visits', [[event(0, 'a'), event(40, 'c')], [event(20, 'b')]], [[0, 40, 3]]],
    ['an earlier event extends the start', [[event(20, 'b')], [event(0, 'a')]], [[0, 20, 2]]],
    [
      'a visit ends after 24 hours',
      [Array.from({ length: 60 }, (_, i) => event(i * 25, String(i).padStart(2, '0')))],
      [
        [0, 1425, 58],
        [1450, 1475, 2],
      ],
    ],
    [
      'an earlier start moves the cut at 24 hours',
      [Array.from({ length: 60 }, (_, i) => event(i * 25, String(i).padStart(2, '0'))), [event(-25, 'z')]],
      [
        [-25, 1400, 58],
        [1425, 1475, 3],
      ],
    ],
  ];
  it.each(cases)('%s', (_, batches, expected) => {
    const store = new MemoryVisits();
    for (const batch of batches) store.add(batch, GAP);
    expect(store.summaries().map((v) => [v.startedAt / MINUTE, v.endedAt / MINUTE, v.events])).toEqual(
      expected,
    );
  });

  it('gives the same visits for any order and batching, ties and 24-hour cuts included', () => {
    const anyEvent = fc.record({
      // Quarter-hours make ties, gaps of exactly 30 minutes and runs longer than a day all common.
      at: fc.integer({ min: 0, max: 240 }).map((quarter) => quarter * 15 * MINUTE),
      type: fc.constantFrom<VisitEvent['type']>('PAGEVIEW', 'CUSTOM'),
      path: fc.integer({ min: 1, max: 4 }),
      origin: fc.integer({ min: 1, max: 3 }),
    });
    const traffic = fc
      .array(anyEvent, { minLength: 1, maxLength: 180, size: 'max' })
      .map((list) =>
        list.map(
          (e, i): VisitEvent => ({
            ...e,
            name: i + 1,
            hostname: i % 3 || null,
            key: `k${String(i).padStart(3, '0')}`,
            // Tens of them in one microsecond, as of servers that know nothing of one another.
            receivedAt: (997 * i) % 7,
            client: e.origin,
            visitId: null,
          }),
        ),
      )
      .chain((events) =>
        fc.record({
          events: fc.shuffledSubarray(events, { minLength: events.length }),
          size: fc.integer({ min: 1, max: 40 }),
          gap: fc.constantFrom(GAP, Number.POSITIVE_INFINITY),
        }),
      );
    fc.assert(
      fc.property(traffic, ({ events, size, gap }) => {
        const store = new MemoryVisits();
        for (let i = 0; i < events.length; i += size) store.add(events.slice(i, i + size), gap);
        expect(store.summaries()).toEqual(reference(events, gap));
        for (const [id, visit] of store.visits) {
          expect(store.events.filter((e) => e.visitId === id)).toHaveLength(visit.events);
        }
      }),
      { numRuns: 400 },
    );
  });

  it('asks for stored events only where summaries cannot tell', () => {
    const store = new MemoryVisits();
    store.add([event(0, 'a'), event(20, 'c')], GAP);
    store.add([event(10, 'b')], GAP);
    store.add([event(45, 'd')], GAP);
    expect(store.opened).toBe(0);
  });
});
