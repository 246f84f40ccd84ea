import { requireProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { EventRef } from '../events/schema.ts';
import type { EventRow } from '../events/sql.ts';
import { projectNumber } from '../ids.ts';
import { readingCost } from '../stats/cost.ts';
import { ComparisonRef, EventFilterRef, RangeInputRef } from '../stats/inputs.ts';
import { checkedFilter, type StatsQuery, statsQuery } from '../stats/query.ts';
import { clockOf, StatsRef } from '../stats/schema.ts';
import { LiveQuery, throttleOf } from './question.ts';

builder.subscriptionFields((t) => ({
  stats: t.field({
    type: StatsRef,
    description:
      'A live query: the present answer at once, then a new one whenever the numbers change, at most every `throttle`; docs/live.md. NOT_FOUND when the caller may not see the project.',
    complexity: ({ range, filter }) => ({ field: readingCost(10, range, filter), multiplier: 1 }),
    extensions: { ranged: true },
    args: {
      projectId: t.arg.id({ required: true, description: 'The project.' }),
      range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }),
      filter: t.arg({ type: EventFilterRef, description: 'Which events count; all when absent.' }),
      timeZone: t.arg({
        type: 'TimeZone',
        description: "The zone in which days are cut; the project's when absent.",
      }),
      compare: t.arg({ type: ComparisonRef, description: 'Asks the same of another period, as `previous`.' }),
      throttle: t.arg({
        type: 'Duration',
        description: 'The shortest time between two answers: PT0.1S to PT1H; PT1S when absent.',
      }),
    },
    subscribe: async (_root, { projectId, throttle, ...args }, context) => {
      const project = await requireProject(context, projectNumber(projectId), 'READ');
      // What is wrong with the question is told now, and to whoever asked it.
      await statsQuery(project, args, clockOf(context));
      return new LiveQuery(project, args, throttleOf(throttle));
    },
    resolve: (asked) => asked as StatsQuery,
  }),
  eventTracked: t.field({
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
}));
