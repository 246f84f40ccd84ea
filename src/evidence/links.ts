const LINK = /\]\([^)]*\)?|\b(?:https?|ftp|data|javascript):\S+|\bwww\.\S+|<[a-z/!][^>]*>?/giu;

/**
 * What a reader's browser would follow or load. A model has no reason to write any: one that does may have been told to by the
 * name of an event or a page.
 */
export const linksIn = (text: string): string[] => text.match(LINK) ?? [];
