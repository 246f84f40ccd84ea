import { createHash, randomBytes } from 'node:crypto';

/** The SHA-256 of a random secret: enough for 190 bits or more that no one chose. */
export const secretHash = (secret: string): Uint8Array<ArrayBuffer> =>
  new Uint8Array(createHash('sha256').update(secret).digest());

const random = (bytes: number): string => randomBytes(bytes).toString('base64url');

// Prefixes tell the kinds apart in logs, code reviews and secret scanners.
export const newWriteKey = (): string => `wk_${random(18)}`;
export const newSecretKey = (): string => `sk_${random(30)}`;
export const refreshTokenOf = (bytes: Buffer): string => `rt_${bytes.toString('base64url')}`;
export const newRefreshToken = (): string => refreshTokenOf(randomBytes(32));

export const isWriteKey = (text: string): boolean => /^wk_[\w-]{1,100}$/.test(text);
export const isSecretKey = (text: string): boolean => text.startsWith('sk_');

/** As much of a secret key as may be shown to tell it from others. */
export const keyPrefix = (secret: string): string => secret.slice(0, 10);
