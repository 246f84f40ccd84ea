import { BlockList, isIP, SocketAddress } from 'node:net';

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

/**
 * The visitor's IP address, in canonical form, or null. Behind a proxy (`trustProxy`) it is the first public address that the headers
 * give; on a network of its own, where none is public, the first private one; without headers, the socket's.
 *
 * A client can write these headers too, so what is read here may serve statistics and never a decision of access.
 * CF-Connecting-IP comes first: Cloudflare sets it, while it only appends to an X-Forwarded-For that the client sent.
 */
export function clientAddress(
  headers: HeaderReader,
  socketAddress: string | null,
  trustProxy: boolean,
): string | null {
  const socket = parseAddress(socketAddress ?? '');
  if (!trustProxy) return socket;
  const candidates = [
    headers.get('cf-connecting-ip') ?? '',
    ...(headers.get('x-forwarded-for') ?? '').split(','),
    headers.get('x-real-ip') ?? '',
    ...forwardedFor(headers.get('forwarded') ?? ''),
  ]
    .map(parseAddress)
    .filter((address) => address !== null);
  return candidates.find(isPublicAddress) ?? candidates[0] ?? socket;
}

/** Whether an IP address can be a visitor's on the internet; false of what is no address. */
export function isPublicAddress(address: string): boolean {
  const version = isIP(address);
  return version !== 0 && !notPublic.check(address, version === 4 ? 'ipv4' : 'ipv6');
}

/**
 * An IP address in its one canonical spelling, or null: without port, brackets or zone, IPv6 as RFC 5952 writes it,
 * and IPv4 that is mapped into IPv6 (`::ffff:192.0.2.1`) as IPv4. One visitor has one spelling, hence one hash.
 */
export function parseAddress(text: string): string | null {
  const bare =
    /^\[([^\]]+)\](?::\d+)?$/.exec(text.trim())?.[1] ?? text.trim().replace(/^([\d.]+):\d+$/, '$1');
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
