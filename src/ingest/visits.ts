import { encodeSteps, hasStepAt, MAX_STEPS, mergeSteps, type StepEvent } from './steps.ts';

// What a visit is (docs/metrics.md): one visitor's events with no gap over 30 minutes in event time, 24 hours at most.
// A session id that the client sends takes the place of the gap rule.
const MINUTE = 60_000;
export const GAP = 30 * MINUTE;
export const LONGEST = 24 * 60 * MINUTE;

/** The longest pause within a visit, in milliseconds: a sent session id takes the place of that rule. */
export const gapOf = (sessionId: string | null): number =>
  sessionId === null ? GAP : Number.POSITIVE_INFINITY;

/** How far from an event a visit may be that it can belong to, in milliseconds. */
export const reachOf = (sessionId: string | null): number => (sessionId === null ? GAP : LONGEST);

/** An event as visits see it: `at` and `receivedAt`, which orders events of one instant, are in milliseconds. */
export interface VisitEvent extends StepEvent {
  key: string;
  receivedAt: number;
  origin: number;
  client: number;
  /** The visit that it was stored in before; null for a new event. */
  visitId: string | null;
}

/** A visit's summary; numbers refer to terms, instants are in milliseconds. */
export interface VisitSummary {
  startedAt: number;
  endedAt: number;
  entryAt: number | null;
  exitAt: number | null;
  entryPath: number | null;
  exitPath: number | null;
  events: number;
  pageviews: number;
  origin: number;
  client: number;
}

export interface StoredVisit extends VisitSummary {
  id: string;
  /** Null where the visit has too many events for it (steps.ts). */
  steps: Buffer | null;
}

/** A visit to be written; `id` is null for a new one. */
export interface PlannedVisit {
  id: string | null;
  summary: VisitSummary;
  /** Null where the visit has too many events for it. */
  steps: Buffer | null;
  /** Whether all that joined comes behind the stored visit's end: then `steps` are those of the events that joined alone. */
  goesOn: boolean;
  /** The events that this visit did not hold before. */
  joined: VisitEvent[];
}

export type VisitPlan =
  | { kind: 'write'; visits: PlannedVisit[]; removed: string[] }
  /** These visits cannot be judged by their summaries: their events are needed. */
  | { kind: 'open'; visitIds: string[] };

// A visit while it is gathered. Keys are those of the events that gave a property; null where a summary gave it and
// the event is not at hand.
interface Draft {
  summary: VisitSummary;
  block: StoredVisit | null;
  events: VisitEvent[];
  firstKey: string | null;
  entryKey: string | null;
  exitKey: string | null;
}

const byTime = (a: VisitEvent, b: VisitEvent): number =>
  a.at - b.at || a.receivedAt - b.receivedAt || (a.key < b.key ? -1 : a.key > b.key ? 1 : 0);

/**
 * Places events of one visitor (and one sent session id, or none) into visits, so that the result is what the
 * definition says of all events together, whatever the order they came in.
 *
 * @param stored the visits whose time is near the events'
 * @param events the new events, and those of visits that a former plan asked to open
 * @param gap the longest pause within a visit, in milliseconds; Infinity under a sent session id
 */
export function planVisits(
  stored: readonly StoredVisit[],
  events: readonly VisitEvent[],
  gap: number,
): VisitPlan {
  const drafts: Draft[] = [];
  const toOpen = new Set<string>();
  let current: Draft | undefined;

  const blocks = stored.toSorted((a, b) => a.startedAt - b.startedAt);
  const points = events.toSorted(byTime);
  let nextBlock = 0;

  const takeBlock = (block: StoredVisit): void => {
    if (current && joins(current.summary, block.startedAt, gap)) {
      // Two visits that are now one, or that an earlier start cuts elsewhere.
      toOpen.add(block.id);
    }
    current = { summary: block, block, events: [], firstKey: null, entryKey: null, exitKey: null };
    drafts.push(current);
  };

  for (const event of points) {
    for (let block = blocks[nextBlock]; block && block.startedAt <= event.at; block = blocks[++nextBlock])
      takeBlock(block);
    if (current && joins(current.summary, event.at, gap)) {
      if (!absorb(current, event) && current.block) toOpen.add(current.block.id);
    } else {
      current = draftOf(event);
      drafts.push(current);
    }
  }
  for (const block of blocks.slice(nextBlock)) takeBlock(block);

  return toOpen.size > 0 ? { kind: 'open', visitIds: [...toOpen] } : withIds(drafts, events);
}

