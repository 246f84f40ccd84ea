/**
 * Text from outside as a label to count by: without control characters (Postgres cannot store U+0000),
 * trimmed, cut to `max` characters (code points, so that no surrogate pair is split); null when nothing is left.
 */
export function label(text: string | null | undefined, max = 200): string | null {
  if (!text) return null;
  const clean = text.replace(/\p{Cc}/gu, '').trim();
  return [...clean].slice(0, max).join('').trimEnd() || null;
}
