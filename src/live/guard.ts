import type { ExecutionResult, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import { type Claim, standings } from '../accounts/claims.sql.ts';
import { failure, notFound } from '../errors.ts';
import { canonical } from '../store/cache.ts';
import type { Store } from '../store/store.ts';

// How long another server may go on sending to somebody whose rights were taken away, where no word of it arrives.
const CHECK = 2_000;

/** Ends what somebody watches once they may not any more. */
export interface Guard {
  /** Calls `end` once, when the claim does not hold any more, unless it was let go before. */
  watch(claim: Claim, end: (reason: GraphQLError) => void): { letGo(): void };
  /** A stream that ends with an error when its claim does. */
  stream(claim: Claim, source: AsyncIterable<ExecutionResult>): AsyncIterableIterator<ExecutionResult>;
  /** Looks at all claims now: somebody's rights have changed. */
  check(): void;
  close(): void;
}

interface Watched {
  key: string;
  claim: Claim;
  ends: Set<(reason: GraphQLError) => void>;
}

export function createGuard({ pool }: Pick<Store, 'pool'>, now: () => number, log: Logger): Guard {
  // Whoever watches a hundred things as the same viewer is looked up once.
  const watched = new Map<string, Watched>();
  let checking = false;
  let again = false;

  function end(key: string, { ends }: Watched, reason: GraphQLError): void {
    for (const tell of ends) tell(reason);
    if (watched.get(key)?.ends === ends) watched.delete(key);
  }

  function endExpired(): void {
    for (const [key, one] of watched) {
      const { viewer } = one.claim;
      const expiresAt = viewer.kind === 'anonymous' ? undefined : viewer.expiresAt;
      if (expiresAt !== undefined && expiresAt <= now())
        end(
          key,
          one,
          failure('UNAUTHENTICATED', 'The credentials have expired: connect again with new ones.'),
        );
    }
  }

  async function lookUp(): Promise<void> {
    const asked = [...watched];
    if (asked.length === 0) return;
    const found = await standings(
      pool,
      asked.map(([, { claim }]) => claim),
    );
    asked.forEach(([key, one], index) => {
      const standing = found[index];
      if (!standing?.signedIn)
        end(
          key,
          one,
          failure('UNAUTHENTICATED', 'The credentials are not valid any more: connect with others.'),
        );
      else if (!standing.reads) end(key, one, notFound('project'));
    });
  }

  async function check(): Promise<void> {
    endExpired();
    again = true;
    if (checking) return;
    checking = true;
    while (again) {
      again = false;
      await lookUp().catch((error: unknown) => log.error({ err: error }, 'rights could not be looked up'));
    }
    checking = false;
  }
  const timer = setInterval(() => void check(), CHECK);

  const guard: Guard = {
    watch(claim, tell) {
      const key = canonical(claim);
      const one = watched.get(key) ?? { key, claim, ends: new Set() };
      watched.set(key, one);
      one.ends.add(tell);
      return {
        letGo() {
          one.ends.delete(tell);
          if (one.ends.size === 0 && watched.get(one.key) === one) watched.delete(one.key);
        },
      };
    },
    stream: (claim, source) => new Guarded(guard, claim, source),
    check: () => void check(),
    close: () => clearInterval(timer),
  };
  return guard;
}

type Result = IteratorResult<ExecutionResult, undefined>;
const DONE: Result = { done: true, value: undefined };

/**
 * Hands a stream's results through until it is told to end; begins to watch with the first `next`. A class, whose methods
 * are shared: there are thousands, and closures would be most of what each takes.
 */
class Guarded implements AsyncIterableIterator<ExecutionResult, undefined> {
  readonly #source: AsyncIterator<ExecutionResult>;
  readonly #guard: Pick<Guard, 'watch'>;
  readonly #claim: Claim;
  #watching: { letGo(): void } | undefined;
  #reason: GraphQLError | undefined;
  #ended = false;
  #wake: ((result: Result) => void) | undefined;

  constructor(guard: Pick<Guard, 'watch'>, claim: Claim, source: AsyncIterable<ExecutionResult>) {
    this.#guard = guard;
    this.#claim = claim;
    this.#source = source[Symbol.asyncIterator]();
  }

  async next(): Promise<Result> {
    if (this.#ended) return DONE;
    this.#watching ??= this.#guard.watch(this.#claim, (why) => this.#end(why));
    if (this.#reason) return this.#last();
    return new Promise<Result>((resolve, reject) => {
      this.#wake = resolve;
      this.#source.next().then(
        (result) => {
          if (this.#wake !== resolve) return;
          this.#wake = undefined;
          resolve(result.done ? this.#finished() : result);
        },
        (error: unknown) => {
          // Whoever reads a stream that fails does not call `return`.
          this.#finished();
          reject(error);
        },
      );
    });
  }

  async return(): Promise<Result> {
    this.#finished();
    await this.#source.return?.();
    return DONE;
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  #end(why: GraphQLError): void {
    this.#reason = why;
    this.#source.return?.().catch(() => undefined);
    const resolve = this.#wake;
    this.#wake = undefined;
    resolve?.(this.#last());
  }

  /** The error that it ends with, once. */
  #last(): Result {
    if (this.#reason === undefined || this.#ended) return DONE;
    this.#ended = true;
    return { done: false, value: { errors: [this.#reason] } };
  }

  #finished(): Result {
    this.#ended = true;
    this.#watching?.letGo();
    return DONE;
  }
}
