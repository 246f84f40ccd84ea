import { findProject } from '../accounts/access.ts';
import type { Viewer } from '../accounts/viewer.ts';
import type { Context } from '../context.ts';
import { clientAddress, isFromProxy } from './enrich/address.ts';
import { geoFromHeaders } from './enrich/geo.ts';
import type { Delivery } from './prepare.ts';

/**
 * Counts the events of a request, before anything is done with them. RATE_LIMITED, and nothing counted, where who sends
 * them has sent too many; OVERLOADED, and nothing counted either, where too many of the project's wait.
 */
export function admitEvents(
  { ingest, rateLimits, viewer }: Pick<Context, 'ingest' | 'rateLimits' | 'viewer'>,
  projectId: number,
  events: number,
  { trusted, address }: Delivery,
): void {
  ingest.requireRoom(projectId, events);
  const key = trusted ? keyOf(viewer) : WRITE_KEY;
  rateLimits.take({ projectId, key, address: trusted ? null : address }, events);
}

const WRITE_KEY = 'write key';

/** Whether who sends might do so without the project's write key, which is public: their servers and scripts are no bots. */
export async function isTrusted(
  context: Pick<Context, 'viewer' | 'store' | 'recent'>,
  projectId: number,
): Promise<boolean> {
  const { viewer } = context;
  if (viewer.kind === 'anonymous' || (viewer.kind === 'key' && viewer.id === null)) return false;
  return (await findProject(context, projectId, 'WRITE')) !== null;
}

/** What one sends with; everybody who has the write key counts as one. */
function keyOf(viewer: Viewer): string {
  if (viewer.kind === 'user') return `user ${viewer.userId}`;
  return viewer.kind === 'key' && viewer.id !== null ? `secret ${viewer.id}` : WRITE_KEY;
}

/** What a request tells of the events that it brings. */
export function deliveryOf(
  { request, config, now }: Pick<Context, 'request' | 'now' | 'config'>,
  sentAt: Date | null,
  trusted: boolean,
): Delivery {
  const headers = { get: (name: string) => request.header(name) };
  return {
    receivedAt: now(),
    sentAt: sentAt?.getTime() ?? null,
    trusted,
    address: clientAddress(headers, request.address, config.trustProxy),
    userAgent: request.header('user-agent'),
    acceptLanguage: request.header('accept-language'),
    proxyGeography: isFromProxy(request, config.trustProxy) ? geoFromHeaders(headers) : null,
  };
}
