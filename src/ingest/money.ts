/** Money as it is stored: the amount is a decimal text, exact. */
export interface Money {
  amount: string;
  currency: string;
}

// A decimal number, also such as `+5`, `.5`, `5.` and 1e-7. A comma with one or two digits after it can only be a decimal
// comma, as in 29,90; `1,234` is 1234 to some and 1.234 to others.
const DECIMAL = /^([+-]?)(?=[.,]?\d)(\d*)(?:\.(\d*)|,(\d{1,2}))?(?:e([+-]?\d{1,3}))?$/i;
/** Digits after the point, and before it: what numeric(24, 6) holds. */
const SCALE = 6;
const WHOLE = 18;
/** More characters than any amount has: reading digits takes longer the more there are. */
const LONGEST = 100;

/**
 * An amount as a decimal text with at most six digits after the point, rounded half away from zero where there are more: a
 * number such as 0.1 + 0.2 has seventeen that nobody meant. Null where it is none, or has more than 18 digits before the
 * point. A text keeps the digits that it was sent with.
 */
export function decimalOf(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  const match = text.length <= LONGEST ? DECIMAL.exec(text) : null;
  if (!match) return null;
  const [, sign, whole = '', point, comma = '', exponent = '0'] = match;
  const fraction = point ?? comma;
  // As an integer, `shift` digits of which stand after the point.
  const shift = fraction.length - Number(exponent);
  const scale = Math.min(Math.max(shift, 0), SCALE);
  const digits = rounded(BigInt(`${whole}${fraction}`), shift - scale)
    .toString()
    .padStart(scale + 1, '0');
  const decimals = digits.slice(digits.length - scale);
  const kept = shift > SCALE || typeof value === 'number' ? decimals.replace(/0+$/, '') : decimals;
  const integer = digits.slice(0, digits.length - scale);
  if (integer.length > WHOLE) return null;
  const isNegative = sign === '-' && /[1-9]/.test(digits);
  return `${isNegative ? '-' : ''}${integer}${kept === '' ? '' : `.${kept}`}`;
}

/** A number of digits cut off its end, rounded half up; as many zeros put there where it is negative. */
function rounded(integer: bigint, digits: number): bigint {
  if (digits <= 0) return integer * 10n ** BigInt(-digits);
  const unit = 10n ** BigInt(digits);
  return (integer + unit / 2n) / unit;
}

/** Money in; null unless there is an amount with a currency code of three letters. */
export function moneyOf(amount: unknown, currency: unknown): Money | null {
  const code = typeof currency === 'string' ? currency.trim().toUpperCase() : '';
  const decimal = /^[A-Z]{3}$/.test(code) ? decimalOf(amount) : null;
  return decimal === null ? null : { amount: decimal, currency: code };
}

/** The same money paid back. */
export const refundOf = (money: Money | null): Money | null =>
  money && { ...money, amount: `-${money.amount}`.replace(/^--/, '') };
