let last = 0;
let count = 0;

/** A UUID of the present time (version 7, RFC 9562) that is greater than all before it on this page, also on plain-http pages. */
export function uuid(): string {
  const now = Date.now();
  // A clock that goes back, or 4,096 ids of one millisecond: the time of the ids goes on by itself.
  if (now > last) {
    last = now;
    count = 0;
  } else if (++count > 4095) {
    last++;
    count = 0;
  }
  const random = crypto.getRandomValues(new Uint8Array(8));
  // The variant is the first two bits.
  random[0] = 128 | ((random[0] ?? 0) & 63);
  const rest = Array.from(random, (byte) => hex(byte, 2)).join('');
  return `${hex(last, 12)}7${hex(count, 3)}${rest}`.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-');
}

const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0');
