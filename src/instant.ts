// The one place where texts become instants. `Date.parse` alone takes too much: 30 February is 2 March to it, and what is
// not ISO 8601 is read by rules and in a time zone of its own.

const DATE = '(\\d{4})-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])';
const HOUR = '(?:[01]\\d|2[0-3])';

// Seconds end at 59: the clocks of computers, which senders read, have no leap second.
const RFC_3339 = new RegExp(`^${DATE}T${HOUR}:[0-5]\\d:[0-5]\\d(?:\\.\\d+)?(?:Z|[+-]${HOUR}:[0-5]\\d)$`, 'i');

/**
 * An instant as in RFC 3339: `2026-11-21T09:30:00Z`, with `Z` or an offset, `t` and `z` too. Null for anything else, also
 * for a day that its month does not have. Digits past milliseconds are cut off.
 */
export function parseInstant(text: string): Date | null {
  const match = RFC_3339.exec(text);
  return match && isDay(match) ? dateOf(text) : null;
}

// What SDKs write of ISO 8601: a space for the T; no seconds, no time of day, no offset; +01 and +0100; a decimal comma.
const ISO_8601 = new RegExp(
  `^${DATE}(?:[T ](${HOUR}:[0-5]\\d)(:[0-5]\\d)?(?:[.,](\\d+))?(?:(Z)|([+-]${HOUR})(?::?([0-5]\\d))?)?)?$`,
  'i',
);

/** As `parseInstant`, with what other SDKs write of ISO 8601: UTC where no offset is said, midnight where no time is. */
export function parseIsoInstant(text: string): Date | null {
  const match = ISO_8601.exec(text);
  if (!match || !isDay(match)) return null;
  const [, year, month, day, time = '00:00', seconds = ':00', fraction = '0', , hours, minutes = '00'] =
    match;
  // A fraction is one of a second.
  if (match[6] !== undefined && match[5] === undefined) return null;
  const offset = hours === undefined ? 'Z' : `${hours}:${minutes}`;
  return dateOf(`${year}-${month}-${day}T${time}${seconds}.${fraction}${offset}`);
}

/** Whether the day is one of its month. */
function isDay([, year = '', month = '', day = '']: RegExpExecArray): boolean {
  if (day <= '28') return true;
  return Number(day) <= new Date(Date.UTC(2000 + (Number(year) % 400), Number(month), 0)).getUTCDate();
}

// Of a text that one of the patterns above takes: then Date.parse follows ECMAScript's format, and nothing else.
const dateOf = (text: string): Date => new Date(Date.parse(text.toUpperCase().replace(/(\.\d{3})\d+/, '$1')));

/**
 * An instant by a number of seconds, milliseconds, microseconds or nanoseconds since 1970: its size says which. Each unit
 * begins where it is March 1973, and ends where the next one begins: in seconds that is the year 5138. Null where it is
 * too large to be an instant.
 */
export function instantOfNumber(value: number): Date | null {
  const size = Math.abs(value);
  const milliseconds =
    size < 1e11 ? value * 1000 : size < 1e14 ? value : size < 1e17 ? value / 1000 : value / 1e6;
  const date = new Date(milliseconds);
  return Number.isNaN(date.getTime()) ? null : date;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const HTTP_DATE = new RegExp(
  `^(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), (\\d\\d) (${MONTHS.join('|')}) (\\d{4}) (\\d\\d:\\d\\d:\\d\\d) GMT$`,
);

/** A date as HTTP's headers have it (RFC 9110, section 5.6.7): `Fri, 31 Dec 1999 23:59:59 GMT`. Null for anything else. */
export function parseHttpDate(text: string): Date | null {
  const [, day, name = '', year, time] = HTTP_DATE.exec(text) ?? [];
  const month = String(MONTHS.indexOf(name) + 1).padStart(2, '0');
  return parseInstant(`${year}-${month}-${day}T${time}Z`);
}
