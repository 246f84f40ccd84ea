import { withoutAddresses } from '../../chat/redact.ts';
import type { Endpoint } from '../endpoint.ts';
import { digestOf } from '../event.ts';
import { cut, storable } from '../input.ts';
import type { RejectionCode } from '../prepare.ts';

// Why an event was not stored, in words that are the same for many events: nothing of a sender's values, but the event's
// name and the name of a field that there is none of.

const MAX_FIELD = 100;
const MAX_NAME = 200;

/** The fields of an event; any other name of a field is a sender's own. */
const FIELD =
  /^(?:id|type|name|timestamp|visitorId|userId|sessionId|url|referrer|title|properties|revenue(?:\.(?:currency|amount))?|context(?:\.(?:userAgent|ip|language|screenWidth|library))?)$/;

/** What events are grouped by. */
export interface Reason {
  code: RejectionCode | 'RATE_LIMITED';
  field: string | null;
  message: string;
  endpoint: Endpoint;
  /** The event's name; null of pageviews, and where it is not known. */
  name: string | null;
  /** It stands for all reasons of its code and endpoint for which there is no room. */
  other: boolean;
}

/** The reason of a rejected event. */
export function reasonOf(
  rejection: { code: RejectionCode; field: string | null; message: string },
  input: unknown,
  endpoint: Endpoint,
): Reason {
  const { code, field } = rejection;
  const message =
    field === null || FIELD.test(field) ? rejection.message : rejection.message.replace(field, () => 'this');
  const name = (input as { name?: unknown } | null | undefined)?.name;
  return {
    code,
    field: shownField(field),
    message,
    endpoint,
    name: typeof name === 'string' && name.trim() !== '' ? storable(cut(name.trim(), MAX_NAME)) : null,
    other: false,
  };
}

/** Below `properties` the names of fields are values as good as any, and as many. */
function shownField(field: string | null): string | null {
  if (field === null || FIELD.test(field)) return field;
  if (field.startsWith('properties.')) return 'properties';
  return storable(withoutAddresses(cut(field, MAX_FIELD)));
}

/** The field as a log may have it: without names that a sender made. */
export function loggedField(field: string | null): string {
  if (field === null) return 'event';
  if (FIELD.test(field)) return field;
  const [root = ''] = field.split('.', 1);
  return root !== field && FIELD.test(root) ? `${root}.(unknown)` : '(unknown)';
}

/** The reason for all of its code and endpoint for which there is no room. */
export const otherThan = ({ code, endpoint }: Reason): Reason => ({
  code,
  field: null,
  message: 'other reasons: the project has too many different ones this day',
  endpoint,
  name: null,
  other: true,
});

/** Tells reasons apart. */
export const reasonId = ({ code, field, message, endpoint, name, other }: Reason): string =>
  digestOf('reason', JSON.stringify([code, field, message, endpoint, name, other]));
