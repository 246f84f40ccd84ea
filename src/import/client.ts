import { isPublicAddress, parseAddress } from '../ingest/enrich/address.ts';

/** Whom a line is about: what stands before `[time]` in it. */
export interface LoggedClient {
  /** The virtual host that was asked, where the line names one. */
  host: string | null;
  /** As written: an IP address, or a host name where the server looks them up. */
  address: string;
}

const WITH_PORT = /^(.+):\d+$/;

/**
 * Reads `client ident user`, and what servers are configured to put before it: `%v:%p` of Apache's vhost_combined, a
 * host name or the server's own address, and X-Forwarded-For in place of the client (`203.0.113.5, 10.0.0.2`). The
 * client is what stands next to `ident`; of a list, its first public address. Null where that cannot be said.
 */
export function parseClient(head: string): LoggedClient | null {
  const tokens = head.replaceAll(/ *, */g, ',').split(' ');
  const before = hostsBefore(tokens);
  const client = tokens[before];
  // The identity and the name of a user follow; a name may have spaces.
  if (client === undefined || tokens.length < before + 3) return null;
  const address = client.includes(',') ? fromList(client.split(',')) : (parseAddress(client) ?? client);
  return address === null ? null : { host: hostOf(tokens.slice(0, before)), address };
}

/** How many tokens stand before the client: those that an address follows, and a host with its port. */
function hostsBefore(tokens: readonly string[]): number {
  let count = 0;
  while (isClient(tokens[count + 1])) count++;
  const [first = '', next] = tokens;
  const isHost = count === 0 && WITH_PORT.test(first) && parseAddress(first) === null;
  return isHost && next !== '-' && tokens.length > 3 ? 1 : count;
}

const isClient = (token = ''): boolean => token.split(',').some((part) => parseAddress(part) !== null);

/** The name among what stands before the client, without its port; an address is none. */
function hostOf(tokens: readonly string[]): string | null {
  const name = tokens.find((token) => parseAddress(token) === null && token !== '-');
  return name === undefined ? null : (WITH_PORT.exec(name)?.[1] ?? name);
}

/** The first public address of a list of proxies, else its first address. */
function fromList(parts: readonly string[]): string | null {
  const addresses = parts.flatMap((part) => parseAddress(part) ?? []);
  return addresses.find(isPublicAddress) ?? addresses[0] ?? null;
}
