import { createHmac, randomUUID } from 'node:crypto';
import { jwtVerify, SignJWT } from 'jose';
import { failure } from '../errors.ts';
import type { Prisma, User } from '../store/generated/client/client.ts';
import { derivedKey } from '../store/secret.ts';
import type { Store } from '../store/store.ts';
import type { Recent } from './recent.ts';
import { newRefreshToken, refreshTokenOf, secretHash } from './secrets.ts';
import type { Viewer } from './viewer.ts';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const DAY = 24 * 60 * MINUTE;
const ACCESS_TOKEN_LIFE = 15 * MINUTE;
export const REFRESH_TOKEN_LIFE = 30 * DAY;
// How long a spent refresh token still leads to its successor: two tabs use the same one, and answers are lost.
const GRACE = 30 * SECOND;
// Refreshes of one session within the time above.
const MOST_SUCCESSORS = 100;
// How long a network that a user signed in from stays known.
const KNOWN = 90 * DAY;
const USER_AGENT = 400;
const ISSUER = 'pulsegraph';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  /** When the access token ends. */
  expiresAt: Date;
  /** Who sends the access token. */
  viewer: Viewer & { kind: 'user' };
}

/** What somebody signs in from. */
export interface Device {
  /** The network of their address, where that is known. */
  network: string | null;
  userAgent: string | null;
}

type Signed = Viewer & { kind: 'user' };

/** Sign-ins of users, and the tokens that say who they are. */
export interface Sessions {
  /** Begins a session; null where the user's password was changed since it was checked. */
  begin(user: User, device: Device): Promise<Tokens | null>;
  /**
   * Spends a refresh token for new tokens. Within half a minute the same token leads to the same successor, whoever came first;
   * after that its use ends the whole session.
   */
  refresh(refreshToken: string): Promise<{ tokens: Tokens; user: User }>;
  /** Ends one session of a user; false where there is none, or it was ended already. */
  end(userId: string, id: string): Promise<boolean>;
  /** Ends all other sessions of the viewer, as a part of a transaction. */
  endOthers(db: Prisma.TransactionClient, viewer: Signed): Promise<void>;
  /** Whether a user with this address signed in from this network lately. */
  isKnown(email: string, network: string | null): Promise<boolean>;
  /** Removes refresh tokens that expired, and sessions from which no network is known any more. */
  forget(): Promise<void>;
  /** The user behind an access token; null when it is not valid. */
  viewerOf(accessToken: string): Promise<Signed | null>;
}

