import type { Prisma } from '../store/generated/client/client.ts';
import { type checkedThresholds, definitionOf } from './check.ts';

/** Gives a webhook these thresholds. Those that it has already stay, and with them whether they were told. */
export async function replaceThresholds(
  db: Prisma.TransactionClient,
  webhookId: string,
  thresholds: ReturnType<typeof checkedThresholds>,
): Promise<void> {
  const present = await db.threshold.findMany({ where: { webhookId } });
  const wanted = new Map(thresholds.map((threshold) => [definitionOf(threshold), threshold]));
  const stay = present.filter((threshold) => wanted.delete(definitionOf(threshold))).map(({ id }) => id);
  await db.threshold.deleteMany({ where: { webhookId, id: { notIn: stay } } });
  for (const threshold of wanted.values()) await db.threshold.create({ data: { ...threshold, webhookId } });
}
