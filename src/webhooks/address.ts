import http from 'node:http';
import https from 'node:https';
import { isIP, type LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { RequestFilteringHttpAgent, RequestFilteringHttpsAgent } from 'request-filtering-agent';
import { addressesOf } from './resolve.ts';

export const NOT_PUBLIC =
  'its host has an address that is not public: private, loopback, link-local or reserved. WEBHOOK_PRIVATE_ADDRESSES=true allows them on this server';

// Addresses of IPv4 written in IPv6 (RFC 4291, section 2.5.5.1), long deprecated: no range of ipaddr.js has them.
const IPV4_COMPATIBLE = ipaddr.parseCIDR('::/96');

/** Whether an IP address is one that the whole internet can reach. */
export function isPublic(address: string): boolean {
  const parsed = ipaddr.parse(address);
  if (parsed.range() !== 'unicast') return false;
  return parsed.kind() === 'ipv4' || !parsed.match(IPV4_COMPATIBLE);
}

/** The host that would be connected to: without the brackets of IPv6. */
const hostOf = ({ hostname }: URL): string => hostname.replace(/^\[(.*)\]$/, '$1');

/** Whether the URL names an address, or the machine itself, that is not public. What names resolve to is the agent's to check. */
export function namesPrivate(url: URL): boolean {
  const host = hostOf(url);
  return isIP(host) === 0 ? /(^|\.)localhost\.?$/.test(host) : !isPublic(host);
}

/** Whether the URL leads to an address that is not public, as far as can be seen now. */
export async function leadsToPrivate(url: URL): Promise<boolean> {
  if (namesPrivate(url)) return true;
  const host = hostOf(url);
  if (isIP(host) !== 0) return false;
  // What does not resolve now is left for the deliveries to find out.
  const found = await addressesOf(host).catch(() => []);
  return found.some(({ address }) => !isPublic(address));
}

// Ports from 1024 on where services speak that are no receivers of webhooks: those that browsers refuse (WHATWG Fetch, "port
// blocking"), and databases, caches, queues, directories and remote shells. A request could be read as a command there.
const SERVICES: ReadonlySet<number> = new Set([
  ...[
    1719, 1720, 1723, 2049, 3659, 4045, 4190, 5060, 5061, 6000, 6566, 6665, 6666, 6667, 6668, 6669, 6679,
    6697, 10080,
  ],
  ...[
    1080, 1433, 1521, 1883, 2181, 2375, 2376, 2379, 2380, 3128, 3268, 3306, 3389, 4369, 5432, 5671, 5672,
    5900, 5984,
  ],
  ...[
    6379, 6380, 6432, 6443, 7000, 7001, 8086, 8125, 9042, 9092, 9160, 9200, 9300, 10250, 10255, 11211, 15672,
    16379,
  ],
  ...[25565, 26379, 27017, 27018, 27019, 28015, 50000, 61613, 61616],
]);

export const PORT_RULE =
  'its port is 80, 443, or one from 1024 on at which no well-known service of another kind listens';

/** Whether a URL's port is one that receivers of webhooks have. */
export function hasPortOfReceivers({ port, protocol }: URL): boolean {
  const number = port === '' ? (protocol === 'https:' ? 443 : 80) : Number(port);
  return number === 80 || number === 443 || (number >= 1024 && !SERVICES.has(number));
}

class NotPublic extends Error {}

/**
 * It as `lookup` of http.request and https.request: fails where an address is not public. The agent looks at the addresses
 * too, but for those of IPv4 in IPv6 that are named above.
 */
export const publicLookup: LookupFunction = (host, { all }, done) => {
  const found = addressesOf(host).then((addresses) => {
    if (addresses.some(({ address }) => !isPublic(address))) throw new NotPublic();
    return addresses;
  });
  found.then(
    (addresses) =>
      all ? done(null, addresses) : done(null, addresses[0]?.address ?? '', addresses[0]?.family),
    (error: NodeJS.ErrnoException) => done(error, ''),
  );
};

const FILTERING = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };
const PLAIN = { http: new http.Agent(), https: new https.Agent() };

/** The agent that connects: it looks at the very address that it connects to, so a name cannot change its mind in between. */
export function agentFor(url: URL, privateAddresses: boolean): http.Agent {
  const agents = privateAddresses ? PLAIN : FILTERING;
  return url.protocol === 'https:' ? agents.https : agents.http;
}

/** Whether an error is the refusal to connect to an address. */
export const isRefusal = (error: Error): boolean =>
  error instanceof NotPublic || / is not allowed\. Because,? It is /.test(error.message);
