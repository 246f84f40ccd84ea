import { z } from 'zod';

/** A text that people write, without the spaces around it; `what` begins the messages: "A name", "A label". */
export const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${what} has at most ${max.toLocaleString('en')} characters.`)
    // Postgres cannot keep it.
    .refine((value) => !value.includes('\0'), `${what} cannot have the character U+0000.`);

/** As `text`, of one character at least. */
export const requiredText = (what: string, max: number) => text(what, max).min(1, `${what} cannot be empty.`);
