import { LRUCache } from 'lru-cache';
import type { TermKind } from '../store/generated/client/enums.ts';
import type { Queryable } from '../store/sql.ts';
import { CLIENT_KINDS, digestOf, ORIGIN_KINDS, type PreparedEvent } from './event.ts';
import * as statements from './sql.ts';

export interface Term {
  kind: TermKind;
  text: string;
}

/** The columns of a visit that its origin and client stand for, by kind of term. */
export type VisitTerms = Partial<Record<TermKind, number>>;

/** Numbers that committed transactions gave; safe to keep, since a term's number never changes. */
export type TermCache = LRUCache<string, number>;
export type VisitTermsCache = LRUCache<string, VisitTerms>;

export const termCache = (): TermCache => new LRUCache({ max: 200_000 });
export const visitTermsCache = (): VisitTermsCache => new LRUCache({ max: 50_000 });

/**
 * The numbers of a transaction's texts. Reads go through the caches; what this transaction adds stays apart until
 * `publish`, because a rollback takes it back. The project's revision must be locked: new numbers follow the highest.
 */
export class Terms {
  private readonly added = new Map<string, number>();
  private readonly spelled = new Map<string, VisitTerms>();

  private readonly db: Queryable;
  private readonly projectId: number;
  private readonly cache: TermCache;
  private readonly visitTerms: VisitTermsCache;

  constructor(db: Queryable, projectId: number, caches: { terms: TermCache; visitTerms: VisitTermsCache }) {
    this.db = db;
    this.projectId = projectId;
    this.cache = caches.terms;
    this.visitTerms = caches.visitTerms;
  }

  id(kind: TermKind, text: string): number {
    const key = this.key(kind, text);
    const id = this.added.get(key) ?? this.cache.get(key);
    if (id === undefined) throw new Error(`the ${kind} of an event was not resolved before it was used`);
    return id;
  }

  /** Makes every term of the list known to `id`, adding those that the project does not have. */
  async resolve(terms: readonly Term[]): Promise<void> {
    const missing = new Map<string, Term>();
    for (const term of terms) {
      const key = this.key(term.kind, term.text);
      if (this.added.has(key)) continue;
      // Copied, so that an eviction between here and `id` cannot lose it.
      const known = this.cache.get(key);
      if (known === undefined) missing.set(key, term);
      else this.added.set(key, known);
    }
    if (missing.size === 0) return;
    const found = await statements.resolveTerms(
      this.db,
      this.projectId,
      [...missing.values()].map(({ kind, text }) => ({ kind, text, digest: digestOf(text) })),
    );
    for (const { kind, text, id } of found) this.added.set(this.key(kind, text), id);
  }

  /** The visit columns of each pair of origin and client, by `pairKey`. */
  async ofVisits(pairs: readonly { origin: number; client: number }[]): Promise<Map<string, VisitTerms>> {
    await this.spellOut('origin', ORIGIN_KINDS, new Set(pairs.map((pair) => pair.origin)));
    await this.spellOut('client', CLIENT_KINDS, new Set(pairs.map((pair) => pair.client)));
    return new Map(
      pairs.map(({ origin, client }) => [
        pairKey({ origin, client }),
        {
          ...this.spelled.get(this.key('origin', String(origin))),
          ...this.spelled.get(this.key('client', String(client))),
        },
      ]),
    );
  }

  /** Shares what this transaction found with the next ones; call it after the commit. */
  publish(): void {
    for (const [key, id] of this.added) this.cache.set(key, id);
    for (const [key, columns] of this.spelled) this.visitTerms.set(key, columns);
  }

  private async spellOut(
    kind: 'origin' | 'client',
    parts: readonly TermKind[],
    ids: Set<number>,
  ): Promise<void> {
    const unknown: number[] = [];
    for (const id of ids) {
      const key = this.key(kind, String(id));
      if (this.spelled.has(key)) continue;
      const columns = this.visitTerms.get(key);
      if (columns) this.spelled.set(key, columns);
      else unknown.push(id);
    }
    if (unknown.length === 0) return;
    const spelled = (await statements.termTexts(this.db, this.projectId, kind, unknown)).map(
      ({ id, text }) => {
        const values = JSON.parse(text) as Partial<Record<TermKind, string>>;
        return {
          id,
          terms: parts.flatMap((part) => (values[part] ? [{ kind: part, text: values[part] }] : [])),
        };
      },
    );
    await this.resolve(spelled.flatMap(({ terms }) => terms));
    for (const { id, terms } of spelled) {
      const columns = Object.fromEntries(terms.map((term) => [term.kind, this.id(term.kind, term.text)]));
      this.spelled.set(this.key(kind, String(id)), columns);
    }
  }

  private key(kind: TermKind, text: string): string {
    return `${this.projectId}\0${kind}\0${text}`;
  }
}

/** A key for a pair in `ofVisits`' result. */
export const pairKey = (pair: { origin: number; client: number }): string => `${pair.origin} ${pair.client}`;

/** Every text that an event's own row has by number; those of its origin and client are a visit's (`ofVisits`). */
export function termsOf({ name, hostname, path, origin, client }: PreparedEvent): Term[] {
  return [
    { kind: 'name', text: name },
    ...(hostname === null ? [] : [{ kind: 'hostname' as const, text: hostname }]),
    ...(path === null ? [] : [{ kind: 'path' as const, text: path }]),
    { kind: 'origin', text: origin },
    { kind: 'client', text: client },
  ];
}
