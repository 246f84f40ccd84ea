import type { TrackedEvent } from './api.ts';

const MAX_RETRIES = 4;
const FIRST_RETRY_MS = 1000;

/**
 * Returns the function that queues an event. Events of one tick leave in one request. A request that fails
 * (network, 429, 5xx) is repeated after about 1, 3, 9 and 27 s, or at once when the page is left, always with
 * the same event ids, which the server stores once.
 */
export function createDelivery(endpoint: string, writeKey: string): (event: TrackedEvent) => void {
  let queue: TrackedEvent[] = [];
  const failed = new Set<string>();

  // sentAt is the client's clock at this attempt: with it the server can correct the timestamps.
  const body = (events: string) =>
    `{"writeKey":${JSON.stringify(writeKey)},"sentAt":"${new Date().toISOString()}","events":${events}}`;

  const send = (events: string, attempt: number): void => {
    const retry = () => {
      if (attempt < MAX_RETRIES) {
        failed.add(events);
        setTimeout(send, FIRST_RETRY_MS * 3 ** attempt * (1 + Math.random()), events, attempt + 1);
      } else {
        failed.delete(events);
      }
    };
    if (attempt || 'keepalive' in Request.prototype) {
      // A string body goes out as text/plain, which needs no CORS preflight. Browsers refuse keepalive bodies
      // over 64 KiB (Fetch standard), so a retry goes without; leaving the page then sends it as a beacon.
      fetch(endpoint, { method: 'POST', body: body(events), credentials: 'omit', keepalive: !attempt }).then(
        ({ status }) => (status === 429 || status >= 500 ? retry() : failed.delete(events)),
        retry,
      );
    } else if (!navigator.sendBeacon(endpoint, body(events))) {
      retry();
    }
  };

  const flush = () => {
    const batch = queue;
    queue = [];
    if (batch.length) {
      for (const event of batch) event.title = event.title || document.title;
      send(JSON.stringify(batch), 0);
    }
  };

  const leave = () => {
    flush();
    for (const events of failed) navigator.sendBeacon(endpoint, body(events));
    // The page may live on: the timers still retry, and a batch that fails again comes back.
    failed.clear();
  };
  const isHidden = () => document.visibilityState === 'hidden';
  addEventListener('pagehide', leave);
  addEventListener('visibilitychange', () => {
    if (isHidden()) leave();
  });

  return (event) => {
    queue.push(event);
    // A hidden page may be gone by the next tick.
    if (isHidden()) flush();
    else setTimeout(flush);
  };
}