export function createSessions(
  { prisma }: Pick<Store, 'prisma'>,
  { jwtSecret, now, recent }: { jwtSecret: string; now: () => number; recent: Recent },
): Sessions {
  const key = new TextEncoder().encode(jwtSecret);
  const successorKey = derivedKey(jwtSecret, 'refresh tokens');
  const networkKey = derivedKey(jwtSecret, 'networks');

  const hashOf = (email: string, network: string | null) =>
    network === null
      ? null
      : new Uint8Array(
          createHmac('sha256', networkKey)
            .update(JSON.stringify([email, network]))
            .digest(),
        );

  const addToken = (db: Prisma.TransactionClient, token: string, userId: string, familyId: string) =>
    db.refreshToken.create({
      data: {
        hash: secretHash(token),
        familyId,
        userId,
        createdAt: new Date(now()),
        expiresAt: new Date(now() + REFRESH_TOKEN_LIFE),
      },
    });

  async function tokensOf(userId: string, sessionId: string, refreshToken: string): Promise<Tokens> {
    const issued = now();
    const expiresAt = new Date(issued + ACCESS_TOKEN_LIFE);
    const accessToken = await new SignJWT({ sid: sessionId })
      .setProtectedHeader({ alg: 'HS256' })
      .setIssuer(ISSUER)
      .setSubject(userId)
      .setIssuedAt(new Date(issued))
      .setExpirationTime(expiresAt)
      .sign(key);
    // A JWT tells whole seconds.
    const end = Math.floor(expiresAt.getTime() / SECOND) * SECOND;
    const viewer = { kind: 'user', userId, sessionId, expiresAt: end } as const;
    return { accessToken, refreshToken, expiresAt, viewer };
  }

  const successorOf = (token: string): string =>
    refreshTokenOf(createHmac('sha256', successorKey).update(token).digest());

  /** The newest token of a session, spending the given one where nobody did. `reused` where it was spent too long ago. */
  async function newest(db: Prisma.TransactionClient, given: string): Promise<string | 'reused' | null> {
    const at = now();
    let token = given;
    let found = await db.refreshToken.findUnique({ where: { hash: secretHash(token) } });
    if (found?.spentAt && at - found.spentAt.getTime() > GRACE) return 'reused';
    for (let step = 0; found?.spentAt && step < MOST_SUCCESSORS; step++) {
      token = successorOf(token);
      found = await db.refreshToken.findUnique({ where: { hash: secretHash(token) } });
    }
    if (!found || found.spentAt) return null;
    if (token !== given) return token;
    await db.refreshToken.update({ where: { hash: found.hash }, data: { spentAt: new Date(at) } });
    token = successorOf(given);
    await addToken(db, token, found.userId, found.familyId);
    await db.session.update({ where: { id: found.familyId }, data: { lastUsedAt: new Date(at) } });
    return token;
  }

  async function end(userId: string, id: string): Promise<boolean> {
    const { count } = await prisma.session.updateMany({
      where: { id, userId, endedAt: null },
      data: { endedAt: new Date(now()) },
    });
    await prisma.refreshToken.deleteMany({ where: { familyId: id, userId } });
    return count > 0;
  }

  return {
    async begin({ id: userId, email, passwordHash }, { network, userAgent }) {
      const [sessionId, token, at] = [randomUUID(), newRefreshToken(), new Date(now())];
      const begun = await prisma.$transaction(async (transaction) => {
        // Until it is committed no change of the password passes, which would have to end this session too.
        const [user] = await transaction.$queryRaw<unknown[]>`
          select 1 from users where id = ${userId}::uuid and password_hash = ${passwordHash} for share`;
        if (!user) return false;
        await transaction.session.create({
          data: {
            id: sessionId,
            userId,
            createdAt: at,
            lastUsedAt: at,
            userAgent: userAgent?.slice(0, USER_AGENT).toWellFormed().replaceAll('\0', '') ?? null,
            network: hashOf(email, network),
          },
        });
        await addToken(transaction, token, userId, sessionId);
        return true;
      });
      return begun ? tokensOf(userId, sessionId, token) : null;
    },

    async refresh(refreshToken) {
      const found = await prisma.refreshToken.findUnique({
        where: { hash: secretHash(refreshToken) },
        include: { user: true },
      });
      const refused = failure('UNAUTHENTICATED', 'The refresh token is not valid any more: login again.');
      if (!found || found.expiresAt.getTime() <= now()) throw refused;
      const { userId, familyId, user } = found;
      const token = await prisma.$transaction(async (transaction) => {
        // One at a time for a session, on all servers: whoever comes second finds what the first one did.
        const [open] = await transaction.$queryRaw<unknown[]>`
          select 1 from sessions where id = ${familyId}::uuid and ended_at is null for update`;
        return open ? newest(transaction, refreshToken) : null;
      });
      if (token === 'reused') await end(userId, familyId);
      if (token === null || token === 'reused') throw refused;
      return { tokens: await tokensOf(userId, familyId, token), user };
    },

    end,

    async endOthers(db, { userId, sessionId }) {
      const others = { userId, endedAt: null, id: { not: sessionId } };
      await db.session.updateMany({ where: others, data: { endedAt: new Date(now()) } });
      await db.refreshToken.deleteMany({ where: { userId, familyId: { not: sessionId } } });
    },

    async isKnown(email, network) {
      const hash = hashOf(email, network);
      if (!hash) return false;
      const since = new Date(now() - KNOWN);
      const where = { user: { email }, network: hash, lastUsedAt: { gt: since } };
      return (await prisma.session.findFirst({ where, select: { id: true } })) !== null;
    },

    async forget() {
      await prisma.refreshToken.deleteMany({ where: { expiresAt: { lt: new Date(now()) } } });
      await prisma.session.deleteMany({ where: { lastUsedAt: { lt: new Date(now() - KNOWN) } } });
    },

    async viewerOf(accessToken) {
      const claims = await claimsOf(accessToken, key, now());
      if (!claims) return null;
      const { userId, sessionId } = claims;
      // A session that was ended takes its access tokens with it.
      const open = await recent.of(
        `session ${sessionId} ${userId}`,
        () =>
          prisma.session.findFirst({ where: { id: sessionId, userId, endedAt: null }, select: { id: true } }),
        (session) => session !== null,
      );
      return open && { kind: 'user', ...claims };
    },
  };
}

/** What an access token says, where it is valid at that time. */
async function claimsOf(token: string, key: Uint8Array, at: number) {
  try {
    const { payload } = await jwtVerify(token, key, {
      issuer: ISSUER,
      algorithms: ['HS256'],
      currentDate: new Date(at),
    });
    const { sub: userId, sid: sessionId, exp } = payload;
    if (!userId || typeof sessionId !== 'string' || exp === undefined) return null;
    return { userId, sessionId, expiresAt: exp * SECOND };
  } catch (error) {
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('ERR_J')) return null;
    throw error;
  }
}
