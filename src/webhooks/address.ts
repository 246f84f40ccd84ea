import http from 'node:http';
import https from 'node:https';
import { isIP } from 'node:net';
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

const FILTERING = { http: new RequestFilteringHttpAgent(), https: new RequestFilteringHttpsAgent() };
const PLAIN = { http: new http.Agent(), https: new https.Agent() };

/** The agent that connects: it looks at the very address that it connects to, so a name cannot change its mind in between. */
export function agentFor(url: URL, privateAddresses: boolean): http.Agent {
  const agents = privateAddresses ? PLAIN : FILTERING;
  return url.protocol === 'https:' ? agents.https : agents.http;
}

/** Whether an error is the agent's refusal to connect. */
export const isRefusal = (error: Error): boolean => / is not allowed\. Because,? It is /.test(error.message);
