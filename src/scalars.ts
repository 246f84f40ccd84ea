import { GraphQLError, type ValueNode, valueFromASTUntyped } from 'graphql';
import { Temporal } from 'temporal-polyfill';
import { builder } from './builder.ts';
import { parseInstant } from './instant.ts';

export type JsonObject = Record<string, unknown>;

const wrong = (message: string): GraphQLError =>
  new GraphQLError(message, { extensions: { code: 'BAD_USER_INPUT' } });

/** How values are read from variables, and from literals, whose errors say where they stand in the document. */
const read = <T>(parseValue: (value: unknown) => T) => ({
  parseValue,
  parseLiteral: (node: ValueNode, variables?: Record<string, unknown> | null): T => {
    try {
      return parseValue(valueFromASTUntyped(node, variables));
    } catch (error) {
      if (!(error instanceof GraphQLError)) throw error;
      throw new GraphQLError(error.message, { nodes: node, extensions: error.extensions });
    }
  },
});

builder.scalarType('DateTime', {
  description:
    'An instant, RFC 3339, to the millisecond; UTC on output. Example: `2026-11-21T09:30:00.000Z`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => value.toISOString(),
  ...read((value) => {
    const date = typeof value === 'string' ? parseInstant(value) : null;
    if (date === null)
      throw wrong(
        'A DateTime is written as in RFC 3339, with an offset, and its day is one of its month: 2026-11-21T09:30:00Z.',
      );
    return date;
  }),
});

// Its month and day are checked by the calendar.
const FULL_DATE = /^\d{4}-\d\d-\d\d$/;

builder.scalarType('Date', {
  description: 'A calendar date, RFC 3339. Example: `2026-11-21`.',
  specifiedByURL: 'https://www.rfc-editor.org/rfc/rfc3339#section-5.6',
  serialize: (value) => value,
  ...read((value) => {
    if (typeof value === 'string' && FULL_DATE.test(value) && value >= '0001') {
      try {
        return Temporal.PlainDate.from(value).toString();
      } catch {
        // Falls through to the message below.
      }
    }
    throw wrong('A Date is a day of the calendar, written 2026-11-21.');
  }),
});

/** The IANA name in its own spelling, or null when this runtime does not know the zone. */
function canonicalZone(name: string): string | null {
  // Offsets such as +02:00 are valid for Intl but have no rules for daylight saving: only names are zones here.
  if (!/^[A-Za-z]/.test(name)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}

builder.scalarType('TimeZone', {
  description: 'An IANA time zone name. Example: `Europe/Berlin`.',
  specifiedByURL: 'https://www.iana.org/time-zones',
  serialize: (value) => value,
  ...read((value) => {
    if (typeof value !== 'string' || canonicalZone(value) === null) {
      throw wrong('A TimeZone is an IANA name such as Europe/Berlin or UTC.');
    }
    return value;
  }),
});

builder.scalarType('Duration', {
  description: 'A positive ISO 8601 duration. Examples: `PT30M`, `P7D`.',
  specifiedByURL: 'https://en.wikipedia.org/wiki/ISO_8601#Durations',
  serialize: (value) => value,
  ...read((value) => {
    try {
      if (typeof value === 'string' && Temporal.Duration.from(value).sign === 1) return value;
    } catch {
      // Falls through to the message below.
    }
    throw wrong('A Duration is a positive ISO 8601 duration such as PT30M or P7D.');
  }),
});

builder.scalarType('JSONObject', {
  description: 'Any JSON object.',
  serialize: (value) => value,
  ...read((value) => {
    if (typeof value !== 'object' || value === null || Array.isArray(value))
      throw wrong('A JSONObject is an object: {"key": "value"}.');
    return value as JsonObject;
  }),
});

builder.scalarType('Count', {
  description: 'A count that may pass 2^31: an integer, exact to 2^53.',
  serialize: (value) => value,
  ...read((value) => {
    if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrong('A Count is an integer.');
    return value;
  }),
});
