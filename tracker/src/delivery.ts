import type { TrackedEvent } from './api.ts';
import { serialize, warn } from './serialize.ts';

const MAX_RETRIES = 4;
const FIRST_RETRY_MS = 1000;
const MAX_EVENTS = 1000;
// Browsers refuse keepalive requests and beacons whose bodies, of all under way together, have more (Fetch standard).
const MAX_KEEPALIVE_BYTES = 65_536;
// Leaves room for what stands around the events.
const MAX_BATCH_BYTES = 60_000;

const sizeOf = (text: string): number => new Blob([text]).size;

/**
 * Returns the function that queues an event. Events of one tick leave together, in requests that a browser still sends
 * when the page is left, as far as their size allows. A request that fails (network, 429, 5xx) is repeated after about
 * 1, 3, 9 and 27 s, or at once when the page is left, always with the same event ids, which the server stores once.
 */
export function createDelivery(endpoint: string, writeKey: string): (event: TrackedEvent) => void {
  let queue: TrackedEvent[] = [];
  let keepaliveBytes = 0;
  // Batches without an answer, and whether their request outlives the page.
  const open = new Map<string[], boolean>();

  // sentAt is the client's clock at this attempt: with it the server can correct the timestamps.
  const body = (events: string[]) =>
    `{"writeKey":${JSON.stringify(writeKey)},"sentAt":"${new Date().toISOString()}","events":[${events}]}`;

  const send = (events: string[], attempt = 0): void => {
    const text = body(events);
    const size = sizeOf(text);
    const keepalive = !attempt && keepaliveBytes + size <= MAX_KEEPALIVE_BYTES;
    const end = () => {
      if (keepalive) keepaliveBytes -= size;
    };
    const retry = () => {
      if (attempt < MAX_RETRIES) {
        open.set(events, false);
        setTimeout(send, FIRST_RETRY_MS * 3 ** attempt * (1 + Math.random()), events, attempt + 1);
      } else open.delete(events);
    };
    if (keepalive) keepaliveBytes += size;
    open.set(events, keepalive && 'keepalive' in Request.prototype);
    // A string body goes out as text/plain, which needs no CORS preflight.
    fetch(endpoint, { method: 'POST', body: text, credentials: 'omit', keepalive }).then(
      (response) => {
        end();
        const { status } = response;
        if (status === 429 || status >= 500) return retry();
        open.delete(events);
        if (status === 413 && events.length > 1) {
          const half = events.length >> 1;
          send(events.slice(0, half));
          send(events.slice(half));
        } else report(response);
      },
      () => {
        end();
        retry();
      },
    );
  };

  const flush = () => {
    let batch: string[] = [];
    let size = 0;
    for (const event of queue) {
      event.title = event.title || document.title;
      const text = serialize(event);
      const bytes = sizeOf(text);
      if (batch.length === MAX_EVENTS || (batch.length && size + bytes > MAX_BATCH_BYTES)) {
        send(batch);
        batch = [];
        size = 0;
      }
      batch.push(text);
      size += bytes + 1;
    }
    queue = [];
    if (batch.length) send(batch);
  };

  const leave = () => {
    flush();
    // What the browser does not take keeps its request or its timer, as long as the page lives.
    open.forEach((outlives, events) => {
      if (!outlives && navigator.sendBeacon(endpoint, body(events))) open.delete(events);
    });
  };
  const isHidden = () => document.visibilityState === 'hidden';
  addEventListener('pagehide', leave);
  addEventListener('visibilitychange', () => {
    if (isHidden()) leave();
  });

  return (event) => {
    // A hidden page may be gone by the next tick, but not before the code that runs has ended.
    if (queue.push(event) === 1) {
      if (isHidden()) void Promise.resolve().then(leave);
      else setTimeout(flush);
    }
  };
}

/** Says once in the console why events were not stored. */
function report(response: Response): void {
  response.json().then(
    ({ error, rejected: [first] = [] }) => warn((error || first)?.message),
    () => {},
  );
}
