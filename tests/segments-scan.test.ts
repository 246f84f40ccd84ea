import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSegment } from '../src/segments/build.ts';
import { DAY, dayOf, type Field, type VisitField } from '../src/segments/fields.ts';
import { decodeSegment } from '../src/segments/format.ts';
import type { Condition } from '../src/segments/scan/condition.ts';
import type { View } from '../src/segments/scan/selection.ts';
import type { Order, TermList } from '../src/segments/scan/terms.ts';
import type { Steps } from '../src/segments/steps.ts';
import { type ScanResults, type ScanRow, scan } from '../src/stats/scan.ts';
import {
  bucketsOf,
  countsOf,
  FIELDS,
  inOrder,
  type ReferenceQuestion,
  termsOf,
  weightOf,
} from './support/reference-scan.ts';
import {
  endedAt,
  type NumberedEvent,
  type NumberedVisit,
  startedAt,
  tupleOf,
} from './support/segment-visits.ts';

// Random visits, cut into the parts that a reader holds, scanned and compared with the definitions over all of them.

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const FROM = Date.parse('2025-10-24T00:00:00Z');

// --- parts ----------------------------------------------------------------------------------------------------------

/** Where a visit is: in the day's segment, in the newer part of the day, or superseded in the segment. */
type Place = 'segment' | 'newer' | 'superseded';
type Placed = { visit: NumberedVisit; place: Place };

/** The visits as the feed would hand them to a scan: each day's segment, and what is newer than it. */
function viewsOf(placed: readonly Placed[]): View[] {
  const days = [...new Set(placed.map(({ visit }) => dayOf(startedAt(visit))))].toSorted((a, b) => a - b);
  return days.flatMap((day) => {
    const ofDay = placed.filter(({ visit }) => dayOf(startedAt(visit)) === day);
    const older = ofDay.filter(({ place }) => place !== 'newer');
    const newer = ofDay.filter(({ place }) => place === 'newer');
    return [
      ...(older.length > 0 ? [viewOf(day, older)] : []),
      ...(newer.length > 0 ? [viewOf(day, newer)] : []),
    ];
  });
}

function viewOf(day: number, placed: readonly Placed[]): View {
  const segment = decodeSegment(
    buildSegment(
      day,
      placed.map(({ visit }) => tupleOf(visit)),
    ),
  );
  const alive = new Uint8Array(placed.length).fill(1);
  for (const { visit, place } of placed) {
    const row = place === 'superseded' && segment.idRows[segment.ids.indexOf(visit.id - segment.firstId)];
    if (typeof row === 'number') alive[row] = 0;
  }
  return { ...segment, base: day * DAY, alive: alive.includes(0) ? alive : null };
}

const current = (placed: readonly Placed[]): NumberedVisit[] =>
  placed.flatMap(({ visit, place }) => (place === 'superseded' ? [] : [visit]));

// --- worlds ---------------------------------------------------------------------------------------------------------

/** How big the numbers of terms are: about the last that fits a width, or many different ones. */
type Numbers = 'few' | 'many' | 'of a byte' | 'of two bytes' | 'wide';

const numbered =
  (numbers: Numbers) =>
  (field: Field, index: number): number => {
    const none = index % 5 === 0 && field !== 'name';
    const step = index % 5;
    switch (numbers) {
      case 'few':
        return none ? 0 : 1 + (index % 4);
      case 'many':
        return none ? 0 : 1 + index;
      case 'of a byte':
        return none ? 0 : (field === 'name' ? 2 ** 7 : 2 ** 8) - 2 + step;
      case 'of two bytes':
        return none ? 0 : (field === 'name' ? 2 ** 15 : 2 ** 16) - 2 + step;
      case 'wide':
        return none ? 0 : 90_000 + 1_000 * step;
    }
  };

const index = fc.nat({ max: 99 });
const ASKED: readonly VisitField[] = ['entryPath', 'utmSource', 'country', 'language'];

const rawVisit = fc.record({
  // Visits stand on a grid of 10 minutes, so that ties and the edges of hours and days are frequent.
  slot: fc.nat({ max: 3 * 144 }),
  milliseconds: fc.constantFrom(0, 0, 0, 1, 59_999),
  visitor: fc.nat({ max: 40 }),
  place: fc.constantFrom<Place>('segment', 'segment', 'segment', 'newer', 'superseded'),
  terms: fc.tuple(index, index, index, index),
  other: fc.tuple(fc.constantFrom(...FIELDS), index),
  events: fc.array(
    fc.record({
      pause: fc.constantFrom(0, 1, MINUTE, 10 * MINUTE, 10 * MINUTE, HOUR, 6 * HOUR, DAY),
      name: index,
      isPageview: fc.boolean(),
      path: index,
      hostname: index,
    }),
    { minLength: 1, maxLength: 6, size: 'max' },
  ),
});
type RawVisit = typeof rawVisit extends fc.Arbitrary<infer T> ? T : never;

