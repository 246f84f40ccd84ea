import { setImmediate as turn } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import type { Alarm } from './alarm.ts';
import type { Latest } from './latest.ts';
import { mayChange, type Scope } from './scope.ts';
import { shareText } from './text.ts';
import type { Touched } from './touched.ts';

/** An answer, and what would change it. */
export interface Asked {
  result: ExecutionResult;
  scopes: Scope[];
  /** When time alone may have changed it, by the server's clock. */
  staleAt: number;
}

export type Reader = Latest<ExecutionResult>;

export interface GroupOptions {
  /** Asks the question; does not fail. */
  ask: () => Promise<Asked>;
  /** Milliseconds between two answers. */
  throttle: number;
  alarm: Alarm;
  /** Where the rounds of a project stand among those of others: 0 to 1. */
  phase: number;
}

/** All who read the answers of one question. It is asked once for all of them. */
export interface Group {
  size(): number;
  join(reader: Reader): void;
  leave(reader: Reader): void;
  /** Tells what has changed; null when that is not known. */
  touch(touched: Touched | null): void;
  /** Tells the time, by the server's clock. */
  tick(now: number): void;
  close(): void;
}

// More batches than this while a question is being asked: it is asked again without a look at them.
const MAX_MISSED = 1_000;
// Instants of a throttle at which rounds begin: questions that are due between two of them share what they read.
const SLOTS = 8;
// Readers that are sent an answer before others have their turn: a few milliseconds.
const SENT_AT_ONCE = 200;

/**
 * When the next round may be, a throttle after the last one and a little more: questions of a project share what they read
 * where they are asked at the same time, so their rounds drift towards the same instants.
 */
export function nextRound(after: number, throttle: number, phase: number): number {
  const earliest = after + throttle;
  const period = throttle * 1.1;
  const shared = (Math.ceil(earliest / period - phase) + phase) * period;
  return Math.min(shared, earliest + throttle / 4);
}

/** Asks when the first reader joins, and then in rounds: of all readers, a throttle apart, while the answer changes. */
export function createGroup({ ask, throttle, phase, alarm }: GroupOptions): Group {
  // Of each reader, the answer that it was sent last, and when the next may follow.
  const readers = new Map<Reader, { sent: ExecutionResult; notBefore: number }>();
  const newcomers = new Set<Reader>();
  let known: (Asked & { text: string }) | null = null;
  let stale = true;
  let asking = false;
  let busy = false;
  let closed = false;
  let round = 0;
  // When readers who do not have the answer yet may be sent it; Infinity without any.
  let owed = Number.POSITIVE_INFINITY;
  let callOff = (): void => {};
  // The server's clock when the time was told last; it may go back.
  let clock = Number.NEGATIVE_INFINITY;
  // What was touched while the question was being asked: the answer may know of it or not.
  let missed: (Touched | null)[] = [];

  const isTouched = (touched: Touched | null): boolean =>
    touched === null || known === null || mayChange(known.scopes, touched);

  async function refresh(): Promise<void> {
    stale = false;
    asking = true;
    const asked = await ask();
    asking = false;
    const text = shareText(asked.result);
    // One and the same object while nothing changes: that is how `sent` tells.
    known = { ...asked, text, result: known?.text === text ? known.result : asked.result };
    const touches = missed;
    missed = [];
    if (touches.length >= MAX_MISSED || touches.some(isTouched)) stale = true;
  }

  /** Sends the answer to those who do not have it; returns how many did not, and when the first of those who must wait may. */
  async function send(to: readonly Reader[]): Promise<{ count: number; waitUntil: number }> {
    let [count, waitUntil] = [0, Number.POSITIVE_INFINITY];
    if (known === null) return { count, waitUntil };
    const { result } = known;
    const now = performance.now();
    for (const reader of to) {
      const before = readers.get(reader);
      if (before?.sent === result || (!before && !newcomers.has(reader))) continue;
      if (before && before.notBefore > now) {
        waitUntil = Math.min(waitUntil, before.notBefore);
        continue;
      }
      newcomers.delete(reader);
      readers.set(reader, { sent: result, notBefore: now + throttle });
      reader.offer(result);
      if (++count % SENT_AT_ONCE === 0) await turn();
    }
    return { count, waitUntil };
  }

  /** Does what is due: asks, sends, and sees when to look again. */
  async function work(): Promise<void> {
    if (busy || closed) return;
    busy = true;
    callOff();
    let again = 0;
    while (
      !closed &&
      readers.size + newcomers.size > 0 &&
      (newcomers.size > 0 || performance.now() >= again)
    ) {
      const isRound = performance.now() >= round;
      const asks = stale && (isRound || newcomers.size > 0);
      if (asks) await refresh();
      const { count, waitUntil } = await send(isRound ? [...newcomers, ...readers.keys()] : [...newcomers]);
      if (isRound && (asks || count > 0)) round = nextRound(performance.now(), throttle, phase);
      if (isRound) owed = waitUntil;
      else if (asks) owed = Math.min(owed, round);
      again = stale ? round : Math.max(round, owed);
    }
    busy = false;
    if (!closed && again < Number.POSITIVE_INFINITY) {
      const slot = throttle / SLOTS;
      callOff = alarm.at(Math.ceil(again / slot) * slot, () => void work());
    }
  }

  const markStale = (): void => {
    stale = true;
    void work();
  };

  return {
    size: () => readers.size + newcomers.size,
    join(reader) {
      newcomers.add(reader);
      void work();
    },
    leave(reader) {
      newcomers.delete(reader);
      readers.delete(reader);
    },
    touch(touched) {
      if (asking) {
        if (missed.length < MAX_MISSED) missed.push(touched);
      } else if (!stale && isTouched(touched)) markStale();
    },
    tick(now) {
      const wentBack = now < clock;
      clock = now;
      if (wentBack && asking) missed.push(null);
      else if (!asking && !stale && known && (wentBack || now >= known.staleAt)) markStale();
    },
    close() {
      closed = true;
      callOff();
    },
  };
}
