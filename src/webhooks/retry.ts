import { parseHttpDate } from '../instant.ts';

const DAY = 24 * 60 * 60_000;

/**
 * Milliseconds until the next attempt, at least what the receiver asked for, which is a day at most; null when there is none.
 *
 * @param tries attempts so far
 */
export function nextPause(
  pauses: readonly number[],
  tries: number,
  retryAfter: number | null,
  random: () => number = Math.random,
): number | null {
  const pause = pauses[tries - 1];
  if (pause === undefined) return null;
  // So that what failed together does not come back together.
  return Math.max(pause * (1 + random() / 10), Math.min(retryAfter ?? 0, DAY));
}

/** The header Retry-After (RFC 9110, section 10.2.3) in milliseconds from now; null when it is absent or says nothing. */
export function retryAfterOf(header: string | undefined, now: number): number | null {
  if (header === undefined) return null;
  if (/^\d{1,9}$/.test(header)) return Number(header) * 1_000;
  const date = parseHttpDate(header);
  return date && Math.max(0, date.getTime() - now);
}
