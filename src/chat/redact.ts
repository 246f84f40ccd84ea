const EMAIL = /[\p{L}\d._%+-]+(?:@|%40)[\p{L}\d-]+(?:\.[\p{L}\d-]+)+/giu;
const IPV4 = /(?<![\d.])(?:\d{1,3}\.){3}\d{1,3}(?![\d.])/g;
const IPV6 = /(?<![\p{L}\d:])(?:[0-9a-f]{0,4}:){3,7}[0-9a-f]{1,4}(?![\p{L}\d:])/giu;

// What looks like somebody's, or leads to somebody: nothing of it goes to a model. Names of people look like any word.
const PERSONAL: readonly (readonly [RegExp, string])[] = [
  [EMAIL, '[email]'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, '[id]'],
  [IPV4, '[ip]'],
  [IPV6, '[ip]'],
  // Phone numbers, cards, and ids of seven digits or more; no dates.
  [/(?<![\p{L}\d])(?!\d{4}-\d\d-\d\d(?!\d))\+?\d(?:[ ()./-]{0,2}\d){6,}(?![\p{L}\d])/gu, '[number]'],
  // Tokens, hashes and keys: long, with digits and letters, and not words with hyphens between them.
  [/(?<![\p{L}\d])(?=[\p{L}_]*\d)(?=\d*[\p{L}_])[\p{L}\d_]{16,}(?![\p{L}\d])/gu, '[id]'],
];

/** A text without e-mail and IP addresses, long numbers, ids and tokens. */
export const redact = (text: string): string =>
  PERSONAL.reduce((clean, [pattern, name]) => clean.replace(pattern, name), text);

/** A text without e-mail and IP addresses. */
export const withoutAddresses = (text: string): string =>
  text.replace(EMAIL, '[email]').replace(IPV4, '[ip]').replace(IPV6, '[ip]');
