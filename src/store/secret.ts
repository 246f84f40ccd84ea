import { hkdfSync, randomBytes } from 'node:crypto';
import { link, mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { ConfigurationError } from '../env.ts';

const LEAST = 32;

/** The secret that signs access tokens where none is configured: made once, kept in the data directory. */
export async function jwtSecret(dataDir: string): Promise<string> {
  const file = path.join(dataDir, 'jwt-secret');
  await mkdir(dataDir, { recursive: true });
  await makeSecret(file);
  const secret = (await readFile(file, 'utf8')).trim();
  if (secret.length < LEAST) {
    throw new ConfigurationError(
      `${file} does not hold a secret: delete it, and everybody signs in anew, or set JWT_SECRET.`,
    );
  }
  return secret;
}

/** Written whole and then linked, so that of two servers that start at once the first one's is both's, and never half of it. */
async function makeSecret(file: string): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`;
  await writeFile(draft, randomBytes(LEAST).toString('base64url'), { mode: 0o600 });
  try {
    await link(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    await rm(draft);
  }
}

/** A key for one purpose, made of the secret: what is done with it says nothing of the others (HKDF, RFC 5869). */
export const derivedKey = (secret: string, purpose: string): Buffer =>
  Buffer.from(hkdfSync('sha256', secret, '', `pulsegraph ${purpose}`, 32));
