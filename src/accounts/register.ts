import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { failure } from '../errors.ts';
import type { Prisma, User } from '../store/generated/client/client.ts';
import { deviceOf } from './device.ts';

export interface Registration {
  email: string;
  password: string;
  name?: string | null | undefined;
  organizationName: string;
}

/**
 * Makes a user and their organization. CONFLICT when the address is taken, which is found out after the password was hashed;
 * FORBIDDEN where registration is closed; RATE_LIMITED after too many from the same network.
 */
export async function registerUser(
  context: Pick<Context, 'store' | 'config' | 'passwords' | 'attempts' | 'request'>,
  { email, password, name, organizationName }: Registration,
): Promise<User> {
  const { prisma } = context.store;
  const open = context.config.registrationOpen;
  if (!open) await requireNoUsers(prisma);
  context.passwords.requireRoom();
  const { network } = deviceOf(context);
  if (network !== null) await context.attempts.count('registration', network);
  const passwordHash = await context.passwords.hash(
    password,
    { email, name, organizationName },
    'input.password',
  );
  return prisma.$transaction(async (transaction) => {
    if (!open) {
      // Of those who come at once, only one is the first.
      await transaction.$executeRaw`lock table users in share row exclusive mode`;
      await requireNoUsers(transaction);
    }
    // Not by an error of Postgres: its log would have the address.
    const [user] = await transaction.user.createManyAndReturn({
      data: [{ email, name: name ?? null, passwordHash }],
      skipDuplicates: true,
    });
    if (!user)
      throw failure('CONFLICT', 'There is a user with this email address already: login instead.', {
        field: 'input.email',
      });
    await transaction.organization.create({
      data: {
        name: organizationName,
        slug: slugOf(organizationName),
        memberships: { create: { userId: user.id } },
      },
    });
    return user;
  });
}

/** The first user of a new server has no one who could let them in; everyone after them has. */
async function requireNoUsers(db: Prisma.TransactionClient): Promise<void> {
  if ((await db.user.count()) > 0) throw failure('FORBIDDEN', 'Registration is closed on this server.');
}

/** A readable, unique name for URLs: "Blümchen & Co" → "blumchen-co-3f9a2c". */
function slugOf(name: string): string {
  const readable = name
    .normalize('NFKD')
    .replaceAll(/\p{M}/gu, '')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '')
    .slice(0, 40);
  return [readable, randomBytes(4).toString('hex')].filter(Boolean).join('-');
}
