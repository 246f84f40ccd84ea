import { withoutAddresses } from '../../chat/redact.ts';
import { cut, storable } from '../input.ts';
import { isObject } from '../properties.ts';

// A rejected event as its project's members are shown it. What describes the event is shown as it was sent, and of
// everything else its type and size, since people's data can be in any value. The context, which has the address and
// the user agent, is left out.

const LONGEST = 500;
const MAX_TEXT = 120;
const MAX_KEY = 40;
const MAX_KEYS = 20;

/** Some hundred characters of JSON that show what a rejected event was like. */
export function sampleOf(input: unknown): string {
  const shown = isObject(input) ? eventOf(input) : shapeOf(input);
  const text = withoutAddresses(JSON.stringify(shown));
  return storable(text.length > LONGEST ? `${cut(text, LONGEST - 1)}…` : text);
}

function eventOf(input: Record<string, unknown>): Record<string, unknown> {
  const entries = Object.entries(input).filter(([key, value]) => key !== 'context' && value != null);
  return Object.fromEntries(
    entries.slice(0, MAX_KEYS).map(([key, value]) => [cut(key, MAX_KEY), shownOf(key, value)]),
  );
}

function shownOf(key: string, value: unknown): unknown {
  if (key === 'timestamp' && value instanceof Date && !Number.isNaN(value.getTime()))
    return value.toISOString();
  if ((key === 'name' || key === 'type' || key === 'timestamp') && isPlain(value)) return textOf(value);
  if (key === 'url' && typeof value === 'string') return textOf(pageOf(value));
  if (key === 'properties' && isObject(value)) return shapesOf(value);
  return shapeOf(value);
}

const isPlain = (value: unknown): value is string | number =>
  typeof value === 'string' || typeof value === 'number';

const textOf = (value: string | number): string | number =>
  typeof value === 'string' && value.length > MAX_TEXT ? `${cut(value, MAX_TEXT)}… (${value.length})` : value;

/** A URL without the query, the fragment and a password. */
const pageOf = (url: string): string =>
  url
    .slice(0, 2 * MAX_TEXT)
    .replace(/[?#].*$/s, '')
    .replace(/^([^/]*\/\/)[^/]*@/, '$1');

function shapesOf(properties: Record<string, unknown>): Record<string, string> {
  const keys = Object.keys(properties);
  const shapes = keys.slice(0, MAX_KEYS).map((key) => [cut(key, MAX_KEY), shapeOf(properties[key])]);
  if (keys.length > MAX_KEYS) shapes.push(['…', `${keys.length - MAX_KEYS} more`]);
  return Object.fromEntries(shapes) as Record<string, string>;
}

/** What a value is and how large, such as `string(20480)`. */
function shapeOf(value: unknown): string {
  if (typeof value === 'string') return `string(${value.length})`;
  if (Array.isArray(value)) return `array(${value.length})`;
  if (isObject(value)) return `object(${Object.keys(value).length})`;
  return value === null ? 'null' : typeof value;
}
