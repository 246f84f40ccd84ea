import { parseClient } from './client.ts';

/** A request as a web server logged it; null is what the log writes as `-`. */
export interface LogEntry {
  /** The virtual host that was asked, where the format tells. */
  host: string | null;
  /** As written: an IP address, or a host name where the server looks them up. */
  address: string;
  time: Date;
  /** Both null where the client sent no HTTP request line: TLS on a plain port, a closed connection, noise. */
  method: string | null;
  target: string | null;
  status: number;
  bytes: number | null;
  referrer: string | null;
  userAgent: string | null;
  /** The part of the line that all this was read from, as written. */
  text: string;
}

const QUOTED = String.raw`"([^"\\]*(?:\\.[^"\\]*)*)"`;

// Apache's `%h %l %u %t "%r" %>s %b "%{Referer}i" "%{User-Agent}i"`, which is nginx's `combined` too. What stands before the
// time is read by parseClient. Fields of one's own after the user agent are left alone.
const LINE = new RegExp(String.raw`^(\S.*?) \[(\d[^\]]*)\] ${QUOTED} (\d{3}) (\d+|-) ${QUOTED} ${QUOTED}`);
const REQUEST = /^([\w!#$%&'*+.^`|~-]+) (\S.*?)(?: HTTP\/\d(?:\.\d)?)?$/;
const TIME =
  /^(\d\d)\/([A-Z][a-z]{2})\/(\d{4}):([01]\d|2[0-3]):([0-5]\d):([0-5]\d|60) ([+-])(\d\d)([0-5]\d)$/;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
const MINUTE = 60_000;

/** Reads a line of an access log in the combined format; null when it is none. */
export function parseCombined(line: string): LogEntry | null {
  const match = LINE.exec(line);
  if (!match) return null;
  const [text, head = '', time = '', request = '', status, bytes, referrer = '', userAgent = ''] = match;
  const at = parseTime(time);
  const client = parseClient(head);
  if (at === null || client === null) return null;
  const [, method = null, target] = REQUEST.exec(request) ?? [];
  return {
    ...client,
    time: at,
    method,
    target: target === undefined ? null : unescapeField(target),
    status: Number(status),
    bytes: bytes === '-' ? null : Number(bytes),
    referrer: present(referrer),
    userAgent: present(userAgent),
    text,
  };
}

/** `17/May/2015:10:05:03 +0200`; null when there is no such instant. A leap second is the next minute's first. */
function parseTime(text: string): Date | null {
  const [, day, month = '', year, hour, minute, second, sign, offsetHours, offsetMinutes] =
    TIME.exec(text) ?? [];
  const monthIndex = MONTHS.indexOf(month);
  if (monthIndex < 0) return null;
  const midnight = new Date(Date.UTC(Number(year), monthIndex, Number(day)));
  if (midnight.getUTCDate() !== Number(day)) return null;
  const minutes = Number(hour) * 60 + Number(minute);
  const offset = (Number(offsetHours) * 60 + Number(offsetMinutes)) * (sign === '-' ? -1 : 1);
  return new Date(midnight.getTime() + (minutes - offset) * MINUTE + Number(second) * 1000);
}

function present(field: string): string | null {
  return field === '-' || field === '' ? null : unescapeField(field);
}

const CONTROLS: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', v: '\v', f: '\f' };

/** What Apache and nginx write as `\"`, `\\`, `\n` and, byte by byte, as `\xHH`. Bytes that are not UTF-8 become U+FFFD. */
function unescapeField(text: string): string {
  return text.replace(/((?:\\x[0-9a-f]{2})+)|\\(.)/gi, (_, bytes: string | undefined, char: string) =>
    bytes === undefined
      ? (CONTROLS[char] ?? char)
      : Buffer.from(bytes.replaceAll(/\\x/gi, ''), 'hex').toString('utf8'),
  );
}
