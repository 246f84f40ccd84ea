import { z } from 'zod';
import { builder } from '../../builder.ts';
import { readingCost } from '../cost.ts';
import { EventFilterRef, RangeInputRef } from '../inputs.ts';
import { statsQuery } from '../query.ts';
import { clockOf } from '../schema.ts';
import { storedPath } from '../spelling.ts';
import type { PathLink, PathNode } from './paths.ts';

const PathNodeRef = builder.objectRef<PathNode>('PathNode').implement({
  description: 'A path at a step of visits.',
  fields: (t) => ({
    step: t.exposeInt('step', { description: 'The step, from 1.' }),
    path: t.exposeString('path', {
      description:
        'The path; `other` for all beyond `first`, and the name of the event that visits start after.',
    }),
    visitors: t.expose('visitors', {
      type: 'Count',
      description: 'Distinct visitors with a visit that has the path at the step.',
    }),
  }),
});

const PathLinkRef = builder.objectRef<PathLink>('PathLink').implement({
  description: 'A way from a path at one step to a path at the next.',
  fields: (t) => ({
    step: t.exposeInt('step', { description: 'The step of the source, from 1.' }),
    source: t.exposeString('source', { description: 'The path of the node at the step.' }),
    target: t.exposeString('target', { description: 'The path of the node at the next step.' }),
    visitors: t.expose('visitors', {
      type: 'Count',
      description: 'Distinct visitors with a visit that goes this way.',
    }),
  }),
});

interface Flow {
  nodes: PathNode[];
  links: PathLink[];
}
const PathsRef = builder.objectRef<Flow>('Paths').implement({
  description: 'The ways that visitors take from page to page; docs/metrics.md defines them.',
  fields: (t) => ({
    nodes: t.field({
      type: [PathNodeRef],
      description: 'By step, the paths of most visitors first, `other` last.',
      resolve: ({ nodes }) => nodes,
    }),
    links: t.field({
      type: [PathLinkRef],
      description: 'By step, the ways of most visitors first.',
      resolve: ({ links }) => links,
    }),
  }),
});

builder.prismaObjectFields('Project', (t) => ({
  paths: t.field({
    type: PathsRef,
    description: 'The ways that visitors take from page to page.',
    complexity: ({ range, filter, depth, first }) => ({
      field: readingCost(100, range, filter),
      multiplier: Math.max(1, ((depth ?? 5) * (first ?? 10)) / 50),
    }),
    args: {
      range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }),
      filter: t.arg({ type: EventFilterRef, description: 'Which events count; all when absent.' }),
      timeZone: t.arg({
        type: 'TimeZone',
        description: "The zone in which the range's days are cut; the project's when absent.",
      }),
      startingAt: t.arg.string({
        validate: z.string().min(1, 'The start is a path, or the name of an event.'),
        description:
          'Where visits are taken up: the path (it begins with `/`) or after the event of this name; from their first pageview when absent.',
      }),
      depth: t.arg.int({
        defaultValue: 5,
        validate: z.number().int().min(2, 'At least 2 steps.').max(10, 'At most 10 steps.'),
        description: 'How many steps, 2 to 10.',
      }),
      first: t.arg.int({
        defaultValue: 10,
        validate: z.number().int().min(1, 'At least 1 path.').max(50, 'At most 50 paths.'),
        description: 'How many paths of a step keep their names, at most 50.',
      }),
    },
    resolve: async (project, args, context) => {
      const { question } = await statsQuery(project, args, clockOf(context));
      return context.answers.paths(question, {
        startingAt: args.startingAt == null ? null : storedPath(args.startingAt),
        depth: args.depth ?? 5,
        first: args.first ?? 10,
      });
    },
  }),
}));