function visitOf(
  raw: RawVisit,
  id: number,
  visitor: number,
  number: (f: Field, i: number) => number,
): NumberedVisit {
  const start = FROM + raw.slot * 10 * MINUTE + raw.milliseconds;
  const terms: NumberedVisit['terms'] = {};
  ASKED.forEach((field, k) => {
    terms[field] = number(field, raw.terms[k] ?? 0);
  });
  const [other, value] = raw.other;
  if (other !== 'name' && other !== 'path' && other !== 'hostname') terms[other] = number(other, value);
  const events: NumberedEvent[] = [];
  let at = start;
  for (const event of raw.events) {
    if (events.length > 0) at += event.pause;
    // A visit lasts 24 hours at most.
    if (at - start > DAY) break;
    events.push({
      at,
      name: number('name', event.name),
      isPageview: event.isPageview,
      path: number('path', event.path),
      hostname: number('hostname', event.hostname),
    });
  }
  return { id, visitor, terms, events };
}

interface World {
  placed: Placed[];
  number: (field: Field, index: number) => number;
}

const world: fc.Arbitrary<World> = fc
  .record({
    numbers: fc.oneof(
      { weight: 10, arbitrary: fc.constant<Numbers>('few') },
      { weight: 4, arbitrary: fc.constant<Numbers>('many') },
      { weight: 2, arbitrary: fc.constantFrom<Numbers>('of a byte', 'of two bytes', 'wide') },
    ),
    highestVisitor: fc.oneof(
      { weight: 12, arbitrary: fc.constantFrom(3, 33, 64) },
      { weight: 1, arbitrary: fc.constant(1_000_000) },
    ),
    // Ids in no order of time.
    firstId: fc.constantFrom(1, 70_000, 5_000_000_000),
    idStep: fc.constantFrom(1, 3, 7),
    visits: fc.array(rawVisit, { minLength: 1, maxLength: 30, size: 'max' }),
  })
  .map(({ numbers, highestVisitor, firstId, idStep, visits }) => {
    const number = numbered(numbers);
    return {
      number,
      placed: visits.map((raw, i) => {
        const id = firstId + ((i * idStep) % 31);
        // Some of one visitor's visits are at one time, some of them on days of their own.
        const visitor = highestVisitor - (raw.visitor % Math.min(highestVisitor, 35));
        return { visit: visitOf(raw, id, visitor, number), place: raw.place };
      }),
    };
  });

// --- questions ------------------------------------------------------------------------------------------------------

const field: fc.Arbitrary<Field> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom<Field>('name', 'path', 'hostname') },
  { weight: 5, arbitrary: fc.constantFrom<Field>(...ASKED) },
  { weight: 1, arbitrary: fc.constantFrom(...FIELDS) },
);

/** Conditions of up to three levels, whose numbers are the world's. */
const conditionOf = (number: World['number']): fc.Arbitrary<Condition> =>
  fc.letrec<{ condition: Condition }>((tie) => ({
    condition: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      {
        weight: 5,
        arbitrary: fc.tuple(field, fc.array(fc.nat({ max: 9 }), { maxLength: 4 }), fc.boolean()).map(
          ([field, indices, except]): Condition => ({
            is: 'term',
            field,
            // A number that nothing has comes with them now and then.
            ids: indices.map((i) => (i === 9 ? 200_000 : number(field, i))),
            except,
          }),
        ),
      },
      { weight: 1, arbitrary: fc.constant<Condition>({ is: 'pageview' }) },
      {
        weight: 3,
        arbitrary: fc
          .tuple(fc.constantFrom<'all' | 'any'>('all', 'any'), fc.array(tie('condition'), { maxLength: 3 }))
          .map(([is, of]): Condition => ({ is, of })),
      },
      { weight: 2, arbitrary: tie('condition').map((of): Condition => ({ is: 'not', of })) },
    ),
  })).condition;

const range = fc
  .tuple(
    fc.integer({ min: -30, max: 3 * 144 + 10 }),
    fc.oneof(fc.integer({ min: 1, max: 30 }), fc.integer({ min: 1, max: 600 })),
    // On the events' grid as often as off it: an end of a range is where it goes wrong.
    fc.constantFrom(0, 0, 0, 1, 7 * MINUTE),
    fc.constantFrom(0, 0, 0, 1, 7 * MINUTE),
  )
  .map(([slot, slots, early, late]) => ({
    start: FROM + slot * 10 * MINUTE - early,
    end: FROM + (slot + slots) * 10 * MINUTE + late,
  }));

