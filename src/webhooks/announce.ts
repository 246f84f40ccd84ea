import { encodeGlobalID } from '@pothos/plugin-relay';
import { projectGlobalId } from '../ids.ts';
import type { InsightType } from '../store/generated/client/enums.ts';
import type { Queryable } from '../store/sql.ts';
import { addDelivery, readInsight, webhooksFor } from './sql.ts';

export interface NewInsight {
  projectId: number;
  insightId: string;
  type: InsightType;
}

/**
 * Adds a message of an insight for each webhook that wants its type, in the transaction that stores it: it is told if and
 * only if it is stored. Returns the deliveries' ids.
 */
export async function announceInsight(
  db: Queryable,
  { projectId, insightId, type }: NewInsight,
): Promise<string[]> {
  const webhooks = await webhooksFor(db, projectId, type);
  const insight = webhooks.length > 0 ? await readInsight(db, projectId, insightId) : null;
  if (!insight) return [];
  const data = {
    projectId: projectGlobalId(projectId),
    insight: { ...insight, id: encodeGlobalID('Insight', insight.id) },
  };
  const ids: string[] = [];
  for (const webhookId of webhooks) {
    const message = { type: 'insight.generated', timestamp: insight.generatedAt, data } as const;
    ids.push(await addDelivery(db, webhookId, message));
  }
  return ids;
}
