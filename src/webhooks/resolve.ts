import type { LookupAddress } from 'node:dns';
import { Resolver } from 'node:dns/promises';

// Milliseconds that one name server has for one try, that all have together, and how often each is tried.
const TRY = 1_500;
const LONGEST = 4_000;
const TRIES = 2;

/**
 * A host's addresses as DNS has them. Not the system's resolver (dns.lookup, getaddrinfo): nothing ends it, it holds a thread of
 * libuv's pool for half a minute where a name server is silent, and the pool has four, which files, passwords and the names of
 * everyone else wait for. Whoever makes webhooks chooses the name server. What only the system knows, /etc/hosts and search
 * domains, is not found: such names lead to addresses that are not public. Rejects when there is no address.
 */
export async function addressesOf(host: string): Promise<LookupAddress[]> {
  const resolver = new Resolver({ timeout: TRY, tries: TRIES });
  const ending = setTimeout(() => resolver.cancel(), LONGEST);
  try {
    const [four, six] = await Promise.allSettled([resolver.resolve4(host), resolver.resolve6(host)]);
    if (four.status === 'rejected' && six.status === 'rejected') throw four.reason;
    return [...of(four, 4), ...of(six, 6)];
  } finally {
    clearTimeout(ending);
  }
}

const of = (answer: PromiseSettledResult<string[]>, family: 4 | 6): LookupAddress[] =>
  answer.status === 'fulfilled' ? answer.value.map((address) => ({ address, family })) : [];
