import { createHash, randomBytes } from 'node:crypto';
import { hash, verify } from '@node-rs/argon2';

// OWASP's first choice for argon2id: 19 MiB, 2 passes, 1 lane.
const ARGON2ID = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

export const hashPassword = (password: string): Promise<string> => hash(password, ARGON2ID);

// A login with an unknown address takes as long as one with a wrong password, and so tells nothing.
const nobody = hashPassword(randomBytes(16).toString('hex'));

/** Whether the password is the one that was hashed; null stands for an unknown user. */
export async function checkPassword(password: string, passwordHash: string | null): Promise<boolean> {
  const matches = await verify(passwordHash ?? (await nobody), password);
  return passwordHash !== null && matches;
}

/** The SHA-256 of a random secret: enough for 190 bits or more that no one chose. */
export const secretHash = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

// Prefixes tell the kinds apart in logs, code reviews and secret scanners.
export const newWriteKey = (): string => `wk_${random(18)}`;
export const newSecretKey = (): string => `sk_${random(30)}`;
export const newRefreshToken = (): string => `rt_${random(32)}`;

export const isWriteKey = (text: string): boolean => /^wk_[\w-]{1,100}$/.test(text);
export const isSecretKey = (text: string): boolean => text.startsWith('sk_');

/** As much of a secret key as may be shown to tell it from others. */
export const keyPrefix = (secret: string): string => secret.slice(0, 10);
