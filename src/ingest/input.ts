import { z } from 'zod';

// The shape of one event as it is sent, checked event by event: a bad one is rejected and the others stored.

const MAX_PROPERTIES_BYTES = 16 * 1024;
const MAX_PROPERTY_KEYS = 100;
const MAX_PROPERTY_DEPTH = 5;

// Marks an issue as one of size, for the rejection's code.
const TOO_LARGE = { params: { tooLarge: true } };

const text = (max: number) =>
  z
    .string({ error: 'must be a string' })
    .refine((value) => value.length <= max, { error: `has more than ${max} characters`, ...TOO_LARGE })
    .nullish()
    .transform((value) => value || null);

/** Nesting of a JSON value: 0 for a plain value, 1 for an object of plain values. */
function depthOf(value: unknown): number {
  if (typeof value !== 'object' || value === null) return 0;
  return 1 + Math.max(0, ...Object.values(value).map(depthOf));
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
    if (depthOf(value) > MAX_PROPERTY_DEPTH) complain(`are nested more than ${MAX_PROPERTY_DEPTH} deep`);
    else if (keysOf(value) > MAX_PROPERTY_KEYS) complain(`have more than ${MAX_PROPERTY_KEYS} keys`);
    else if (Buffer.byteLength(JSON.stringify(value)) > MAX_PROPERTIES_BYTES)
      complain('are more than 16 KiB of JSON');
  })
  .nullish()
  .transform((value) => (value && Object.keys(value).length > 0 ? value : null));

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
  .nullish()
  .transform((value) => value ?? null);

const instant = z
  .union([z.date(), z.iso.datetime({ offset: true }).transform((iso) => new Date(iso))], {
    error: 'must be an instant as in RFC 3339, with an offset: 2026-11-21T09:30:00Z',
  })
  .refine((date) => !Number.isNaN(date.getTime()), { error: 'is not an instant' })
  .nullish()
  .transform((date) => date ?? null);

const context = z
  .object(
    {
      userAgent: text(2_048),
      ip: text(100),
      language: text(200),
      screenWidth: z
        .number({ error: 'must be a number' })
        .int({ error: 'must be whole pixels' })
        .nullish()
        .transform((width) => width ?? null),
      library: text(200),
    },
    { error: 'must be an object' },
  )
  .nullish()
  .transform((value) => value ?? null);

/** One event as it is sent, after its shape was checked; absent and empty are both null. */
export const eventInput = z.object(
  {
    id: text(200),
    type: z
      .enum(['PAGEVIEW', 'CUSTOM'], { error: 'must be PAGEVIEW or CUSTOM' })
      .nullish()
      .transform((type) => type ?? null),
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

export type EventFields = z.output<typeof eventInput>;

/**
 * A value without what Postgres cannot keep: NUL and halves of surrogate pairs become U+FFFD, in keys too.
 */
export function storable<T>(value: T): T {
  if (typeof value === 'string') return value.toWellFormed().replaceAll('\0', '\uFFFD') as T;
  if (Array.isArray(value)) return value.map(storable) as T;
  if (typeof value !== 'object' || value === null || value instanceof Date) return value;
  return Object.fromEntries(Object.entries(value).map(([key, part]) => [storable(key), storable(part)])) as T;
}
