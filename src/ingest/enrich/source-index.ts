import { getDomain, getDomainWithoutSuffix } from 'tldts';

/**
 * Compiles lists of sources into a lookup from a source to the list that has it, or null. An entry, lower case, between blanks:
 * - `fb`, `com.slack`: exactly that text;
 * - `facebook.com`: that host and every host beneath it, unless a longer entry names that one;
 * - `google.*`: that name under any public suffix, perhaps with `www.` or `m.` before it, but no other host beneath it.
 */
export function sourceIndex<Kind extends string>(
  lists: Record<Kind, string>,
): (source: string) => Kind | null {
  const kinds = new Map<string, Kind>();
  for (const [kind, list] of Object.entries(lists) as [Kind, string][]) {
    for (const entry of list.split(/\s+/)) if (entry) kinds.set(entry, kind);
  }
  return (source) => {
    const host = source.toLowerCase();
    for (const candidate of [...hostAndParents(host), anySuffix(host)]) {
      const kind = candidate === null ? undefined : kinds.get(candidate);
      if (kind) return kind;
    }
    return null;
  };
}

/** `www.google.co.uk` → `google.*`; null of a host further beneath, and of what is no host. */
function anySuffix(host: string): string | null {
  const bare = host.replace(/^(?:www|m)\./, '');
  return getDomain(bare) === bare ? `${getDomainWithoutSuffix(bare)}.*` : null;
}

/** `a.b.com` → `a.b.com`, `b.com`, `com`. */
function hostAndParents(host: string): string[] {
  const labels = host.split('.');
  return labels.map((_, i) => labels.slice(i).join('.'));
}