/** Ranges that begin with a visit and end with one, within a millisecond: often the first and the last. */
const rangeOf = (placed: readonly Placed[]) => {
  const starts = placed.map(({ visit }) => startedAt(visit));
  const ends = placed.map(({ visit }) => endedAt(visit));
  const near = fc.constantFrom(-1, 0, 0, 1);
  return fc
    .tuple(
      fc.oneof(fc.constant(Math.min(...starts)), fc.constantFrom(...starts)),
      fc.oneof(fc.constant(Math.max(...ends)), fc.constantFrom(...ends)),
      near,
      near,
    )
    .map(([start, end, early, late]) => ({
      start: Math.min(start, end) + early,
      end: Math.max(start + 3, end) + 1 + late,
    }));
};

const everything = fc.constant({ start: FROM, end: FROM + 5 * DAY });

/** Where the buckets of a range start: full minutes, hours or days, or anywhere. */
const startsWithin = ({ start, end }: { start: number; end: number }): fc.Arbitrary<number[]> => {
  const length = end - start;
  const full = (unit: number): number[] => {
    const first = Math.floor(start / unit) * unit + unit;
    return [
      start,
      ...Array.from({ length: Math.max(0, Math.ceil((end - first) / unit)) }, (_, i) => first + i * unit),
    ];
  };
  return fc.oneof(
    { weight: length > 4 * HOUR ? 0 : 2, arbitrary: fc.constant(MINUTE).map(full) },
    { weight: 2, arbitrary: fc.constantFrom(10 * MINUTE, HOUR, DAY).map(full) },
    {
      weight: 1,
      arbitrary: fc
        .uniqueArray(fc.integer({ min: 1, max: length - 1 }), { maxLength: 6 })
        .map((cuts) => [start, ...cuts.map((cut) => start + cut)].toSorted((a, b) => a - b)),
    },
  );
};

const ORDERS: readonly Order[] = ['visitors', 'visits', 'pageviews', 'events', 'bounces', 'seconds', 'views'];

const listOf = (number: World['number']) =>
  fc.tuple(field, fc.array(fc.nat({ max: 12 }), { maxLength: 6 })).chain(([field, indices]) =>
    fc.record({
      field: fc.constant(field),
      first: fc.constantFrom(1, 2, 3, 5, 1000),
      orderBy: fc.constantFrom(...ORDERS),
      sums: fc.boolean(),
      among: fc.option(fc.constant(indices.map((i) => number(field, i))), { freq: 4, nil: null }),
    }),
  );

const asked = world.chain(({ placed, number }) =>
  fc
    .oneof(
      { weight: 3, arbitrary: range },
      { weight: 3, arbitrary: rangeOf(placed) },
      { weight: 1, arbitrary: everything },
    )
    .chain((span) =>
      fc.record({
        placed: fc.constant(placed),
        // Parts of other days than the range's change nothing.
        allParts: fc.boolean(),
        span: fc.constant(span),
        condition: fc.option(conditionOf(number), { freq: 3, nil: null }),
        starts: startsWithin(span),
        list: listOf(number),
        otherList: listOf(number),
      }),
    ),
);

/** The days that have visits with events in the range. */
const isNear = ({ base }: View, { start, end }: { start: number; end: number }): boolean =>
  base / DAY >= dayOf(start - DAY) && base / DAY <= dayOf(end - 1);

const resultOf = <T>(steps: Steps<T>): T => {
  for (;;) {
    const step = steps.next();
    if (step.done) return step.value;
  }
};
const ask = (views: readonly View[], question: Parameters<typeof scan>[1]) =>
  resultOf(scan(views, question, () => undefined));

/** Whether no more is wanted of the rows than visitors and visits, nor are they ordered by more. */
const isBare = ({ sums, orderBy }: TermList): boolean =>
  !sums && (orderBy === 'visitors' || orderBy === 'visits');

/** Compares a scan of the views with the definitions over the visits. */
function compare(
  views: readonly View[],
  visits: readonly NumberedVisit[],
  question: ReferenceQuestion,
  starts: readonly number[],
  lists: readonly TermList[],
): void {
  const { condition, ...span } = question;
  const [totals, time, ...terms] = ask(views, {
    ask: 'panels',
    span,
    condition,
    panels: [
      { by: 'nothing' },
      { by: 'time', starts },
      ...lists.map((list) => ({ by: 'term' as const, list })),
    ],
  }) as ScanResults['panels'];
  expect(totals).toEqual([{ number: null, ...countsOf(visits, question) }]);

  const buckets = bucketsOf(visits, question, starts);
  expect(time).toEqual(buckets.map(({ counts }, i) => ({ number: i + 1, ...counts })));
  const visitors = ask(views, { ask: 'visitors', span, condition, starts }) as ScanResults['visitors'];
  expect(visitors.map((list) => [...list].toSorted((a, b) => a - b))).toEqual(
    buckets.map(({ visitors }) => visitors),
  );

  lists.forEach((list, i) => {
    const rows: ScanRow[] = terms[i] ?? [];
    const sorted = inOrder(rows, list.orderBy);
    const wanted = ({ number, visitors, visits, ...rest }: ScanRow) =>
      isBare(list) ? { number, visitors, visits } : { number, visitors, visits, ...rest };
    expect(sorted.map(wanted)).toEqual(termsOf(visits, question, list).map(wanted));
    // They come in that order, but for what weighs the same.
    const weights = (some: readonly ScanRow[]) => some.map((row) => weightOf(row, list.orderBy));
    expect(weights(rows)).toEqual(weights(sorted));
  });
}

