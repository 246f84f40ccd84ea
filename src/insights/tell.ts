import type { Hub } from '../live/hub.ts';
import type { Insight, Project } from '../store/generated/client/client.ts';
import type { Store } from '../store/store.ts';
import { announceInsight } from '../webhooks/announce.ts';
import type { Draft } from './insight.ts';
import type { Phrase } from './phrase.ts';
import { extendStory, insertInsight, lockStories, toldBefore } from './sql.ts';

export interface Telling {
  store: Store;
  hub: Hub;
  now: () => number;
  /** Puts drafts into better words than the template's, where it can. */
  phrase: Phrase;
}

/** Stores what is new and tells of it; returns all of the findings, those that were told before as they were told. */
export async function tell(
  project: Pick<Project, 'id' | 'organizationId' | 'timeZone'>,
  drafts: readonly Draft[],
  { store, hub, now, phrase }: Telling,
): Promise<Insight[]> {
  const projectId = project.id;
  const known = await Promise.all(drafts.map((draft) => toldBefore(store.pool, projectId, draft)));
  const phrased = await phrase(
    project,
    drafts.filter((_, index) => known[index] === null),
  );
  const words = new Map(phrased.map((draft) => [draft.key, draft]));
  const ids: string[] = [];
  for (const [index, draft] of drafts.entries()) {
    const before = known[index] ?? null;
    if (before !== null) await extendStory(store.pool, projectId, before, draft);
    const id = before ?? (await tellOne(words.get(draft.key) ?? draft));
    if (!ids.includes(id)) ids.push(id);
  }
  const found = await store.prisma.insight.findMany({ where: { projectId, id: { in: ids } } });
  return ids.flatMap((id) => found.find((insight) => insight.id === id) ?? []);

  async function tellOne(draft: Draft): Promise<string> {
    const { id, isNew } = await store.transaction(async (client) => {
      await lockStories(client, projectId);
      const before = await toldBefore(client, projectId, draft);
      if (before !== null) return { id: before, isNew: false };
      const id = await insertInsight(client, projectId, draft, new Date(now()));
      await announceInsight(client, { projectId, insightId: id, type: draft.type });
      return { id, isNew: true };
    });
    if (isNew) hub.publishInsight({ projectId, id, type: draft.type });
    return id;
  }
}
