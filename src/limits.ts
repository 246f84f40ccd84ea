/**
 * What one operation may ask for. A dashboard of totals, a comparison, a timeseries and eight breakdowns with every
 * metric is 6 deep, 150 broad and has 8 aliases; it costs 1,000 with 10 rows a breakdown, 6,000 with 100. A page of
 * 1,000 events with every field costs about 40,000, a timeseries of 10,000 buckets with every metric about 30,000;
 * src/stats/cost.ts says what statistics cost.
 */
export const COST_LIMITS = { depth: 12, breadth: 500, aliases: 60, complexity: 50_000 };

/** The complexity of checking or setting a password, or spending a token: no more than four fit in one operation. */
export const SIGN_IN_COST = COST_LIMITS.complexity / 5;

/** The complexity of trackEvents: more than half, so that a request's limit of events holds for aliases together. */
export const TRACK_COST = COST_LIMITS.complexity * 0.6;

/** Lexical tokens of a document: parsing stops there, before a huge document costs anything. */
export const MAX_TOKENS = 4_000;

/** Characters of a document. */
export const MAX_DOCUMENT = 100_000;

/** How deeply the values of variables are nested: a filter of 40 levels of `and` takes twice as many. */
export const MAX_NESTING = 100;

/** Bytes of a request's body. */
export const MAX_BODY = 1024 * 1024;

/** Operations of one WebSocket at a time. A dashboard has some dozens. */
export const MAX_OPERATIONS = 200;

/** Events of one trackEvents call. */
export const MAX_EVENTS = 1_000;

/** Items of a connection's page when neither `first` nor `last` is given, and at most. */
export const DEFAULT_PAGE = 50;
export const LARGEST_PAGE = 1_000;

/** Projects of an organization. */
export const MOST_PROJECTS = 100;

/** API keys of a project that serve, neither revoked nor expired. */
export const MOST_KEYS = 50;

/** Event definitions of a project that are made by hand: none where it has so many of any kind. */
export const MOST_DEFINITIONS = 1_000;

/** Events in the range of a question that SQL answers: at about a microsecond for each, what fits into 30 seconds. */
export const MAX_EVENTS_READ = 30_000_000;
