import { LRUCache } from 'lru-cache';
import type { TermKind } from '../store/generated/client/enums.ts';
import type { Queryable } from '../store/sql.ts';
import { OTHER, otherOf, TERM_BOUNDS, type TermBounds } from './bounds.ts';
import { CLIENT_KINDS, digestOf, ORIGIN_KINDS, type PreparedEvent } from './event.ts';
import * as statements from './sql.ts';

export interface Term {
  kind: TermKind;
  text: string;
}

/** The columns of a visit that its origin and client stand for, by kind of term. */
export type VisitTerms = Partial<Record<TermKind, number>>;

/** What an origin or a client stands for. */
interface Spelled {
  columns: VisitTerms;
  texts: Partial<Record<TermKind, string>>;
}

/**
 * Numbers that committed transactions gave; safe to keep, since a term's number never changes. That of a text which counts
 * as another, because it is beyond the bound of its kind, is the other's, negative.
 */
export type TermCache = LRUCache<string, number>;
export type VisitTermsCache = LRUCache<string, Spelled>;

export const termCache = (): TermCache => new LRUCache({ max: 200_000 });
export const visitTermsCache = (): VisitTermsCache => new LRUCache({ max: 50_000 });

const UNBOUNDED = 2 ** 31 - 1;

/**
 * The numbers of a transaction's texts. Reads go through the caches; what this transaction adds stays apart until
 * `publish`, because a rollback takes it back. The project must be locked, since new numbers follow the highest, unless
 * only what is cached is asked for: anything else throws then.
 */
export class Terms {
  // By kind and text: a key of both for each look-up was a tenth of what storing an event takes.
  private readonly numbers = new Map<TermKind, Map<string, number>>();
  private readonly spelled = new Map<string, Spelled>();
  // What the caches do not have: to look each up again after the commit took as long as finding it.
  private readonly found: (Term & { id: number })[] = [];
  private readonly newlySpelled: string[] = [];

  private readonly db: Queryable;
  private readonly projectId: number;
  private readonly cache: TermCache;
  private readonly visitTerms: VisitTermsCache;
  private readonly locked: boolean;
  private readonly bounds: TermBounds;

  constructor(
    db: Queryable,
    projectId: number,
    caches: { terms: TermCache; visitTerms: VisitTermsCache; bounds?: TermBounds },
    locked = true,
  ) {
    this.db = db;
    this.locked = locked;
    this.bounds = caches.bounds ?? TERM_BOUNDS;
    this.projectId = projectId;
    this.cache = caches.terms;
    this.visitTerms = caches.visitTerms;
  }

  id(kind: TermKind, text: string): number {
    const id = this.numbers.get(kind)?.get(text);
    if (!id) throw new Error(`the ${kind} of an event was not resolved before it was used`);
    return Math.abs(id);
  }

  /** Whether a text counts as another, because the project has no room for more of its kind. */
  isOther(kind: TermKind, text: string): boolean {
    return (this.numbers.get(kind)?.get(text) ?? 0) < 0;
  }

  /** A name, path or host name as it counts. */
  countedAs(kind: 'name' | 'path' | 'hostname', text: string): string {
    return this.isOther(kind, text) ? OTHER : text;
  }

  /** Makes every term of events' own rows known to `id`; those of their origins and clients are a visit's (`ofVisits`). */
  async resolveEvents(events: readonly PreparedEvent[]): Promise<void> {
    const missing: Term[] = [];
    for (const { name, hostname, path, origin, client } of events) {
      this.find('name', name, missing);
      if (hostname !== null) this.find('hostname', hostname, missing);
      if (path !== null) this.find('path', path, missing);
      this.find('origin', origin, missing);
      this.find('client', client, missing);
    }
    await this.add(missing);
  }

  /** Makes every term of the list known to `id`, adding those that the project does not have. */
  private async resolve(terms: readonly Term[]): Promise<void> {
    const missing: Term[] = [];
    for (const { kind, text } of terms) this.find(kind, text, missing);
    await this.add(missing);
  }

  /** Copies a number out of the cache, so that an eviction between here and `id` cannot lose it. */
  private find(kind: TermKind, text: string, missing: Term[]): void {
    let numbers = this.numbers.get(kind);
    if (!numbers) {
      numbers = new Map();
      this.numbers.set(kind, numbers);
    }
    if (numbers.has(text)) return;
    const known = this.cache.get(this.key(kind, text));
    // 0 until it is known: it is not asked for twice.
    numbers.set(text, known ?? 0);
    if (known === undefined) missing.push({ kind, text });
  }

