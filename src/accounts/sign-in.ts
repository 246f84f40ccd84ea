import { z } from 'zod';
import type { Context } from '../context.ts';
import { badInput, failure } from '../errors.ts';
import { hostName } from '../ingest/enrich/host.ts';
import type { User } from '../store/generated/client/client.ts';
import { requireUser } from './access.ts';
import { deviceOf } from './device.ts';
import type { Tokens } from './sessions.ts';

/** An email address as it is kept: without spaces around it, in lower case, its host as DNS has it (`bücher.example` in punycode). */
export const emailAddress = z
  .string()
  .trim()
  .toLowerCase()
  .transform((text) => text.replace(/(?<=@)[^@]*[^@\0-\x7f][^@]*$/, (host) => hostName(host) ?? host))
  .pipe(z.email('This is not an email address.').max(254, 'An email address has at most 254 characters.'));

type Signing = Pick<Context, 'store' | 'sessions' | 'passwords' | 'attempts' | 'request' | 'config'>;

export interface SignedIn {
  tokens: Tokens;
  user: User;
}

/** Begins a session for who knows the password. What is unknown takes the same way, and as long. */
export async function login(context: Signing, input: { email: string; password: string }): Promise<SignedIn> {
  const { store, passwords, sessions } = context;
  const address = emailAddress.safeParse(input.email);
  const email = address.success ? address.data : null;
  const user = await tryPassword(context, email ?? 'no address', async () => {
    const found = email === null ? null : await store.prisma.user.findUnique({ where: { email } });
    return (await passwords.matches(input.password, found?.passwordHash ?? null)) ? found : null;
  });
  const tokens = user && (await sessions.begin(user, deviceOf(context)));
  if (!user || !tokens) throw failure('UNAUTHENTICATED', 'The email address or the password is wrong.');
  return { user, tokens };
}

/** The user, where `check` finds that the password is theirs. */
async function tryPassword(
  context: Signing,
  email: string,
  check: () => Promise<User | null>,
): Promise<User | null> {
  const { network } = deviceOf(context);
  // Nothing is counted of what would not be tried.
  context.passwords.requireRoom();
  const known = await context.sessions.isKnown(email, network);
  return context.attempts.password({ email, network, known }, check);
}

/** Changes the viewer's own password, and ends all their other sessions. */
export async function changePassword(
  context: Signing & Pick<Context, 'viewer'>,
  input: { currentPassword: string; newPassword: string },
): Promise<User> {
  const { store, passwords, sessions } = context;
  const viewer = requireUser(context.viewer);
  const user = await store.prisma.user.findUniqueOrThrow({
    where: { id: viewer.userId },
    include: { memberships: { include: { organization: true }, take: 10 } },
  });
  const matches = await tryPassword(context, user.email, async () =>
    (await passwords.matches(input.currentPassword, user.passwordHash)) ? user : null,
  );
  const wrong = badInput('input.currentPassword', 'This is not your password.');
  if (!matches) throw wrong;
  if (input.newPassword === input.currentPassword)
    throw badInput('input.newPassword', 'The new password is the one that you have.');
  const known = {
    email: user.email,
    name: user.name,
    organizationName: user.memberships[0]?.organization.name,
  };
  const passwordHash = await passwords.hash(input.newPassword, known, 'input.newPassword');
  await store.prisma.$transaction(async (transaction) => {
    const where = { id: user.id, passwordHash: user.passwordHash };
    const { count } = await transaction.user.updateMany({ where, data: { passwordHash } });
    // Another session has changed it meanwhile.
    if (count === 0) throw wrong;
    await sessions.endOthers(transaction, viewer);
  });
  return user;
}
