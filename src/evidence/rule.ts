import type { Fact, Facts } from './facts.ts';

/** A text as far as it is not read yet, around what is judged. */
export interface Context {
  before: string;
  after: string;
  text: string;
}

/** One way in which numbers are written. */
export interface Rule {
  pattern: RegExp;
  /** The facts that support it (none where something else does), or null. */
  judge: (
    groups: Record<string, string | undefined>,
    facts: Facts,
    context: Context,
  ) => readonly Fact[] | null;
}
