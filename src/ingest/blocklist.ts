import { BlockList, isIP } from 'node:net';
import { domainToASCII } from 'node:url';
import { bareHost } from './enrich/url.ts';

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
  const addresses = new BlockList();
  for (const entry of blocked.blockedAddresses) addAddress(addresses, entry);
  const agents = blocked.blockedUserAgents.map((part) => part.toLowerCase());
  const referrers = new Set(blocked.blockedReferrers.map(listedHost));
  const hostnames = new Set(blocked.blockedHostnames.map(listedHost));
  const isBlocked = {
    address: (address) => addresses.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4'),
    userAgent: (userAgent) => {
      const text = userAgent.toLowerCase();
      return agents.some((part) => text.includes(part));
    },
    referrer: (referrer) => isUnder(hostOf(referrer), referrers) || isUnder(hostOf(referrer), spam),
    hostname: (hostname) => isUnder(bareHost(hostname), hostnames),
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

/** The hosts of a list of spammers: one a line, as in Matomo's referrer-spam-list. */
export function parseSpamList(text: string): Set<string> {
  const hosts = text.split('\n').map((line) => listedHost(line.trim()));
  return new Set(hosts.filter((host) => host !== '' && !host.startsWith('#')));
}

/** Whether an entry is an IP address or a network. */
export function isAddressOrNetwork(entry: string): boolean {
  const [address = '', bits, ...more] = entry.split('/');
  const family = isIP(address);
  if (family === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (family === 6 ? 128 : 32));
}

function addAddress(list: BlockList, entry: string): void {
  const [address = '', bits] = entry.split('/');
  const family = isIP(address) === 6 ? 'ipv6' : 'ipv4';
  if (bits === undefined) list.addAddress(address, family);
  else list.addSubnet(address, Number(bits), family);
}

/** A host of a list as URLs have it. */
const listedHost = (host: string): string => bareHost(domainToASCII(host));

function hostOf(referrer: string): string {
  return URL.canParse(referrer) ? bareHost(new URL(referrer).hostname) : '';
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
