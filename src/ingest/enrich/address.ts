import { BlockList, isIP, SocketAddress } from 'node:net';
import { LRUCache } from 'lru-cache';

/** A request's headers; names in any case. */
export type HeaderReader = Pick<Headers, 'get'>;

// IANA's special-purpose registries: "this host", private, shared (carrier-grade NAT), loopback, link-local, multicast, reserved.
// Documentation's addresses (203.0.113.0/24 and others) pass, for visitors in tests and demonstrations.
const notPublic = new BlockList();
notPublic.addSubnet('0.0.0.0', 8, 'ipv4');
notPublic.addSubnet('10.0.0.0', 8, 'ipv4');
notPublic.addSubnet('100.64.0.0', 10, 'ipv4');
notPublic.addSubnet('127.0.0.0', 8, 'ipv4');
notPublic.addSubnet('169.254.0.0', 16, 'ipv4');
notPublic.addSubnet('172.16.0.0', 12, 'ipv4');
notPublic.addSubnet('192.168.0.0', 16, 'ipv4');
notPublic.addSubnet('224.0.0.0', 3, 'ipv4');
notPublic.addAddress('::', 'ipv6');
notPublic.addAddress('::1', 'ipv6');
notPublic.addSubnet('fc00::', 7, 'ipv6');
notPublic.addSubnet('fe80::', 10, 'ipv6');
notPublic.addSubnet('ff00::', 8, 'ipv6');

/** Which proxies stand between the server and its clients. */
export interface ProxyTrust {
  /** Whether headers that come from this address are believed. */
  trusts(address: string): boolean;
  /** A header that the outermost proxy always sets to the client's address; null where X-Forwarded-For says it. */
  header: string | null;
}

/** Nobody's headers are believed. */
export const NO_PROXIES: ProxyTrust = { trusts: () => false, header: null };

/** Proxies on this machine and in private networks. */
export const LOCAL_PROXIES: ProxyTrust = { trusts: (address) => !isPublicAddress(address), header: null };

/** Those, and the addresses and CIDR ranges of a list. Throws where one is neither. */
export function proxiesOf(list: readonly string[]): ProxyTrust {
  const listed = new BlockList();
  for (const entry of list) {
    const [text = '', length] = entry.split('/');
    const address = parseAddress(text);
    const bits = length === undefined ? null : Number(length);
    if (address === null) throw new Error(`${entry} is neither an IP address nor a CIDR range`);
    const family = isIP(address) === 4 ? 'ipv4' : 'ipv6';
    if (bits === null) listed.addAddress(address, family);
    else listed.addSubnet(address, bits, family);
  }
  return {
    trusts: (address) =>
      LOCAL_PROXIES.trusts(address) || listed.check(address, isIP(address) === 4 ? 'ipv4' : 'ipv6'),
    header: null,
  };
}

// Set by proxies and CDNs that send no list of addresses. A client can send them as well: they count in its absence only.
const SINGLE = ['x-real-ip', 'cf-connecting-ip', 'true-client-ip', 'cf-connecting-ipv6'];

/**
 * The client's IP address, in canonical form, or null. Where the socket's peer is a trusted proxy, it is the last address
 * of X-Forwarded-For (else Forwarded) that is none of a trusted proxy: each proxy appends the address that it saw, so what
 * a client wrote itself stands further to the left. Where all are trusted, as in a private network, it is the first.
 */
export function clientAddress(
  headers: HeaderReader,
  socketAddress: string | null,
  trust: ProxyTrust,
): string | null {
  const socket = parseAddress(socketAddress ?? '');
  if (socket === null || !trust.trusts(socket)) return socket;
  if (trust.header !== null) return parseAddress(headers.get(trust.header) ?? '') ?? socket;
  let nearest = socket;
  for (const hop of hopsOf(headers).toReversed()) {
    const address = parseAddress(hop);
    // What stands to the left of nonsense may be nonsense as well.
    if (address === null) break;
    nearest = address;
    if (!trust.trusts(address)) break;
  }
  return nearest;
}

/** Whether a request comes from a trusted proxy, so that what its headers say of the client is believed. */
export function isFromProxy({ address }: { address: string | null }, trust: ProxyTrust): boolean {
  const socket = parseAddress(address ?? '');
  return socket !== null && trust.trusts(socket);
}

/** Addresses as proxies wrote them down, the nearest last. */
function hopsOf(headers: HeaderReader): string[] {
  const list = headers.get('x-forwarded-for');
  if (list !== null) return list.split(',');
  const forwarded = forwardedFor(headers.get('forwarded') ?? '');
  return forwarded.length > 0 ? forwarded : SINGLE.flatMap((name) => headers.get(name) ?? []).slice(0, 1);
}

// Looking an address up takes some microseconds, and that of a proxy is looked up with every request.
const seen = new LRUCache<string, boolean>({ max: 10_000 });

/** Whether an IP address can be a visitor's on the internet; false of what is no address. */
export function isPublicAddress(address: string): boolean {
  const known = seen.get(address);
  if (known !== undefined) return known;
  const version = isIP(address);
  const isPublic = version !== 0 && !notPublic.check(address, version === 4 ? 'ipv4' : 'ipv6');
  seen.set(address, isPublic);
  return isPublic;
}

/**
 * An IP address in its one canonical spelling, or null: without quotes, port, brackets or zone, IPv6 as RFC 5952 writes it,
 * and IPv4 that is mapped into IPv6 (`::ffff:192.0.2.1`) as IPv4. One visitor has one spelling, hence one hash.
 */
export function parseAddress(text: string): string | null {
  const unquoted = text.trim().replace(/^"(.*)"$/, '$1');
  const bare = /^\[([^\]]+)\](?::\d+)?$/.exec(unquoted)?.[1] ?? unquoted.replace(/^([\d.]+):\d+$/, '$1');
  const address = bare.replace(/%.*$/, '');
  const version = isIP(address);
  if (version !== 6) return version === 4 ? address : null;
  return new SocketAddress({ address, family: 'ipv6' }).address.replace(/^::ffff:(?=[\d.]+$)/, '');
}

/** The `for` parameters of a Forwarded header, in order (RFC 7239): `for=192.0.2.1;proto=https, for="[2001:db8::1]:443"`. */
function forwardedFor(header: string): string[] {
  return [...header.matchAll(/(?:^|[;,])\s*for=(?:"([^"]*)"|([^;,\s]*))/gi)].map(
    (match) => match[1] ?? match[2] ?? '',
  );
}
