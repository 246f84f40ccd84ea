/** Work in steps of some milliseconds at most, between which other work can be done, or this one be given up. */
export type Steps<T> = Generator<undefined, T, undefined>;
