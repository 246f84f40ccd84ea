import { type Field, isEventField, type VisitField } from '../fields.ts';
import type { Column } from '../format.ts';
import { placeOf, type Selection } from './selection.ts';
import { type Counts, maxVisitorOf } from './totals.ts';

/** What a list of a field's values is ordered by. */
export type Order = 'visitors' | 'visits' | 'pageviews' | 'events' | 'bounces' | 'seconds' | 'views';

export interface TermList {
  field: Field;
  /** How many rows; all that weigh as much as the last of them come too, since texts order those. */
  first: number;
  /** The weight of a row; what has none comes last. */
  orderBy: Order;
  /** Only these values, where given. */
  among: readonly number[] | null;
}

export interface TermRow extends Counts {
  /** The term's number; 0 where there is none. */
  id: number;
}

/** What a row weighs; null where there is nothing to divide by. */
export function weigh(row: Counts, order: Order): number | null {
  const ratio = (part: number): number | null => (row.visits === 0 ? null : part / row.visits);
  switch (order) {
    case 'bounces':
      return ratio(row.bounces);
    case 'seconds':
      return ratio(row.seconds);
    case 'views':
      return ratio(row.pageviews);
    default:
      return row[order];
  }
}

/** The rows of a field's values, the heaviest first. */
export function listTerms(selections: readonly Selection[], list: TermList): TermRow[] {
  const reach = reachOf(selections, list.field);
  const present = valuesWithin(reach, list.among);
  const { first, orderBy } = list;

  // A value's visitors are no more than the visits that have it: by those, only the greatest need to be looked at.
  const bound = orderBy === 'visitors' ? reach.touched : orderBy === 'visits' ? reach.counted : null;
  if (bound === null) return heaviest(countTerms(selections, list.field, present), orderBy, first);
  present.sort((a, b) => (bound[b] ?? 0) - (bound[a] ?? 0));
  const rows: TermRow[] = [];
  for (let next = 0; next < present.length; next += SLOTS) {
    const least = heaviest(rows, orderBy, first).at(-1);
    const enough = rows.length >= first && least !== undefined;
    if (enough && (bound[present[next] ?? 0] ?? 0) < (weigh(least, orderBy) ?? 0)) break;
    rows.push(...countTerms(selections, list.field, present.slice(next, next + SLOTS)));
  }
  return heaviest(rows, orderBy, first);
}

// As many values as an integer has bits: those that a visitor was met with are one integer each.
const SLOTS = 32;

/** The heaviest rows, and those that weigh as much as the last of them. */
function heaviest(rows: readonly TermRow[], orderBy: Order, first: number): TermRow[] {
  const weights = new Map(rows.map((row) => [row, weigh(row, orderBy) ?? Number.NEGATIVE_INFINITY]));
  const weight = (row: TermRow | undefined): number => (row && weights.get(row)) ?? Number.NEGATIVE_INFINITY;
  const sorted = rows.toSorted((a, b) => weight(b) - weight(a) || 0);
  let end = Math.min(first, sorted.length);
  while (end > 0 && end < sorted.length && weight(sorted[end]) === weight(sorted[end - 1])) end++;
  return sorted.slice(0, end);
}

/** How many visits have each value: touched ones, by events in the range, and counted ones, by any matching event. */
interface Reach {
  touched: Uint32Array;
  counted: Uint32Array;
}

function valuesWithin({ touched, counted }: Reach, among: readonly number[] | null): number[] {
  const wanted = among && new Set(among);
  const values: number[] = [];
  for (let id = 0; id < touched.length; id++) {
    if ((touched[id] ?? 0) + (counted[id] ?? 0) > 0 && (!wanted || wanted.has(id))) values.push(id);
  }
  return values;
}

function columnOf({ view }: Selection, field: Field): Column {
  return isEventField(field) ? view[field] : view.terms[field];
}

/** The greatest number that the field has. */
function sizeOf(selections: readonly Selection[], field: Field): number {
  let max = 0;
  for (const selection of selections) {
    const { view } = selection;
    if (field === 'path' || field === 'name') {
      max = Math.max(max, (field === 'path' ? view.byPath : view.byName).values.at(-1) ?? 0);
      continue;
    }
    const column = columnOf(selection, field);
    for (let i = 0; i < column.length; i++) if ((column[i] ?? 0) > max) max = column[i] ?? 0;
  }
  return max + 1;
}

function reachOf(selections: readonly Selection[], field: Field): Reach {
  const size = sizeOf(selections, field);
  const touched = new Uint32Array(size);
  const counted = new Uint32Array(size);
  for (const selection of selections) {
    if (!isEventField(field)) reachOfVisits(selection, field, touched, counted);
    else if (selection.steps === null && field !== 'hostname')
      reachByLists(selection, field, touched, counted);
    else reachOfEvents(selection, field, touched, counted);
  }
  return { touched, counted };
}

