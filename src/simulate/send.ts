import { type Api, type ApiError, isPassing } from './api.ts';
import type { Batch } from './batches.ts';

/** Who sends: a write key, or a secret key in the header; and the project where it must be said. */
export interface Sender {
  writeKey?: string;
  secretKey?: string;
  projectId?: string;
}

/** What has become of the events so far. */
export interface Counts {
  sent: number;
  stored: number;
  duplicates: number;
  /** Rejected events by code, with the message of the first of each. */
  rejected: Map<string, { count: number; message: string }>;
  /** Requests that were sent again. */
  retries: number;
}

export const noCounts = (): Counts => ({
  sent: 0,
  stored: 0,
  duplicates: 0,
  rejected: new Map(),
  retries: 0,
});

export interface SendOptions {
  api: Api;
  sender: Sender;
  /** Added to as answers come. */
  counts: Counts;
  /** When it aborts, what is on its way is waited for, and nothing more is sent. */
  signal: AbortSignal;
  /** Resolves after milliseconds, or earlier when the signal aborts. */
  wait: (milliseconds: number) => Promise<void>;
  onAnswer: (batch: Batch) => void;
}

// Requests at a time: the server stores one batch of a project while it reads the next.
const IN_FLIGHT = 4;
// Attempts after which it is not worth more: with the pauses, about two minutes.
const ATTEMPTS = 15;
const FIRST_PAUSE = 250;
const LONGEST_PAUSE = 15_000;

const TRACK = `mutation Simulate($input: TrackEventsInput!) {
  trackEvents(input: $input) { accepted duplicates rejected { code field message } }
}`;

interface Tracked {
  trackEvents: {
    accepted: number;
    duplicates: number;
    rejected: { code: string; field: string | null; message: string }[];
  };
}

/** Sends every batch, several at a time. Throws ApiError when the server refuses, or is not there for minutes. */
export async function sendAll(
  batches: Iterable<Batch> | AsyncIterable<Batch>,
  options: SendOptions,
): Promise<void> {
  const { signal } = options;
  const source = each(batches);
  const failed = new AbortController();
  const sendOn = async () => {
    for (;;) {
      const { value: batch, done } = await source.next();
      if (done || signal.aborted || failed.signal.aborted) return;
      await deliver(batch, options);
    }
  };
  const fail = (error: unknown) => {
    failed.abort();
    throw error;
  };
  const ended = await Promise.allSettled(Array.from({ length: IN_FLIGHT }, () => sendOn().catch(fail)));
  const failure = ended.find(({ status }) => status === 'rejected');
  if (failure?.status === 'rejected') throw failure.reason;
}

/** As an async generator, several may wait for its next value at once: each gets another. */
async function* each<T>(values: Iterable<T> | AsyncIterable<T>): AsyncGenerator<T, void, undefined> {
  yield* values;
}

async function deliver(batch: Batch, options: SendOptions): Promise<void> {
  const { counts, signal, wait } = options;
  for (let attempt = 1; ; attempt++) {
    try {
      count(counts, batch, await track(batch.events, batch.country, options));
      options.onAnswer(batch);
      return;
    } catch (error) {
      if (!isPassing(error) || attempt === ATTEMPTS) throw error;
      await wait(pauseAfter(attempt, error));
      // Who interrupts does not wait for a server that is away.
      if (signal.aborted) return;
      counts.retries++;
    }
  }
}

/** Sends events once; no events at all check that the sender may send. */
export async function track(
  events: Batch['events'],
  country: string | null,
  { api, sender }: Pick<SendOptions, 'api' | 'sender'>,
): Promise<Tracked['trackEvents']> {
  const { secretKey, ...input } = sender;
  const { trackEvents } = await api<Tracked>(
    TRACK,
    { input: { ...input, sentAt: new Date().toISOString(), events } },
    {
      ...(secretKey ? { authorization: `Bearer ${secretKey}` } : {}),
      // As Cloudflare tells of a visitor's address: no real person's is needed.
      ...(country ? { 'cf-ipcountry': country } : {}),
    },
  );
  return trackEvents;
}

/** Doubles with each attempt, by chance a little less: not everybody comes back at once. */
function pauseAfter(attempt: number, { retryAfter }: ApiError): number {
  const pause = Math.min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** (attempt - 1)) * (0.75 + Math.random() / 4);
  return Math.max(pause, (retryAfter ?? 0) * 1000);
}

function count(counts: Counts, { events }: Batch, answer: Tracked['trackEvents']): void {
  counts.sent += events.length;
  counts.stored += answer.accepted;
  counts.duplicates += answer.duplicates;
  for (const { code, message } of answer.rejected) {
    const known = counts.rejected.get(code);
    counts.rejected.set(code, { count: (known?.count ?? 0) + 1, message: known?.message ?? message });
  }
}