it('finds in segments what the definitions say', { timeout: 600_000 }, () => {
  fc.assert(
    fc.property(asked, ({ placed, allParts, span, condition, starts, list, otherList }) => {
      const views = viewsOf(placed);
      const near = allParts ? views : views.filter((view) => isNear(view, span));
      compare(near, current(placed), { ...span, condition }, starts, [list, otherList]);
    }),
    { numRuns: Number(process.env.REFERENCE_RUNS ?? 2_000) },
  );
});

it('takes a day of more visits than 16 bits can number', { timeout: 60_000 }, () => {
  const placed = Array.from({ length: 66_500 }, (_, i): Placed => {
    // Multiples of a prime: every visit stands elsewhere than its number says.
    const start = FROM + ((i * 7_919) % (23 * HOUR));
    const event = (k: number): NumberedEvent => ({
      at: start + k * 10 * MINUTE,
      name: 1 + ((i + k) % 3),
      isPageview: (i + k) % 3 === 0,
      path: (i * 31 + k * 7) % 300,
      hostname: (i + k) % 2,
    });
    return {
      visit: {
        id: 1 + ((i * 104_729) % 70_001),
        visitor: 1 + ((i * 15_485_863) % 1_000_000),
        terms: { country: i % 7, city: i % 66_000 },
        events: Array.from({ length: 1 + (i % 3) }, (_, k) => event(k)),
      },
      place: i % 97 === 0 ? 'superseded' : i % 101 === 0 ? 'newer' : 'segment',
    };
  });
  const visits = current(placed);
  const views = viewsOf(placed);
  expect(views.map((view) => view.visits > 65_536)).toEqual([true, false]);
  const onPath: Condition = { is: 'term', field: 'path', ids: [7, 207], except: false };
  const elsewhere: Condition = { is: 'not', of: { is: 'any', of: [onPath, { is: 'pageview' }] } };
  const lists = [
    { field: 'path' as const, first: 10, orderBy: 'visitors' as const, sums: true, among: null },
    { field: 'country' as const, first: 3, orderBy: 'seconds' as const, sums: true, among: null },
    { field: 'city' as const, first: 1, orderBy: 'visits' as const, sums: true, among: [5, 65_536, 65_998] },
  ];
  const span = { start: FROM, end: FROM + DAY };
  const hours = Array.from({ length: 24 }, (_, hour) => FROM + hour * HOUR);
  for (const condition of [onPath, elsewhere]) compare(views, visits, { ...span, condition }, hours, lists);
  const cut = { start: FROM + 5 * HOUR + 1, end: FROM + 17 * HOUR + 7 * MINUTE };
  compare(views, visits, { ...cut, condition: null }, [cut.start, FROM + 12 * HOUR], lists);
});

it.each([300, 70_000])('takes visits of %d events', (length) => {
  const visitOf = (id: number, start: number): NumberedVisit => ({
    id,
    visitor: id,
    terms: { country: id },
    events: Array.from({ length }, (_, k) => ({
      at: start + k * 1_000,
      name: 1 + (k % 3),
      isPageview: k % 10 !== 0,
      path: k % 7,
      hostname: 1,
    })),
  });
  const visits = [visitOf(1, FROM), visitOf(2, FROM + HOUR)];
  const placed = visits.map((visit): Placed => ({ visit, place: 'segment' }));
  const onPath: Condition = { is: 'term', field: 'path', ids: [6], except: false };
  const lists = (['path', 'name', 'country'] as const).map(
    (field): TermList => ({ field, first: 1000, orderBy: 'pageviews', sums: true, among: null }),
  );
  for (const condition of [null, onPath, { is: 'pageview' } as const]) {
    for (const end of [FROM + 2 * DAY, FROM + HOUR + 100_000])
      compare(viewsOf(placed), visits, { start: FROM, end, condition }, [FROM, FROM + HOUR], lists);
  }
});
