import { mkdtemp, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { jwtSecret } from './secret.ts';

let directory: string;
beforeEach(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'pulsegraph-secret-'));
});
afterEach(() => rm(directory, { recursive: true }));

it('is made once, for all that start at once, and readable by its owner alone', async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => jwtSecret(directory)));
  expect(new Set([...secrets, await jwtSecret(directory)]).size).toBe(1);
  expect(secrets[0]?.length).toBeGreaterThanOrEqual(32);
  expect((await stat(path.join(directory, 'jwt-secret'))).mode & 0o777).toBe(0o600);
  expect(await readdir(directory)).toEqual(['jwt-secret']);
});

it('refuses a file that holds none', async () => {
  await writeFile(path.join(directory, 'jwt-secret'), '');
  await expect(jwtSecret(directory)).rejects.toThrow(/delete it/);
});
