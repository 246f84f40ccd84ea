import type { EventOptions, Properties, Pulsegraph, TrackedEvent } from './api.ts';
import { watchClicks } from './clicks.ts';
import { createDelivery } from './delivery.ts';
import { pageMatcher, watchPages } from './pages.ts';
import { optedOut } from './privacy.ts';
import { warn } from './serialize.ts';
import { uuid } from './uuid.ts';

declare const LIBRARY: string;

/** The function behind `window.pulsegraph`: turns a call into an event and hands it to `deliver`. */
function createTracker(deliver: (event: TrackedEvent) => void, isExcluded: () => boolean): Pulsegraph {
  let identity: EventOptions = {};
  let page = '';
  let referrer = document.referrer;

  return (name: string, subject?: unknown, options?: EventOptions | null) => {
    if (name === 'identify') {
      identity = Object.assign({}, options, { userId: subject ? `${subject}` : undefined });
      return;
    }
    if (isExcluded()) return;
    const url = location.href;
    const isPageview = name === 'pageview';
    if (isPageview) {
      // Within a single-page app the browser keeps the first page's referrer: the previous page is ours to know.
      if (page && page !== url) referrer = page;
      page = url;
    }
    const { revenue, timestamp } = options || {};
    deliver(
      Object.assign(
        {
          id: uuid(),
          type: isPageview ? 'PAGEVIEW' : 'CUSTOM',
          name: isPageview ? undefined : name,
          timestamp: new Date().toISOString(),
          url,
          referrer,
          // Routers set a new page's title just after its address, so a pageview's is read when it is sent.
          title: isPageview ? '' : document.title,
          properties: propertiesOf(subject),
          context: { language: navigator.language, screenWidth: screen.width, library: LIBRARY },
        } as const,
        identity,
        options,
        revenue && { revenue: { currency: revenue.currency, amount: decimal(revenue.amount) } },
        // Null, and so the time of arrival, where the number is no time.
        typeof timestamp === 'number' && { timestamp: new Date(timestamp).toJSON() },
      ),
    );
  };
}

/** What is no object of properties is one property, `value`. */
function propertiesOf(subject: unknown): Properties | undefined {
  if (subject == null || subject === '') return undefined;
  const isPlain = typeof subject === 'object' && !Array.isArray(subject) && !(subject instanceof Date);
  return (isPlain ? subject : { value: subject }) as Properties;
}

/** An amount that was calculated, as the decimal that was meant: 1.1 * 3 is 3.3. */
const decimal = (amount: unknown): string =>
  `${typeof amount === 'number' ? Number(amount.toFixed(6)) : amount}`;

function start({ src, dataset }: HTMLScriptElement): void {
  const { loaded, q } = window.pulsegraph;
  // Frameworks that swap the body run the script again.
  if (loaded) return;
  if (optedOut()) {
    window.pulsegraph = () => {};
    return;
  }
  if (!dataset.writeKey) warn('the script tag has no data-write-key.');
  const endpoint = dataset.api || `${new URL(src).origin}/api/events`;
  const track = createTracker(
    createDelivery(endpoint, dataset.writeKey || ''),
    pageMatcher(dataset.exclude || '', 'hash' in dataset),
  );
  track.loaded = true;
  window.pulsegraph = track;
  // Calls that came before the script go first: an early `identify` then covers the first pageview.
  for (const call of q || []) track(...(Array.from(call) as Parameters<Pulsegraph>));
  if (!('manual' in dataset)) watchPages('hash' in dataset, () => track('pageview'));
  watchClicks(track);
}

/** What the page's snippet would have made: keeps the calls until `start` replays them. */
function standIn(): Pulsegraph {
  const q: unknown[][] = [];
  return Object.assign((...call: unknown[]) => void q.push(call), { q });
}

/** The event after which a prerendered page has been shown to somebody; undefined when it already is. */
function shownEvent(): string | undefined {
  if (document.prerendering) return 'prerenderingchange';
  // Safari's and Chrome's older prerendering; the state is no longer in the standard.
  if ((document.visibilityState as string) === 'prerender') return 'visibilitychange';
  return undefined;
}

// Known only while the script itself runs.
const script = document.currentScript as HTMLScriptElement;
const shown = shownEvent();
window.pulsegraph ||= standIn();
if (shown) {
  document.addEventListener(shown, () => start(script), { once: true });
} else {
  start(script);
}