function joins(visit: VisitSummary, at: number, gap: number): boolean {
  return at - visit.endedAt <= gap && at - visit.startedAt <= LONGEST;
}

function draftOf(event: VisitEvent): Draft {
  const viewed = event.type === 'PAGEVIEW';
  return {
    block: null,
    events: [event],
    firstKey: event.key,
    entryKey: viewed ? event.key : null,
    exitKey: viewed ? event.key : null,
    summary: {
      startedAt: event.at,
      endedAt: event.at,
      entryAt: viewed ? event.at : null,
      exitAt: viewed ? event.at : null,
      entryPath: viewed ? event.path : null,
      exitPath: viewed ? event.path : null,
      events: 1,
      pageviews: viewed ? 1 : 0,
      origin: event.origin,
      client: event.client,
    },
  };
}

/** Adds an event that comes after the visit's start. False where a tie with a stored event cannot be decided here. */
function absorb(draft: Draft, event: VisitEvent): boolean {
  const visit = draft.summary;
  const viewed = event.type === 'PAGEVIEW';
  const { block } = draft;
  const tied =
    (block?.steps && event.at <= block.endedAt && hasStepAt(block.steps, event.at - block.startedAt)) ||
    (event.at === visit.startedAt && draft.firstKey === null) ||
    (viewed && event.at === visit.entryAt && draft.entryKey === null) ||
    (viewed && event.at === visit.exitAt && draft.exitKey === null);
  if (tied) return false;

  draft.events.push(event);
  const summary: VisitSummary = {
    ...visit,
    endedAt: Math.max(visit.endedAt, event.at),
    events: visit.events + 1,
    pageviews: visit.pageviews + (viewed ? 1 : 0),
  };
  // Events come in order, so among themselves the first one seen is the entry and the last one seen the exit.
  if (viewed && (visit.entryAt === null || event.at < visit.entryAt)) {
    summary.entryAt = event.at;
    summary.entryPath = event.path;
    draft.entryKey = event.key;
  }
  if (viewed && (visit.exitAt === null || event.at >= visit.exitAt)) {
    summary.exitAt = event.at;
    summary.exitPath = event.path;
    draft.exitKey = event.key;
  }
  draft.summary = summary;
  return true;
}

/** Whether a stored visit only has more events at its end: nothing else of it need be known, or written. */
const goesOn = ({ block, events }: Draft): boolean =>
  block !== null && events.every(({ at }) => at > block.endedAt);

function stepsOf({ summary, block, events }: Draft, appended: boolean): Buffer | null {
  if (summary.events > MAX_STEPS) return null;
  if (block === null || appended) return encodeSteps(summary.startedAt, events);
  return block.steps && mergeSteps(summary.startedAt, block.steps, events);
}

/** A visit keeps the id of its earliest stored event; visits that lost all of their events are removed. */
function withIds(drafts: readonly Draft[], events: readonly VisitEvent[]): VisitPlan {
  const opened = new Set(events.flatMap((event) => event.visitId ?? []));
  const taken = new Set<string>();
  const visits: PlannedVisit[] = [];
  for (const draft of drafts) {
    if (draft.events.length === 0) continue;
    const former = draft.events.find((event) => event.visitId !== null && !taken.has(event.visitId));
    const id = draft.block?.id ?? former?.visitId ?? null;
    if (id !== null) taken.add(id);
    const appended = goesOn(draft);
    visits.push({
      id,
      summary: draft.summary,
      steps: stepsOf(draft, appended),
      goesOn: appended,
      joined: draft.events.filter((event) => event.visitId === null || event.visitId !== id),
    });
  }
  return { kind: 'write', visits, removed: [...opened].filter((id) => !taken.has(id)) };
}
