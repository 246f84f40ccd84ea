import { Temporal } from 'temporal-polyfill';

// How templates write numbers and times: what they write stands in a claim of the evidence, in the same digits.

/** 1,234 */
export const count = (value: number): string => Math.round(value).toLocaleString('en');

/** 12 %, or 1.2 % where the whole number would hide it. */
export function percent(share: number): string {
  const value = Math.abs(share * 100);
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 10 ? 1 : 0 })} %`;
}

/** 45 s, 2 min 5 s */
export function duration(seconds: number): string {
  const whole = Math.round(seconds);
  const [minutes, rest] = [Math.floor(whole / 60), whole % 60];
  if (minutes === 0) return `${rest} s`;
  return rest === 0 ? `${minutes} min` : `${minutes} min ${rest} s`;
}

/** "1.2 points": a difference of shares. */
export const points = (difference: number): string =>
  `${sign(difference)}${Math.abs(difference * 100).toLocaleString('en', { maximumFractionDigits: 1 })} points`;

/** As another way of writing, with + or − before it. */
export const signed =
  (write: (value: number) => string) =>
  (value: number): string =>
    `${sign(value)}${write(Math.abs(value))}`;

const sign = (value: number): string => (value < 0 ? '−' : '+');

/** "up 12 %", "down 1.2 %", "as before". */
export function change(effect: number): string {
  if (Math.abs(effect) < 0.0005) return 'as before';
  return `${effect > 0 ? 'up' : 'down'} ${percent(effect)}`;
}

const at = (time: number, zone: string) =>
  Temporal.Instant.fromEpochMilliseconds(time).toZonedDateTimeISO(zone);

const date = (time: Temporal.ZonedDateTime): string =>
  time.toLocaleString('en', { weekday: 'long', day: 'numeric', month: 'long' });
const clock = (time: Temporal.ZonedDateTime): string =>
  `${String(time.hour).padStart(2, '0')}:${String(time.minute).padStart(2, '0')}`;

/** "on Friday, November 20", "from Monday, November 16 to Sunday, November 22", "on Friday, November 20 from 14:00 to 17:00". */
export function periodInWords({ start, end }: { start: number; end: number }, zone: string): string {
  const [from, to] = [at(start, zone), at(end, zone)];
  const wholeDays = isMidnight(from) && isMidnight(to);
  if (wholeDays) {
    const last = to.subtract({ days: 1 });
    if (from.toPlainDate().equals(last.toPlainDate())) return `on ${date(from)}`;
    return `from ${date(from)} to ${date(last)}`;
  }
  const sameDay = from.toPlainDate().equals(to.subtract({ nanoseconds: 1 }).toPlainDate());
  if (sameDay) return `on ${date(from)} from ${clock(from)} to ${isMidnight(to) ? '24:00' : clock(to)}`;
  return `from ${date(from)}, ${clock(from)} to ${date(to)}, ${clock(to)}`;
}

const isMidnight = (time: Temporal.ZonedDateTime): boolean => time.equals(time.startOfDay());
