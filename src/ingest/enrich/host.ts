import { domainToASCII } from 'node:url';

// Labels of letters, digits, hyphens and, as some hosts have them, underscores.
const LABEL = '[a-z0-9_](?:[a-z0-9_-]*[a-z0-9_])?';
const HOST = new RegExp(`^(?:${LABEL}\\.)*${LABEL}$`);
// What separates a host from the rest of a URL, or would be read as something else in it.
const NOT_OF_HOSTS = /[\s/\\?#%@:]/;
// RFC 1035, section 2.3.4.
const LONGEST_HOST = 253;

/**
 * A host name as URLs have it: lower case, in punycode, without the root's final dot. Null where it is none, such as a URL
 * or a path.
 */
export function hostName(text: string): string | null {
  const trimmed = text.trim();
  if (NOT_OF_HOSTS.test(trimmed)) return null;
  const host = domainToASCII(trimmed).replace(/\.$/, '');
  return host.length <= LONGEST_HOST && HOST.test(host) ? host : null;
}
