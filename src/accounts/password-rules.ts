// What a new password must be, by NIST SP 800-63B, section 3.1.1.2: long enough, not on a list of those that are commonly
// used, and nothing that stands beside it in the account. No rules of composition.

const LEAST = 8;
const MOST = 256;
// Of this product: the standard names the service among what a password must not be.
const SERVICE = 'pulsegraph';
const ROWS = [
  'abcdefghijklmnopqrstuvwxyz',
  '1234567890-=',
  '01234567890',
  'qwertyuiop',
  'asdfghjkl',
  'zxcvbnm',
].flatMap((row) => [row, [...row].reverse().join('')]);

/** The texts of an account that its password must not be. */
export interface Known {
  email: string;
  name?: string | null | undefined;
  organizationName?: string | null | undefined;
}

/** A password as it is hashed: forms that look alike are one, as keyboards and systems type them differently. */
export const normalized = (password: string): string => password.normalize('NFKC');

/**
 * Why a text cannot be a new password, or null when it can.
 *
 * @param common the commonest passwords, in lower case
 */
export function problemOf(password: string, known: Known, common: ReadonlySet<string>): string | null {
  if (!password.isWellFormed()) return 'A password cannot have half a character (an unpaired surrogate).';
  if (password.length > MOST) return `A password has at most ${MOST} characters.`;
  const text = normalized(password);
  if ([...text].length < LEAST) return `A password has at least ${LEAST} characters.`;
  if (text.trim() === '') return 'A password cannot be blank.';
  const lower = text.toLowerCase();
  if (textsOf(known).includes(lower))
    return 'A password cannot be the email address, a part of it, or a name: choose another.';
  const isSimple = (piece: string) => isRow(piece) || common.has(piece);
  const piece = /^(.+?)\1+$/su.exec(lower)?.[1];
  if (isSimple(lower) || (piece !== undefined && (piece.length <= 4 || isSimple(piece))))
    return 'This is one of the commonest passwords, which are guessed first: choose another.';
  return null;
}

function textsOf({ email, name, organizationName }: Known): string[] {
  const [local, domain] = email.split('@');
  return [email, local, domain, domain?.split('.')[0], name, organizationName, SERVICE].flatMap((text) =>
    text?.trim() ? [normalized(text.trim()).toLowerCase()] : [],
  );
}

/** A run along a row of the keyboard, the alphabet or the digits, in either direction; or eight digits, which are a date. */
const isRow = (lower: string): boolean => /^\d{8}$/.test(lower) || ROWS.some((row) => row.includes(lower));
