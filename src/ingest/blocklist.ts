import { BlockList, isIP } from 'node:net';
import { parse } from 'tldts';
import { parseAddress } from './enrich/address.ts';
import { hostName } from './enrich/host.ts';

/** What a project does not want events of. */
export interface Blocked {
  /** IP addresses or networks, such as 192.0.2.0/24. */
  blockedAddresses: readonly string[];
  /** Parts of user agents, upper or lower case. */
  blockedUserAgents: readonly string[];
  /** Host names of referrers; those beneath them too. */
  blockedReferrers: readonly string[];
  /** Host names of pages; those beneath them too. */
  blockedHostnames: readonly string[];
}

/** What an event is looked up by; null where it is not known. */
export interface Sender {
  address: string | null;
  userAgent: string | null;
  referrer: string | null;
  hostname: string | null;
}

/** The field by which an event is blocked, or null. */
export type Blocklist = (sender: Sender) => keyof Sender | null;

/** A project's blocklist; `spam` are hosts that no project wants as referrers. */
export function createBlocklist(blocked: Blocked, spam: ReadonlySet<string>): Blocklist {
  // One for each family: Node's list would take ::/0 for IPv4 as well.
  const addresses = { ipv4: new BlockList(), ipv6: new BlockList() };
  for (const entry of blocked.blockedAddresses) addAddress(addresses, entry);
  const agents = blocked.blockedUserAgents.map((part) => part.toLowerCase());
  const referrers = hostsOf(blocked.blockedReferrers);
  const hostnames = hostsOf(blocked.blockedHostnames);
  const isBlocked = {
    address: (sent) => {
      const address = parseAddress(sent) ?? sent;
      return addresses[familyOf(address)].check(address, familyOf(address));
    },
    userAgent: (userAgent) => {
      const text = userAgent.toLowerCase();
      return agents.some((part) => text.includes(part));
    },
    referrer: (referrer) => isUnder(hostOf(referrer), referrers) || isUnder(hostOf(referrer), spam),
    hostname: (hostname) => isUnder(hostname, hostnames),
  } satisfies Record<keyof Sender, (value: string) => boolean>;
  const empty =
    spam.size === 0 && Object.values(blocked).every((list: readonly string[]) => list.length === 0);
  if (empty) return () => null;
  return (sender) =>
    (Object.keys(isBlocked) as (keyof Sender)[]).find((field) => {
      const value = sender[field];
      return value !== null && isBlocked[field](value);
    }) ?? null;
}

/**
 * The hosts of a list of spammers: one a line, as in Matomo's referrer-spam-list. What everybody's names end with, such as
 * `co.uk`, is no spammer's.
 */
export function parseSpamList(text: string): Set<string> {
  const hosts = hostsOf(text.split('\n').filter((line) => !line.trim().startsWith('#')));
  for (const host of hosts) {
    const { isIcann, publicSuffix } = parse(host);
    if (isIcann && publicSuffix === host) hosts.delete(host);
  }
  return hosts;
}

/** Whether an entry is an IP address or a network. */
export function isAddressOrNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.trim().split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

const familyOf = (address: string) => (isIP(address) === 6 ? 'ipv6' : 'ipv4');

function addAddress(lists: Record<'ipv4' | 'ipv6', BlockList>, entry: string): void {
  const [sent = '', bits] = entry.trim().split('/');
  // IPv4 that is written as IPv6 (::ffff:192.0.2.0/120) is IPv4, as visitors' addresses are.
  const canonical = parseAddress(sent) ?? sent;
  const mapped = familyOf(sent) !== familyOf(canonical);
  const isWithin = !mapped || bits === undefined || Number(bits) >= MAPPED_BITS;
  const address = isWithin ? canonical : sent;
  const family = familyOf(address);
  if (bits === undefined) lists[family].addAddress(address, family);
  else lists[family].addSubnet(address, Number(bits) - (mapped && isWithin ? MAPPED_BITS : 0), family);
}

// Those of ::ffff:0:0/96, before the 32 of an IPv4 address.
const MAPPED_BITS = 96;

/** The hosts of a list, as URLs have them and as they are written: `www.` is a host of its own. */
const hostsOf = (list: readonly string[]): Set<string> =>
  new Set(list.flatMap((entry) => hostName(entry) ?? []));

function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? new URL(referrer).hostname.replace(/\.$/, '') : '';
}

// RFC 1035, section 2.3.4.
const LONGEST_HOST = 253;

/** Whether a host or one that it is beneath is among the hosts. */
function isUnder(host: string, hosts: ReadonlySet<string>): boolean {
  if (hosts.size === 0 || host.length > LONGEST_HOST) return false;
  for (let rest = host; rest !== ''; rest = rest.slice(rest.indexOf('.') + 1)) {
    if (hosts.has(rest)) return true;
    if (!rest.includes('.')) return false;
  }
  return false;
}