function reachOfVisits(
  { view, touched, counted }: Selection,
  field: VisitField,
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const column = view.terms[field];
  for (let i = 0; i < view.visits; i++) {
    const id = column[i] ?? 0;
    if (touched === null || touched[i] === 1) touching[id] = (touching[id] ?? 0) + 1;
    if (counted === null || counted[i] === 1) counting[id] = (counting[id] ?? 0) + 1;
  }
}

function reachByLists(
  { view, touched }: Selection,
  field: 'path' | 'name',
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const { values, offsets, rows } = field === 'path' ? view.byPath : view.byName;
  for (let k = 0; k < values.length; k++) {
    const id = values[k] ?? 0;
    const [from, to] = [offsets[k] ?? 0, offsets[k + 1] ?? 0];
    let visits = to - from;
    if (touched !== null) {
      visits = 0;
      for (let z = from; z < to; z++) visits += touched[rows[z] ?? 0] ?? 0;
    }
    touching[id] = (touching[id] ?? 0) + visits;
    counting[id] = (counting[id] ?? 0) + visits;
  }
}

function reachOfEvents(
  selection: Selection,
  field: Field,
  touching: Uint32Array,
  counting: Uint32Array,
): void {
  const { view, touched, counted, steps } = selection;
  const column = columnOf(selection, field);
  const shift = field === 'name' ? 1 : 0;
  const touchedBy = new Int32Array(touching.length).fill(-1);
  const countedBy = new Int32Array(touching.length).fill(-1);
  for (let i = 0; i < view.visits; i++) {
    const isTouched = touched === null || touched[i] === 1;
    const isCounted = counted === null || counted[i] === 1;
    if (!isTouched && !isCounted) continue;
    const last = view.first[i + 1] ?? 0;
    for (let j = view.first[i] ?? 0; j < last; j++) {
      const id = (column[j] ?? 0) >> shift;
      if (isTouched && (steps === null || steps.inRange[j] === 1) && touchedBy[id] !== i) {
        touchedBy[id] = i;
        touching[id] = (touching[id] ?? 0) + 1;
      }
      if (isCounted && (steps === null || steps.matching[j] === 1) && countedBy[id] !== i) {
        countedBy[id] = i;
        counting[id] = (counting[id] ?? 0) + 1;
      }
    }
  }
}

/** The numbers of some values. */
function countTerms(selections: readonly Selection[], field: Field, ids: readonly number[]): TermRow[] {
  const rows: TermRow[] = [];
  for (let next = 0; next < ids.length; next += SLOTS) {
    const slots = ids.slice(next, next + SLOTS);
    const tally = new Tally(slots, maxVisitorOf(selections));
    for (const selection of selections) {
      if (!isEventField(field)) tally.addVisits(selection, field);
      else if (selection.steps === null && field !== 'hostname') tally.addLists(selection, field);
      else tally.addEvents(selection, field);
    }
    rows.push(...tally.rows());
  }
  return rows;
}

/** Sums for at most 32 values. */
class Tally {
  private readonly ids: readonly number[];
  /** For each visitor, a bit for each value that they were met with. */
  private readonly met: Int32Array;
  /** 1 + the place of a value among the ids; 0 for all others. */
  private readonly slotOf: Uint8Array;
  private readonly visitors = new Float64Array(SLOTS);
  private readonly pageviews = new Float64Array(SLOTS);
  private readonly events = new Float64Array(SLOTS);
  private readonly visits = new Float64Array(SLOTS);
  private readonly bounces = new Float64Array(SLOTS);
  private readonly milliseconds = new Float64Array(SLOTS);

  constructor(ids: readonly number[], maxVisitor: number) {
    this.ids = ids;
    this.met = new Int32Array(maxVisitor + 1);
    this.slotOf = new Uint8Array(Math.max(0, ...ids) + 1);
    ids.forEach((id, slot) => {
      this.slotOf[id] = slot + 1;
    });
  }

  rows(): TermRow[] {
    return this.ids.map((id, slot) => ({
      id,
      visitors: this.visitors[slot] ?? 0,
      pageviews: this.pageviews[slot] ?? 0,
      events: this.events[slot] ?? 0,
      visits: this.visits[slot] ?? 0,
      bounces: this.bounces[slot] ?? 0,
      seconds: (this.milliseconds[slot] ?? 0) / 1000,
    }));
  }

