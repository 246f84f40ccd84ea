import { z } from 'zod';

/** Whether Postgres can keep a text: without the character U+0000 and without half a surrogate pair. */
export const isStorableText = (value: string): boolean => value.isWellFormed() && !value.includes('\0');

/** A text that people write, without the spaces around it; `what` begins the messages: "A name", "A label". */
export const text = (what: string, max: number) =>
  z
    .string()
    .trim()
    .max(max, `${what} has at most ${max.toLocaleString('en')} characters.`)
    .refine(isStorableText, `${what} cannot have the character U+0000 or half a surrogate pair.`);

/** As `text`, of one character at least. */
export const requiredText = (what: string, max: number) => text(what, max).min(1, `${what} cannot be empty.`);

/** Whether a text is a UUID as Postgres writes it: in lower case, with hyphens. */
export const isUuid = (value: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);
