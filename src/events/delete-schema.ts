import { requireProject, requireUser } from '../accounts/access.ts';
import { ProjectRef } from '../accounts/projects.ts';
import { builder } from '../builder.ts';
import { projectNumber } from '../ids.ts';
import { EventFilterRef, RangeInputRef } from '../stats/inputs.ts';
import { checkedFilter } from '../stats/query.ts';
import { resolveRange } from '../stats/range.ts';
import { clockOf } from '../stats/schema.ts';
import type { Project } from '../store/generated/client/client.ts';
import { type Deletion, deleteEvents, MAX_DELETED } from './delete.ts';

const DeleteEventsInput = builder.inputType('DeleteEventsInput', {
  description: 'Which events are deleted.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    range: t.field({
      type: RangeInputRef,
      required: true,
      description: 'When they happened; ALL_TIME for whenever.',
    }),
    filter: t.field({ type: EventFilterRef, description: 'Which of them; all when absent.' }),
  }),
});

const DeleteEventsPayload = builder
  .objectRef<Deletion & { project: Project }>('DeleteEventsPayload')
  .implement({
    description: 'What was deleted.',
    fields: (t) => ({
      deleted: t.expose('events', { type: 'Count', description: 'How many events.' }),
      more: t.exposeBoolean('more', {
        description: 'Whether others match still: the same mutation deletes the next of them.',
      }),
      project: t.field({
        type: ProjectRef,
        description: 'The project, whose statistics are those of the events that are left.',
        resolve: ({ project }) => project,
      }),
    }),
  });

builder.mutationField('deleteEvents', (t) =>
  t.field({
    type: DeleteEventsPayload,
    description: `Deletes events for good, about ${MAX_DELETED.toLocaleString('en')} at a time, visitor by visitor. Visits and every statistic are then those of the events that are left; live queries are answered anew. The ids of deleted events stay taken: what is sent again is not stored. Event definitions and \`ingestion\` stay as they are. FORBIDDEN for an API key, and without the right to manage the project.`,
    args: { input: t.arg({ type: DeleteEventsInput, required: true, description: 'Which events.' }) },
    resolve: async (_root, { input }, context) => {
      const project = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      requireUser(context.viewer);
      const { store, hub, caller } = context;
      const clock = { ...clockOf(context), zone: project.timeZone };
      const list = {
        projectId: project.id,
        filter: checkedFilter(input.filter ?? null),
        range: await resolveRange(input.range, { ...clock, firstVisit: () => clock.firstVisit(project.id) }),
      };
      const deletion = await deleteEvents(store, store.questions.joins(project.id, caller), list, (batch) =>
        hub.publish(project.id, batch),
      );
      return { ...deletion, project };
    },
  }),
);