  addVisits({ view, touched, counted, steps }: Selection, field: VisitField): void {
    const column = view.terms[field];
    const { slotOf, met, visitors, pageviews, events } = this;
    const { visitor, first, pageviews: viewed } = view;
    for (let i = 0; i < view.visits; i++) {
      const slot = (slotOf[column[i] ?? 0] ?? 0) - 1;
      if (slot < 0) continue;
      if (counted === null || counted[i] === 1) this.countVisit(view, i, slot);
      if (touched !== null && touched[i] === 0) continue;
      const v = visitor[i] ?? 0;
      const former = met[v] ?? 0;
      if ((former & (1 << slot)) === 0) {
        met[v] = former | (1 << slot);
        visitors[slot] = (visitors[slot] ?? 0) + 1;
      }
      if (steps === null) {
        events[slot] = (events[slot] ?? 0) + (first[i + 1] ?? 0) - (first[i] ?? 0);
        pageviews[slot] = (pageviews[slot] ?? 0) + (viewed[i] ?? 0);
      } else {
        events[slot] = (events[slot] ?? 0) + (steps.events[i] ?? 0);
        pageviews[slot] = (pageviews[slot] ?? 0) + (steps.views[i] ?? 0);
      }
    }
  }

  addLists(selection: Selection, field: 'path' | 'name'): void {
    const { view, touched } = selection;
    const lists = field === 'path' ? view.byPath : view.byName;
    const { visitor } = view;
    const { met, visitors } = this;
    for (let slot = 0; slot < this.ids.length; slot++) {
      const k = placeOf(lists.values, this.ids[slot] ?? 0);
      if (k < 0) continue;
      const bit = 1 << slot;
      const last = lists.offsets[k + 1] ?? 0;
      let added = 0;
      for (let z = lists.offsets[k] ?? 0; z < last; z++) {
        const i = lists.rows[z] ?? 0;
        if (touched !== null && touched[i] === 0) continue;
        this.countVisit(view, i, slot);
        const v = visitor[i] ?? 0;
        const former = met[v] ?? 0;
        if ((former & bit) === 0) {
          met[v] = former | bit;
          added++;
        }
      }
      visitors[slot] = (visitors[slot] ?? 0) + added;
      if (touched === null) {
        this.events[slot] = (this.events[slot] ?? 0) + (lists.events[k] ?? 0);
        this.pageviews[slot] = (this.pageviews[slot] ?? 0) + (lists.views[k] ?? 0);
      }
    }
    if (touched !== null) this.addHits(selection, field);
  }

  /** Events of touched visits, by value. */
  private addHits({ view, touched }: Selection, field: 'path' | 'name'): void {
    const { first, name } = view;
    const column = view[field];
    const shift = field === 'name' ? 1 : 0;
    const { slotOf, events, pageviews } = this;
    for (let i = 0; i < view.visits; i++) {
      if (touched !== null && touched[i] === 0) continue;
      const last = first[i + 1] ?? 0;
      for (let j = first[i] ?? 0; j < last; j++) {
        const slot = (slotOf[(column[j] ?? 0) >> shift] ?? 0) - 1;
        if (slot < 0) continue;
        events[slot] = (events[slot] ?? 0) + 1;
        pageviews[slot] = (pageviews[slot] ?? 0) + ((name[j] ?? 0) & 1);
      }
    }
  }

  addEvents(selection: Selection, field: Field): void {
    const { view, touched, counted, steps } = selection;
    const column = columnOf(selection, field);
    const shift = field === 'name' ? 1 : 0;
    const { slotOf, met, visitors, events, pageviews } = this;
    for (let i = 0; i < view.visits; i++) {
      const isTouched = touched === null || touched[i] === 1;
      const isCounted = counted === null || counted[i] === 1;
      if (!isTouched && !isCounted) continue;
      const v = view.visitor[i] ?? 0;
      const last = view.first[i + 1] ?? 0;
      let countedSlots = 0;
      for (let j = view.first[i] ?? 0; j < last; j++) {
        const slot = (slotOf[(column[j] ?? 0) >> shift] ?? 0) - 1;
        if (slot < 0) continue;
        const bit = 1 << slot;
        if (isCounted && (countedSlots & bit) === 0 && (steps === null || steps.matching[j] === 1)) {
          countedSlots |= bit;
          this.countVisit(view, i, slot);
        }
        if (!isTouched || (steps !== null && steps.inRange[j] === 0)) continue;
        events[slot] = (events[slot] ?? 0) + 1;
        pageviews[slot] = (pageviews[slot] ?? 0) + ((view.name[j] ?? 0) & 1);
        const former = met[v] ?? 0;
        if ((former & bit) !== 0) continue;
        met[v] = former | bit;
        visitors[slot] = (visitors[slot] ?? 0) + 1;
      }
    }
  }

  private countVisit(view: Selection['view'], visit: number, slot: number): void {
    this.visits[slot] = (this.visits[slot] ?? 0) + 1;
    if ((view.first[visit + 1] ?? 0) - (view.first[visit] ?? 0) === 1)
      this.bounces[slot] = (this.bounces[slot] ?? 0) + 1;
    this.milliseconds[slot] = (this.milliseconds[slot] ?? 0) + (view.duration[visit] ?? 0);
  }
}
