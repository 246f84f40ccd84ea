import type { IncomingMessage, ServerResponse } from 'node:http';
import { isIP } from 'node:net';
import type { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Logger } from 'pino';
import { failure } from '../errors.ts';
import { sendError } from './rest/answer.ts';

// Which web pages may use the server. A page of another site reaches a server on 127.0.0.1 or in a private network through
// its reader's browser: what it may do there is decided here, by what browsers say and pages cannot write.

export interface Origins {
  /** Why a request is not answered at all, for its Host header; null where it is. */
  checkHost(request: IncomingMessage): GraphQLError | null;
  /** Why a page may not use GraphQL; null where no page asks, or one that may. */
  checkPage(request: IncomingMessage): GraphQLError | null;
  /** Lets the pages of CORS_ORIGINS read the answer. */
  allowListed(request: IncomingMessage, response: ServerResponse): void;
  /** Answers the preflight request of such a page, and tells other pages what is missing. */
  preflight(request: IncomingMessage, response: ServerResponse): void;
}

export interface OriginOptions {
  /** Whose pages may ask from a browser; `*` for any. */
  corsOrigins: readonly string[];
  /** Names besides those of loopback under which browsers reach the server directly. */
  allowedHosts: readonly string[];
  log: Logger;
}

type Headers = IncomingMessage['headers'];

// A host with a port, as a URL has it: nothing of a path or of user information.
const HOST = /^[^\s/?#@\\%]+$/;
const MAX_HEADERS = 200;

export function createOrigins({ corsOrigins, allowedHosts, log }: OriginOptions): Origins {
  const hosts = new Set([
    ...allowedHosts.map((host) => host.toLowerCase()),
    ...corsOrigins.filter((origin) => origin !== '*').map((origin) => new URL(origin).hostname),
  ]);
  // Each once, or a page that asks every second would fill the log.
  const reported = new LRUCache<string, true>({ max: 100 });
  const isListed = (origin: string) => corsOrigins.includes('*') || corsOrigins.includes(origin);

  function refusal(sent: string | undefined): GraphQLError {
    const origin = sent?.slice(0, 200) ?? 'another site';
    if (!reported.has(origin)) {
      reported.set(origin, true);
      log.warn({ origin }, `pages of ${origin} asked; CORS_ORIGINS lacks it`);
    }
    return failure(
      'FORBIDDEN',
      `Pages of ${origin} may not use this API from a browser: CORS_ORIGINS lacks it.`,
    );
  }

  /** Why a page of another site may not ask; null where it may. */
  function checkPage({ headers }: IncomingMessage): GraphQLError | null {
    const { origin } = headers;
    const site = headers['sec-fetch-site'];
    if (origin === undefined)
      return site === 'cross-site' || site === 'same-site' ? refusal(undefined) : null;
    // Browsers say whether a page is of the site that it asks, but over plain HTTP, where the host has to tell it.
    const isOwn = site === 'same-origin' || isOfHost(origin, headers);
    return isOwn || isListed(origin) ? null : refusal(origin);
  }

  function allowListed({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
    response.setHeader('vary', 'origin');
    if (origin === undefined || !isListed(origin)) return;
    response.setHeader('access-control-allow-origin', origin);
    response.setHeader('access-control-expose-headers', 'retry-after');
  }

  return {
    checkPage,
    allowListed,
    checkHost(request) {
      const { rawHeaders, headers } = request;
      if (rawHeaders.length > 2 * MAX_HEADERS)
        return failure('BAD_USER_INPUT', `A request has at most ${MAX_HEADERS} headers.`, { status: 431 });
      const problem = hostProblem(rawHeaders, headers);
      if (problem) return failure('BAD_USER_INPUT', problem);
      const stranger = reboundName(request);
      if (stranger === null || hosts.has(stranger)) return null;
      return failure(
        'FORBIDDEN',
        `This server is not known as ${stranger}: list in ALLOWED_HOSTS the names under which browsers reach it without a proxy.`,
      );
    },
    preflight(request, response) {
      allowListed(request, response);
      const refused = checkPage(request);
      if (refused) return sendError(response, refused);
      answerPreflight(request, response, ['GET', 'POST', 'OPTIONS']);
    },
  };
}

/** What is wrong with the Host header; null where there is one good one. */
function hostProblem(rawHeaders: readonly string[], { host }: Headers): string | null {
  let count = 0;
  for (let i = 0; i < rawHeaders.length; i += 2) if (rawHeaders[i]?.toLowerCase() === 'host') count++;
  if (count > 1) return 'A request has one Host header.';
  return host === undefined || placeOf(host) ? null : 'The Host header is not a host and a port.';
}

interface Place {
  /** Without a final dot. */
  name: string;
  port: number;
}

// Each client sends the same one with each of its requests.
const places = new LRUCache<string, Place | 'none'>({ max: 1_000 });

/** The name and port of a Host header; null where it is no such thing. */
function placeOf(host: string): Place | null {
  let place = places.get(host);
  if (place === undefined) {
    const url = HOST.test(host) && URL.canParse(`http://${host}`) ? new URL(`http://${host}`) : null;
    place = url ? { name: url.hostname.replace(/\.$/, ''), port: Number(url.port || 80) } : 'none';
    if (host.length < 300) places.set(host, place);
  }
  return place === 'none' ? null : place;
}

/**
 * The name under which a browser reaches this server over loopback, where it is none of loopback's: a site whose name was
 * changed to point here, so that its pages count as the server's own (DNS rebinding). A browser that connects to the
 * server's port names the port, too; one that asks through a reverse proxy names that of the proxy.
 */
function reboundName({ headers, socket }: IncomingMessage): string | null {
  const place = headers.host === undefined ? null : placeOf(headers.host);
  if (place === null || place.port !== socket.localPort || !isLoopback(socket.localAddress ?? ''))
    return null;
  const { name } = place;
  const isLocal =
    name === 'localhost' || name.endsWith('.localhost') || isIP(name.replace(/^\[|\]$/g, '')) !== 0;
  return isLocal ? null : name;
}

const isLoopback = (address: string): boolean => /^(?:::ffff:)?127\.|^::1$/.test(address);

/** Whether a page is of the host that was asked, as the client or the proxy says it. */
function isOfHost(origin: string, headers: Headers): boolean {
  if (!URL.canParse(origin)) return false;
  const { host } = new URL(origin);
  // A page cannot send this one elsewhere without a preflight request.
  const forwarded = headers['x-forwarded-host'];
  const asked = [headers.host, typeof forwarded === 'string' ? forwarded.split(',')[0]?.trim() : undefined];
  // An origin is written without the port that its scheme implies.
  return asked.some((name) =>
    [name, name?.replace(/:(?:80|443)$/, '')].some((each) => each?.toLowerCase() === host),
  );
}

/** Any site's pages may send events, with credentials or without: the key in the request is all that counts. */
export function allowAnyOrigin({ headers: { origin } }: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', origin ?? '*');
  response.setHeader('vary', 'origin');
  if (origin !== undefined) response.setHeader('access-control-allow-credentials', 'true');
}

/** Answers a preflight request: the methods, and whatever headers it asks for. */
export function answerPreflight(
  { headers }: IncomingMessage,
  response: ServerResponse,
  methods: readonly string[],
): void {
  const asked = headers['access-control-request-headers'];
  response
    .writeHead(204, {
      'access-control-allow-methods': methods.join(', '),
      ...(asked === undefined ? {} : { 'access-control-allow-headers': asked }),
      'access-control-max-age': '86400',
    })
    .end();
}
