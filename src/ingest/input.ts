import { z } from 'zod';

// The shape of one event as it is sent, checked event by event: a bad one is rejected and the others stored.

const MAX_PROPERTIES_BYTES = 16 * 1024;
const MAX_PROPERTY_KEYS = 100;
const MAX_PROPERTY_DEPTH = 5;

// Marks an issue as one of size, for the rejection's code; what is too long says so itself.
const TOO_LARGE = { params: { tooLarge: true } };

const text = (max: number) =>
  z
    .string({ error: 'must be a string' })
    .max(max, { error: `has more than ${max} characters` })
    .nullish();

/** Whether a JSON value is nested no deeper: 0 for a plain value, 1 for an object of plain values. */
function isWithin(depth: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return true;
  return depth > 0 && Object.values(value).every((part) => isWithin(depth - 1, part));
}

function keysOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  const own = Array.isArray(value) ? 0 : Object.keys(value).length;
  return Object.values(value).reduce<number>((sum, part) => sum + keysOf(part), own);
}

const properties = z
  .record(z.string(), z.unknown(), { error: 'must be a JSON object' })
  .superRefine((value, context) => {
    const complain = (message: string) => context.addIssue({ code: 'custom', message, ...TOO_LARGE });
    if (!isWithin(MAX_PROPERTY_DEPTH, value)) complain(`are nested more than ${MAX_PROPERTY_DEPTH} deep`);
    else if (keysOf(value) > MAX_PROPERTY_KEYS) complain(`have more than ${MAX_PROPERTY_KEYS} keys`);
    else if (Buffer.byteLength(JSON.stringify(value)) > MAX_PROPERTIES_BYTES)
      complain('are more than 16 KiB of JSON');
  })
  .nullish();

const revenue = z
  .object(
    {
      currency: z
        .string({ error: 'must be a string' })
        .regex(/^[A-Za-z]{3}$/, { error: 'must be an ISO 4217 code such as EUR' })
        .transform((code) => code.toUpperCase()),
      // What numeric(24, 6) holds, exactly.
      amount: z
        .string({ error: 'must be a string, so that it stays exact' })
        .regex(/^-?\d{1,18}(\.\d{1,6})?$/, {
          error:
            'must be a decimal number with at most 18 digits before and 6 after the point, such as 19.99',
        }),
    },
    { error: 'must be an object with currency and amount' },
  )
  .nullish();

const instant = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((iso) => new Date(iso))], {
    error: 'must be an instant as in RFC 3339, with an offset: 2026-11-21T09:30:00Z',
  })
  .refine((date) => !Number.isNaN(date.getTime()), { error: 'is not an instant' })
  .nullish();

const context = z
  .object(
    {
      userAgent: text(2_048),
      ip: text(100),
      language: text(200),
      screenWidth: z.number({ error: 'must be a number' }).int({ error: 'must be whole pixels' }).nullish(),
      library: text(200),
    },
    { error: 'must be an object' },
  )
  .nullish();

/** One event as it is sent. */
export const eventInput = z.object(
  {
    id: text(200),
    type: z.enum(['PAGEVIEW', 'CUSTOM'], { error: 'must be PAGEVIEW or CUSTOM' }).nullish(),
    name: text(200),
    timestamp: instant,
    visitorId: text(200),
    userId: text(200),
    sessionId: text(200),
    url: text(2_048),
    referrer: text(2_048),
    title: text(1_000),
    properties,
    revenue,
    context,
  },
  { error: 'must be an object' },
);

/** An event whose shape was checked; what was absent or empty is null. */
export type EventFields = ReturnType<typeof fieldsOf>;

/** Here and not by a transformation of each field: those took half the time of the check. */
export function fieldsOf(event: z.output<typeof eventInput>) {
  const { context, properties } = event;
  return {
    id: event.id || null,
    type: event.type ?? null,
    name: event.name || null,
    timestamp: event.timestamp ?? null,
    visitorId: event.visitorId || null,
    userId: event.userId || null,
    sessionId: event.sessionId || null,
    url: event.url || null,
    referrer: event.referrer || null,
    title: event.title || null,
    properties: properties && Object.keys(properties).length > 0 ? properties : null,
    revenue: event.revenue ?? null,
    context: {
      userAgent: context?.userAgent || null,
      ip: context?.ip || null,
      language: context?.language || null,
      screenWidth: context?.screenWidth ?? null,
    },
  };
}

/**
 * A value without what Postgres cannot keep: NUL and halves of surrogate pairs become U+FFFD, in keys too. The value
 * itself where there is nothing of that in it.
 */
export function storable<T>(value: T): T {
  return isStorable(value) ? value : mended(value);
}

function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0');
  if (typeof value !== 'object' || value === null || value instanceof Date) return true;
  const parts = value as Record<string, unknown>;
  for (const key in parts) if (!isStorable(key) || !isStorable(parts[key])) return false;
  return true;
}

function mended<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(mended) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [mended(key), mended(part)])) as T;
}
