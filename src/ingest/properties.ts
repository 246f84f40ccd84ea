import { invalid, Problem, tooLarge } from './problem.ts';

// The limits of an event's properties.

const MAX_BYTES = 16 * 1024;
const MAX_KEYS = 100;
const MAX_DEPTH = 5;

export type Properties = Record<string, unknown>;

/** Whether a value is a JSON object. */
export const isObject = (value: unknown): value is Properties =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);

/** Properties within the limits; null where there are none. Throws Problem. */
export function readProperties(value: unknown): Properties | null {
  if (value === undefined || value === null) return null;
  if (!isObject(value)) throw invalid('properties', 'must be a JSON object');
  const keys = keysOf(value, 'properties', MAX_DEPTH);
  if (keys > MAX_KEYS) throw tooLarge('properties', `have more than ${MAX_KEYS} keys`);
  if (Buffer.byteLength(JSON.stringify(value)) > MAX_BYTES)
    throw tooLarge('properties', 'are more than 16 KiB of JSON');
  return keys === 0 ? null : value;
}

/** Whether properties are not larger than an event may have. */
export function areWithinLimits(value: Properties): boolean {
  try {
    readProperties(value);
    return true;
  } catch (error) {
    if (error instanceof Problem) return error.code !== 'TOO_LARGE';
    throw error;
  }
}

/** As many of these plain values as an event may have; one that is too long is left out for the sake of those after it. */
export function fitting(entries: readonly (readonly [string, unknown])[]): Properties {
  const kept: (readonly [string, unknown])[] = [];
  // The braces, less the comma that the last entry has none of.
  let bytes = 1;
  for (const [key, value] of entries) {
    if (kept.length === MAX_KEYS) break;
    const size = Buffer.byteLength(JSON.stringify({ [key]: value })) - 1;
    if (bytes + size > MAX_BYTES) continue;
    bytes += size;
    kept.push([key, value]);
  }
  return Object.fromEntries(kept);
}

/** The keys of a JSON value at every level. Throws where it is nested deeper, or has a number that JSON cannot write. */
function keysOf(value: unknown, field: string, levels: number): number {
  // A number past 1.8e308 is read as Infinity, which would be stored as null.
  if (typeof value === 'number' && !Number.isFinite(value))
    throw invalid(field, 'is a number beyond the range of 64-bit floating point: send it as a text');
  if (typeof value !== 'object' || value === null) return 0;
  if (levels === 0) throw tooLarge('properties', `are nested more than ${MAX_DEPTH} deep`);
  let keys = 0;
  if (Array.isArray(value)) {
    for (const part of value) keys += keysOf(part, field, levels - 1);
    return keys;
  }
  for (const key of Object.keys(value))
    keys += 1 + keysOf((value as Properties)[key], `${field}.${key}`, levels - 1);
  return keys;
}
