import { LRUCache } from 'lru-cache';
import type { Store } from '../store/store.ts';
import type { Recent } from './recent.ts';
import { isSecretKey, isWriteKey, secretHash } from './secrets.ts';
import type { Sessions } from './sessions.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

const MINUTE = 60_000;

/** Who a request comes from. */
export interface Accounts {
  /** The viewer behind an Authorization header. Bad credentials make an anonymous viewer with a `problem`. */
  authenticate(authorization: string | null): Promise<Viewer>;
  /** The project of a write key, or null. */
  projectOfWriteKey(writeKey: string): Promise<number | null>;
}

export function createAccounts(
  { prisma }: Store,
  { now, recent, sessions }: { now: () => number; recent: Recent; sessions: Pick<Sessions, 'viewerOf'> },
): Accounts {
  // A project's write key never changes; a deleted project's is refused by the writer at once.
  const writeKeys = new LRUCache<string, number>({ max: 10_000 });
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

  async function projectOfWriteKey(writeKey: string): Promise<number | null> {
    const known = writeKeys.get(writeKey);
    if (known !== undefined) return known;
    if (!isWriteKey(writeKey)) return null;
    const project = await prisma.project.findUnique({ where: { writeKey }, select: { id: true } });
    if (project) writeKeys.set(writeKey, project.id);
    return project?.id ?? null;
  }

  return {
    projectOfWriteKey,
    async authenticate(authorization) {
      if (!authorization) return ANONYMOUS;
      const token = /^Bearer +(\S+)$/i.exec(authorization)?.[1];
      if (!token)
        return { kind: 'anonymous', problem: 'The Authorization header is not `Bearer` and a token.' };
      if (isSecretKey(token)) return viewerOfSecretKey(token);
      if (!isWriteKey(token)) return userOfToken(token);
      const projectId = await projectOfWriteKey(token);
      if (projectId === null) return { kind: 'anonymous', problem: 'There is no such write key.' };
      return { kind: 'key', id: null, projectId, scopes: ['WRITE'] };
    },
  };
}
