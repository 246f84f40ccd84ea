import type { Context } from '../context.ts';
import { clientAddress } from './enrich/address.ts';
import { geoFromHeaders } from './enrich/geo.ts';
import type { Delivery } from './prepare.ts';

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
    trusted: viewer.kind === 'user' || (viewer.kind === 'key' && viewer.secret),
    address: clientAddress(headers, request.address, config.trustProxy),
    userAgent: request.header('user-agent'),
    acceptLanguage: request.header('accept-language'),
    proxyGeography: config.trustProxy ? geoFromHeaders(headers) : null,
  };
}
