/** What one operation may ask for. A dashboard with eight breakdowns and a comparison costs about 6,000. */
export const COST_LIMITS = { depth: 12, breadth: 500, complexity: 50_000 };

/** Lexical tokens of a document: parsing stops there, before a huge document costs anything. */
export const MAX_TOKENS = 4_000;

/** Aliases of an operation: each may be a question of its own. */
export const MAX_ALIASES = 60;

/** Bytes of a request's body. */
export const MAX_BODY = 1024 * 1024;

/** Events of one trackEvents call. */
export const MAX_EVENTS = 1_000;