  private async add(missing: readonly Term[]): Promise<void> {
    if (missing.length === 0) return;
    if (!this.locked) throw new Error('the project has to be locked for texts that are not known');
    const found = await this.numbersOf(missing, (kind) => this.bounds[kind]);
    if (found.length < missing.length) {
      const known = new Set(found.map(({ kind, text }) => `${kind} ${text}`));
      const rest = missing.filter(({ kind, text }) => !known.has(`${kind} ${text}`));
      found.push(...(await this.others(rest)));
    }
    for (const { kind, text, id } of found) this.numbers.get(kind)?.set(text, id);
    this.found.push(...found);
  }

  private numbersOf(
    terms: readonly Term[],
    bound: (kind: TermKind) => number,
  ): Promise<(Term & { id: number })[]> {
    return statements.resolveTerms(
      this.db,
      this.projectId,
      terms.map(({ kind, text }) => ({ kind, text, digest: digestOf(text), bound: bound(kind) })),
    );
  }

  /** The numbers that texts beyond the bound of their kind count as, negative. */
  private async others(terms: readonly Term[]): Promise<(Term & { id: number })[]> {
    const wanted = new Map(
      terms.map(({ kind, text }) => {
        const other = { kind, text: otherOf(kind, text) };
        return [`${kind} ${other.text}`, other];
      }),
    );
    const found = await this.numbersOf([...wanted.values()], () => UNBOUNDED);
    const ids = new Map(found.map(({ kind, text, id }) => [`${kind} ${text}`, id]));
    return terms.map(({ kind, text }) => {
      const id = ids.get(`${kind} ${otherOf(kind, text)}`);
      if (id === undefined) throw new Error(`the other ${kind} has no number`);
      return { kind, text, id: -id };
    });
  }

  /** The visit columns of each pair of origin and client, by `pairKey`. */
  async ofVisits(pairs: readonly { origin: number; client: number }[]): Promise<Map<string, VisitTerms>> {
    await this.spellOut('origin', ORIGIN_KINDS, new Set(pairs.map((pair) => pair.origin)));
    await this.spellOut('client', CLIENT_KINDS, new Set(pairs.map((pair) => pair.client)));
    const columns = new Map<string, VisitTerms>();
    for (const { origin, client } of pairs) {
      const key = pairKey({ origin, client });
      if (columns.has(key)) continue;
      columns.set(key, {
        ...this.spelled.get(this.key('origin', String(origin)))?.columns,
        ...this.spelled.get(this.key('client', String(client)))?.columns,
      });
    }
    return columns;
  }

  /** The texts that a number of `ofVisits` stands for, by kind of term. */
  textsOf(kind: 'origin' | 'client', id: number): Spelled['texts'] {
    return this.spelled.get(this.key(kind, String(id)))?.texts ?? {};
  }

  /** Shares what this transaction found with the next ones; call it after the commit. */
  publish(): void {
    for (const { kind, text, id } of this.found) this.cache.set(this.key(kind, text), id);
    for (const key of this.newlySpelled) {
      const spelled = this.spelled.get(key);
      if (spelled) this.visitTerms.set(key, spelled);
    }
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
      const known = this.visitTerms.get(key);
      if (known) this.spelled.set(key, known);
      else unknown.push(id);
    }
    if (unknown.length === 0) return;
    const spelled = (await statements.termTexts(this.db, this.projectId, kind, unknown)).map(
      ({ id, text }) => {
        const values = JSON.parse(text) as Partial<Record<TermKind, string>>;
        return {
          id,
          texts: values,
          terms: parts.flatMap((part) => (values[part] ? [{ kind: part, text: values[part] }] : [])),
        };
      },
    );
    await this.resolve(spelled.flatMap(({ terms }) => terms));
    for (const { id, texts, terms } of spelled) {
      const columns = Object.fromEntries(terms.map((term) => [term.kind, this.id(term.kind, term.text)]));
      const others = terms
        .filter((term) => this.isOther(term.kind, term.text))
        .map((term) => [term.kind, OTHER]);
      const key = this.key(kind, String(id));
      this.spelled.set(key, { columns, texts: { ...texts, ...Object.fromEntries(others) } });
      this.newlySpelled.push(key);
    }
  }

  private key(kind: TermKind, text: string): string {
    return `${this.projectId}\0${kind}\0${text}`;
  }
}

/** A key for a pair in `ofVisits`' result. */
export const pairKey = (pair: { origin: number; client: number }): string => `${pair.origin} ${pair.client}`;
