import { randomBytes } from 'node:crypto';
import type { Context } from '../context.ts';
import { failure, isUniqueViolation } from '../errors.ts';
import type { Prisma, User } from '../store/generated/client/client.ts';
import { hashPassword } from './secrets.ts';

export interface Registration {
  email: string;
  password: string;
  name?: string | null | undefined;
  organizationName: string;
}

/** Makes a user and their organization. CONFLICT when the address is taken; FORBIDDEN where registration is closed. */
export async function registerUser(
  context: Pick<Context, 'store' | 'config'>,
  input: Registration,
): Promise<User> {
  const { prisma } = context.store;
  const open = context.config.registrationOpen;
  if (!open) await requireNoUsers(prisma);
  const organization = { name: input.organizationName.trim(), slug: slugOf(input.organizationName) };
  const data = {
    email: input.email.trim().toLowerCase(),
    name: input.name?.trim() ?? null,
    passwordHash: await hashPassword(input.password),
    memberships: { create: { organization: { create: organization } } },
  };
  try {
    if (open) return await prisma.user.create({ data });
    return await prisma.$transaction(async (transaction) => {
      // Of those who come at once, only one is the first.
      await transaction.$executeRaw`lock table users in share row exclusive mode`;
      await requireNoUsers(transaction);
      return transaction.user.create({ data });
    });
  } catch (error) {
    if (!isUniqueViolation(error)) throw error;
    throw failure('CONFLICT', 'There is a user with this email address already: login instead.', {
      field: 'input.email',
    });
  }
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
