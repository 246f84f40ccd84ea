import type { Prisma } from './generated/client/client.ts';

/** Lets one transaction at a time add to what somebody has of a thing: their number stays within its bound. */
export async function lockCount(db: Prisma.TransactionClient, thing: string, owner: string): Promise<void> {
  await db.$executeRaw`select pg_advisory_xact_lock(hashtext(${thing}), hashtext(${owner}))`;
}
