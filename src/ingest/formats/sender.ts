import { isBrowser, parseAgent } from '../enrich/agent.ts';
import { namesBot } from '../enrich/bots.ts';
import type { Delivery } from '../prepare.ts';
import { type FormatEvent, isRecord, record } from './format.ts';

/**
 * Whether a request's user agent is that of a server's program (node, axios, an SDK) rather than a visitor's: it says
 * nothing of a browser, a system or a bot. An absent one is a program's.
 */
export function isProgram(userAgent: string | null): boolean {
  const text = userAgent?.trim();
  if (!text) return true;
  if (isBrowser(text) || namesBot(text)) return false;
  const { browser, os, device } = parseAgent(text, null);
  return browser === null && os === null && device === null;
}

/** What the request itself tells of the visitor: nothing, where a server sent it. */
export function deliveryOfFormat(delivery: Delivery): Delivery {
  return isProgram(delivery.userAgent)
    ? { ...delivery, address: null, userAgent: null, acceptLanguage: null, proxyGeography: null }
    : delivery;
}

/**
 * The events of a request. From a server, an event without any visitor is its own visitor's: hashed, all of them would be
 * one.
 *
 * @param newId makes an id that nobody has
 */
export function eventsOfSender(
  events: readonly unknown[],
  { userAgent }: Pick<Delivery, 'userAgent'>,
  newId: () => string,
): unknown[] {
  if (userAgent !== null) return [...events];
  return events.map((sent) => {
    if (!isRecord(sent)) return sent;
    const event: FormatEvent = sent;
    const isKnown = event.userId || event.visitorId || record(event.context).ip;
    return isKnown ? event : { ...event, visitorId: newId() };
  });
}
