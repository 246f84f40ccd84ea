import { requireProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { EventRef } from '../events/schema.ts';
import type { EventRow } from '../events/sql.ts';
import { projectNumber } from '../ids.ts';
import { EventFilterRef } from '../stats/inputs.ts';
import { checkedFilter } from '../stats/query.ts';

builder.subscriptionField('eventTracked', (t) =>
  t.field({
    type: EventRef,
    description:
      'Each event as it is stored, at most once. Who reads too slowly misses the oldest: `Project.events(before:)` has them all. NOT_FOUND when the caller may not see the project.',
    args: {
      projectId: t.arg.id({ required: true, description: 'The project.' }),
      filter: t.arg({ type: EventFilterRef, description: 'Which events; all when absent.' }),
    },
    subscribe: async (_root, { projectId, filter }, context) => {
      const project = await requireProject(context, projectNumber(projectId), 'READ');
      return context.hub.events(project.id, checkedFilter(filter ?? null));
    },
    resolve: (event) => event as EventRow,
  }),
);
