export type ProblemCode = 'INVALID' | 'TOO_LARGE';

/** Why an event cannot be taken: thrown while its fields are read, and caught where its reading began. */
export class Problem {
  readonly code: ProblemCode;
  /** The path of the field; null where it is the whole event. */
  readonly field: string | null;
  readonly message: string;

  constructor(code: ProblemCode, field: string | null, message: string) {
    this.code = code;
    // A field's name can be as long as the request.
    this.field = field?.slice(0, 200) ?? null;
    this.message = `${this.field ?? 'the event'} ${message}`;
  }
}

/** A field that is not what it must be; `message` goes on from its name. */
export const invalid = (field: string | null, message: string): Problem =>
  new Problem('INVALID', field, message);

/** A field that is longer or larger than is allowed. */
export const tooLarge = (field: string, message: string): Problem => new Problem('TOO_LARGE', field, message);
