import { randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { LRUCache } from 'lru-cache';
import { failure } from '../errors.ts';
import type { Prisma, User } from '../store/generated/client/client.ts';
import type { Store } from '../store/store.ts';
import type { Recent } from './recent.ts';
import { isSecretKey, isWriteKey, newRefreshToken, secretHash } from './secrets.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const ACCESS_TOKEN_LIFE = 15 * MINUTE;
const REFRESH_TOKEN_LIFE = 30 * DAY;
const ISSUER = 'pulsegraph';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends. */
  expiresAt: Date;
  /** Who sends the access token. */
  viewer: Viewer & { kind: 'user' };
}

/** Sign-ins: who a request comes from, and the tokens that say so. */
export interface Accounts {
  /** The viewer behind an Authorization header. Bad credentials make an anonymous viewer with a `problem`. */
  authenticate(authorization: string | null): Promise<Viewer>;
  /** The project of a write key, or null. */
  projectOfWriteKey(writeKey: string): Promise<number | null>;
  /** Begins a session: a family of refresh tokens. */
  signIn(user: User): Promise<Tokens>;
  /** Spends a refresh token for new tokens; a token that was spent before ends its whole session. */
  refresh(refreshToken: string): Promise<{ tokens: Tokens; user: User }>;
  signOut(viewer: Viewer): Promise<boolean>;
}

export function createAccounts(
  { prisma }: Store,
  options: { jwtSecret: string; now: () => number; recent: Recent },
): Accounts {
  const key = new TextEncoder().encode(options.jwtSecret);
  const { now, recent } = options;
  // A project's write key never changes; a deleted project's is refused by the writer at once.
  const writeKeys = new LRUCache<string, number>({ max: 10_000 });
  const lastUse = new LRUCache<string, number>({ max: 10_000 });

  async function tokensFor(db: Prisma.TransactionClient, userId: string, familyId: string): Promise<Tokens> {
    const issued = now();
    const expiresAt = new Date(issued + ACCESS_TOKEN_LIFE);
    const refreshToken = newRefreshToken();
    await db.refreshToken.create({
      data: {
        hash: secretHash(refreshToken),
        familyId,
        userId,
        createdAt: new Date(issued),
        expiresAt: new Date(issued + REFRESH_TOKEN_LIFE),
      },
    });
    const accessToken = await new SignJWT({ sid: familyId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(new Date(issued))
      .setExpirationTime(expiresAt)
      .sign(key);
    // A JWT tells whole seconds.
    const end = Math.floor(expiresAt.getTime() / 1000) * 1000;
    const viewer = { kind: 'user', userId, sessionId: familyId, expiresAt: end } as const;
    return { accessToken, refreshToken, expiresAt, viewer };
  }

  async function endSession(familyId: string): Promise<void> {
    // Waits for a refresh that is under way: the token that it adds is there to be deleted then.
    await prisma.refreshToken.updateMany({ where: { familyId }, data: { spentAt: new Date(now()) } });
    await prisma.refreshToken.deleteMany({ where: { familyId } });
  }

  async function userOfToken(token: string): Promise<Viewer> {
    const stale: Viewer = {
      kind: 'anonymous',
      problem: 'The access token is not valid any more: refreshSession or login gives a new one.',
    };
    try {
      const { payload } = await jwtVerify(token, key, {
        issuer: ISSUER,
        algorithms: ['HS256'],
        currentDate: new Date(now()),
      });
      const { sub: userId, sid: sessionId, exp } = payload;
      if (!userId || typeof sessionId !== 'string' || exp === undefined) return stale;
      // A session that was ended takes its access tokens with it.
      const session = await recent.of(
        `session ${sessionId} ${userId}`,
        () =>
          prisma.refreshToken.findFirst({
            where: { familyId: sessionId, userId },
            select: { userId: true },
          }),
        (found) => found !== null,
      );
      return session ? { kind: 'user', userId, sessionId, expiresAt: exp * 1000 } : stale;
    } catch (error) {
      if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return stale;
      throw error;
    }
  }

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
    async signIn(user) {
      await prisma.refreshToken.deleteMany({
        where: { userId: user.id, expiresAt: { lt: new Date(now()) } },
      });
      return tokensFor(prisma, user.id, randomUUID());
    },
    async refresh(refreshToken) {
      const hash = secretHash(refreshToken);
      const at = new Date(now());
      const found = await prisma.refreshToken.findUnique({ where: { hash }, include: { user: true } });
      const refused = failure('UNAUTHENTICATED', 'The refresh token is not valid any more: login again.');
      if (!found || found.expiresAt <= at) throw refused;
      // In one transaction, so that a second use that comes at once waits for the new token, and ends it with the rest.
      const tokens = await prisma.$transaction(async (transaction) => {
        const { count } = await transaction.refreshToken.updateMany({
          where: { hash, spentAt: null },
          data: { spentAt: at },
        });
        return count === 0 ? null : tokensFor(transaction, found.userId, found.familyId);
      });
      if (!tokens) {
        await endSession(found.familyId);
        throw refused;
      }
      return { tokens, user: found.user };
    },
    async signOut(viewer) {
      if (viewer.kind !== 'user') return false;
      await endSession(viewer.sessionId);
      return true;
    },
  };
}
