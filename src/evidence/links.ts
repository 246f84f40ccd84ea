// Each of them makes a link or loads something in some renderer of Markdown or HTML.
const LINKS = [
  // [text](destination), [text][label], and [label]: destination.
  /\]\([^)]*\)?/,
  /\]\s?\[[^\]]*\]?/,
  /\]:\s*\S*/,
  // Any scheme with an authority, and those that need none.
  /\b[a-z][a-z0-9+.-]*:\/\/\S*/,
  /\b(?:https?|ftps?|file|data|blob|javascript|vbscript|livescript|mailto|xmpp|tel|sms|ws|wss):\S+/,
  // A host without a scheme, as browsers read it: with slashes of either kind.
  /(?<![\w/\\])[/\\]{2,}[^\s/\\]+/,
  /\/\\\S+/,
  /\bwww\.\S+/,
  // Addresses of email, of which some renderers make mailto:.
  /[\w.+-]+@[\w-]+\.[\w.-]+/,
  // Tags and autolinks.
  /<[a-z/!?][^>]*>?/,
];

const LINK = new RegExp(LINKS.map(({ source }) => source).join('|'), 'giu');
// What stands for another character in Markdown: "\:" and "&#58;" are a colon.
const ESCAPED = /\\(?=[!-/:-@[-`{-~])/g;
const REFERENCE =
  /&(?:#\d{1,7}|#x[\da-f]{1,6}|colon|sol|bsol|period|lbrack|rbrack|lsqb|rsqb|lpar|rpar|commat|lt|tab|newline);/giu;

/**
 * What a reader's browser would follow or load. A model has no reason to write any: one that does may have been told to by the
 * name of an event or a page.
 */
export const linksIn = (text: string): string[] =>
  [text, text.replaceAll(ESCAPED, '')].flatMap((form) => [
    ...(form.match(LINK) ?? []),
    ...(form.match(REFERENCE) ?? []),
  ]);
