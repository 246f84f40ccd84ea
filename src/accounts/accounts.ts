import { LRUCache } from 'lru-cache';
import type { Store } from '../store/store.ts';
import type { Recent } from './recent.ts';
import { isSecretKey, isWriteKey, secretHash } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

const MINUTE = 60_000;
// How long another server may go on with a write key that was rotated, in milliseconds.
const FRESH = 5_000;

interface KnownKey {
  projectId: number;
  /** When it ends, in milliseconds; null of a project's current key. */
  endsAt: number | null;
  /** When it is looked up again, by performance.now(). */
  until: number;
}

/** Who a request comes from. */
export interface Accounts {
  /** The viewer behind an Authorization header. Bad credentials make an anonymous viewer with a `problem`. */
  authenticate(authorization: string | null): Promise<Viewer>;
  /** The project of a write key, or null. */
  projectOfWriteKey(writeKey: string): Promise<number | null>;
  /** To be called after a write key was rotated: this server looks all of them up again. */
  forgetWriteKeys(): void;
}

export function createAccounts(
  { prisma }: Store,
  { now, recent, sessions }: { now: () => number; recent: Recent; sessions: Pick<Sessions, 'viewerOf'> },
): Accounts {
  // A deleted project's key is refused by the writer at once.
  const writeKeys = new LRUCache<string, KnownKey>({ max: 10_000 });
  const lastUse = new LRUCache<string, number>({ max: 10_000 });

  const userOfToken = async (token: string): Promise<Viewer> =>
    (await sessions.viewerOf(token)) ?? {
      kind: 'anonymous',
      problem: token.startsWith('PASTE_')
        ? `${token.slice(0, 60)} is still there: put an access token of register or login in its place.`
        : 'The access token is not valid any more: refreshSession or login gives a new one.',
    };

  async function viewerOfSecretKey(secret: string): Promise<Viewer> {
    const hash = secretHash(secret);
    const apiKey = await recent.of(
      `key ${hash}`,
      () => prisma.apiKey.findUnique({ where: { secretHash: hash } }),
      (found) => found !== null,
    );
    if (!apiKey || apiKey.revokedAt)
      return { kind: 'anonymous', problem: 'There is no such API key, or it was revoked.' };
    if (apiKey.expiresAt && apiKey.expiresAt.getTime() <= now()) {
      return { kind: 'anonymous', problem: 'The API key has expired: createApiKey makes a new one.' };
    }
    // Once a minute is enough to see which keys are in use.
    if (now() - (lastUse.get(apiKey.id) ?? 0) > MINUTE) {
      lastUse.set(apiKey.id, now());
      await prisma.apiKey.updateMany({ where: { id: apiKey.id }, data: { lastUsedAt: new Date(now()) } });
    }
    return {
      kind: 'key',
      id: apiKey.id,
      projectId: apiKey.projectId,
      scopes: apiKey.scopes,
      ...(apiKey.expiresAt ? { expiresAt: apiKey.expiresAt.getTime() } : {}),
    };
  }

  const serves = ({ endsAt }: KnownKey): boolean => endsAt === null || now() < endsAt;

  async function lookUpWriteKey(writeKey: string): Promise<KnownKey | null> {
    const project = await prisma.project.findFirst({
      where: { OR: [{ writeKey }, { previousWriteKey: writeKey }] },
      select: { id: true, writeKey: true, previousWriteKeyEndsAt: true },
    });
    const endsAt =
      project === null || project.writeKey === writeKey
        ? null
        : (project.previousWriteKeyEndsAt?.getTime() ?? 0);
    const found = project && { projectId: project.id, endsAt, until: performance.now() + FRESH };
    if (found && serves(found)) writeKeys.set(writeKey, found);
    else writeKeys.delete(writeKey);
    return found && serves(found) ? found : null;
  }

  /** A write key that serves. One that is known serves on while the database is away, until its end. */
  async function findWriteKey(writeKey: string): Promise<KnownKey | null> {
    const known = writeKeys.get(writeKey);
    if (known && !serves(known)) return null;
    if (known && performance.now() < known.until) return known;
    if (!isWriteKey(writeKey)) return null;
    if (!known) return lookUpWriteKey(writeKey);
    // Whoever comes meanwhile does not look it up as well.
    known.until = performance.now() + FRESH;
    return lookUpWriteKey(writeKey).catch(() => known);
  }

  const projectOfWriteKey = async (writeKey: string) => (await findWriteKey(writeKey))?.projectId ?? null;

  return {
    projectOfWriteKey,
    forgetWriteKeys: () => writeKeys.clear(),
    async authenticate(authorization) {
      if (!authorization) return ANONYMOUS;
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      if (!token)
        return { kind: 'anonymous', problem: 'The Authorization header is not `Bearer` and a token.' };
      if (isSecretKey(token)) return viewerOfSecretKey(token);
      if (!isWriteKey(token)) return userOfToken(token);
      const key = await findWriteKey(token);
      if (key === null) return { kind: 'anonymous', problem: 'There is no such write key.' };
      const { projectId, endsAt } = key;
      return {
        kind: 'key',
        id: null,
        projectId,
        scopes: ['WRITE'],
        ...(endsAt === null ? {} : { expiresAt: endsAt }),
      };
    },
  };
}
