import { projectsFor, requireProject, requireSignIn } from '../accounts/access.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { NO_UUID, uuidOf } from '../ids.ts';
import type { Webhook } from '../store/generated/client/client.ts';

/** What a mutation's description says of who may do it. */
export const RULES =
  'FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it.';

/** The webhook, for a caller who may manage its project. */
export async function managed(context: Context, globalId: string | number): Promise<Webhook> {
  requireSignIn(context.viewer);
  const found = await context.store.prisma.webhook.findFirst({
    where: { id: uuidOf('Webhook', globalId) ?? NO_UUID, project: projectsFor(context.viewer, 'READ') },
  });
  if (!found) throw notFound('webhook');
  await requireProject(context, found.projectId, 'ADMIN');
  return found;
}
