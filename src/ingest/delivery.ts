import type { Viewer } from '../accounts/viewer.ts';
import type { Context } from '../context.ts';
import { clientAddress } from './enrich/address.ts';
import { geoFromHeaders } from './enrich/geo.ts';
import type { Delivery } from './prepare.ts';

/**
 * Counts the events of a request, before anything is done with them. RATE_LIMITED, and nothing counted, where who sends
 * them has sent too many.
 */
export function admitEvents(
  { rateLimits, viewer }: Pick<Context, 'rateLimits' | 'viewer'>,
  projectId: number,
  events: number,
  { trusted, address }: Delivery,
): void {
  rateLimits.take({ projectId, key: keyOf(viewer), address: trusted ? null : address }, events);
}

/** What one sends with; everybody who has the write key counts as one. */
function keyOf(viewer: Viewer): string {
  if (viewer.kind === 'user') return `user ${viewer.userId}`;
  return viewer.kind === 'key' && viewer.id !== null ? `secret ${viewer.id}` : 'write key';
}

/** What a request tells of the events that it brings. */
export function deliveryOf(
  { request, config, now, viewer }: Pick<Context, 'request' | 'now' | 'config' | 'viewer'>,
  sentAt: Date | null,
): Delivery {
  const headers = { get: (name: string) => request.header(name) };
  return {
    receivedAt: now(),
    sentAt: sentAt?.getTime() ?? null,
    // A write key is public: anyone may have it.
    trusted: viewer.kind === 'user' || (viewer.kind === 'key' && viewer.id !== null),
    address: clientAddress(headers, request.address, config.trustProxy),
    userAgent: request.header('user-agent'),
    acceptLanguage: request.header('accept-language'),
    proxyGeography: config.trustProxy ? geoFromHeaders(headers) : null,
  };
}
