/** Any JSON object; it becomes the event's `properties`. */
export type Properties = Record<string, unknown>;

/** `currency` is an ISO 4217 code; `amount` is in its major unit (19.99 is nineteen dollars and 99 cents). */
export interface Revenue {
  currency: string;
  amount: number | string;
}

/** Fields of an event that the caller may set; each replaces what the tracker would have sent. */
export interface EventOptions {
  revenue?: Revenue;
  url?: string;
  referrer?: string;
  title?: string;
  id?: string;
  /** RFC 3339, or milliseconds since 1970. */
  timestamp?: string | number;
  visitorId?: string;
  userId?: string;
  sessionId?: string;
}

/** One event on the wire: `EventInput` of the GraphQL schema. */
export interface TrackedEvent {
  id: string;
  type: 'PAGEVIEW' | 'CUSTOM';
  name?: string | undefined;
  timestamp: string;
  url: string;
  referrer: string;
  title: string;
  properties?: Properties | undefined;
  revenue?: { currency: string; amount: string } | undefined;
  context: { language: string; screenWidth: number; library: string };
  visitorId?: string;
  userId?: string;
  sessionId?: string;
}

/** `window.pulsegraph`. Calls made on the snippet's stub wait in `q` until the tracker has loaded. */
export interface Pulsegraph {
  (command: 'identify', userId?: string | number | null, fields?: EventOptions): void;
  (name: string, properties?: Properties, options?: EventOptions): void;
  q?: ArrayLike<unknown>[];
  /** Set once the tracker runs; a second copy of the script then does nothing. */
  loaded?: boolean;
}

declare global {
  interface Window {
    pulsegraph: Pulsegraph;
    doNotTrack?: string | null;
  }
  interface Navigator {
    globalPrivacyControl?: boolean;
  }
  interface Document {
    prerendering?: boolean;
  }
}
