import { parseAgent } from '../enrich/agent.ts';
import type { Delivery } from '../prepare.ts';
import { type FormatEvent, isRecord, record } from './format.ts';

// @umami/node calls itself a browser.
const PROGRAM = /^Mozilla\/\S+ Umami\//;

/**
 * Whether a request's user agent is that of a server's program (node, axios, an SDK) rather than a visitor's: it says
 * nothing of a browser or a system. An absent one is a program's.
 */
export function isProgram(userAgent: string | null): boolean {
  const text = userAgent?.trim();
  if (!text || PROGRAM.test(text)) return true;
  if (/^(?:Mozilla|Opera)\//.test(text)) return false;
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
 * The events of a request with what it tells of who did them. From a browser, its user agent: bots are told by it. From
 * a server, an event without any visitor is its own visitor's: hashed, all of them would be one.
 *
 * @param newId makes an id that nobody has
 */
export function eventsOfSender(
  events: readonly unknown[],
  { userAgent }: Pick<Delivery, 'userAgent'>,
  newId: () => string,
): unknown[] {
  return events.map((sent) => {
    if (!isRecord(sent)) return sent;
    const event: FormatEvent = sent;
    const context = record(event.context);
    if (userAgent !== null)
      return { ...event, context: { ...context, userAgent: context.userAgent ?? userAgent } };
    const isKnown = event.userId || event.visitorId || context.ip;
    return isKnown ? event : { ...event, visitorId: newId() };
  });
}
