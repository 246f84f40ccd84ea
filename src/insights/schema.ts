import { z } from 'zod';
import { projectsFor, requireProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { notFound } from '../errors.ts';
import { evidence } from '../evidence/evidence.ts';
import { EvidenceRef } from '../evidence/schema.ts';
import { projectNumber } from '../ids.ts';
import { DEFAULT_PAGE } from '../limits.ts';
import type { InsightWord } from '../live/insights.ts';
import { pagesBy, resolvePage } from '../page.ts';
import type { JsonObject } from '../scalars.ts';
import { RangeInputRef } from '../stats/inputs.ts';
import type { Insight } from '../store/generated/client/client.ts';
import type { InsightType } from '../store/generated/client/enums.ts';

export const InsightTypeRef = builder.enumType('InsightType', {
  description: 'What an insight tells.',
  values: {
    SUMMARY: { description: "A period's numbers against those of the period before." },
    TREND: { description: 'A change that lasts: numbers that rise or fall over weeks.' },
    ANOMALY: { description: 'Numbers that are not what the hour or the day makes likely.' },
  } satisfies Record<InsightType, { description: string }>,
});

export const InsightRef = builder.prismaNode('Insight', {
  description: 'Something that the numbers show, in words, with the questions that prove it.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, project: projectsFor(viewer, 'READ') }),
  nullable: true,
  fields: (t) => ({
    type: t.expose('type', { type: InsightTypeRef, description: 'What it tells.' }),
    title: t.exposeString('title', { description: 'It in one line.' }),
    content: t.exposeString('content', {
      description: 'Markdown. Every number in it stands in the evidence.',
    }),
    evidence: t.field({
      type: [EvidenceRef],
      description: 'Its claims, with the questions that anyone can ask again.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (insight) => evidence.array().parse(insight.evidence),
    }),
    model: t.exposeString('model', {
      nullable: true,
      description: 'The model that phrased it; null when a template did.',
    }),
    metadata: t.field({
      type: 'JSONObject',
      description:
        'What programs go by: the metric or group of metrics, the direction and size of the change.',
      resolve: ({ metadata }) => metadata as JsonObject,
    }),
    periodStart: t.expose('periodStart', { type: 'DateTime', description: 'Where its period begins.' }),
    periodEnd: t.expose('periodEnd', {
      type: 'DateTime',
      description: 'The first instant after its period.',
    }),
    generatedAt: t.expose('generatedAt', { type: 'DateTime', description: 'When it was found.' }),
  }),
});

const types = {
  type: [InsightTypeRef] as [typeof InsightTypeRef],
  validate: z.array(z.string()).min(1, 'Name at least one type, or leave `types` out for all.'),
};

const pages = pagesBy('generatedAt');

builder.prismaObjectField('Project', 'insights', (t) =>
  t.connection(
    {
      type: InsightRef,
      description: 'What its numbers have shown, the latest first.',
      complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? DEFAULT_PAGE }),
      args: { types: t.arg({ ...types, description: 'Of which types; of all when absent.' }) },
      resolve: ({ id: projectId }, { types, ...page }, { store }) =>
        resolvePage<Insight>(pages.options(page), (slice) =>
          store.prisma.insight.findMany({
            where: {
              projectId,
              ...(types ? { type: { in: types } } : {}),
              AND: pages.between(slice),
            },
            ...pages.take(slice),
          }),
        ),
    },
    { name: 'InsightConnection', description: 'A page of insights.' },
    { name: 'InsightEdge', description: 'An insight and its place in the list.' },
  ),
);

const GenerateInsightsInput = builder.inputType('GenerateInsightsInput', {
  description: 'Where to look, and for what.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    range: t.field({
      type: RangeInputRef,
      description:
        'When; the last 7 days when absent. What is still going on, the hour or day of now, is left out; of ranges longer than 100 days, incidents are looked for in the last 100.',
    }),
    types: t.field({ ...types, description: 'What to look for; everything when absent.' }),
  }),
});

const GenerateInsightsPayload = builder
  .objectRef<{ insights: Insight[] }>('GenerateInsightsPayload')
  .implement({
    description: 'What the range shows.',
    fields: (t) => ({
      insights: t.field({
        type: [InsightRef],
        description:
          'The most important first, those that were found before among them; empty when nothing stands out.',
        resolve: ({ insights }) => insights,
      }),
    }),
  });

builder.mutationField('generateInsights', (t) =>
  t.field({
    type: GenerateInsightsPayload,
    description:
      'Looks at the numbers of a range now. What was told before is not told again: it is in the answer, but watchers and webhooks hear of new insights only. BAD_USER_INPUT when no hour or day of the range is over; RATE_LIMITED, with `retryAfter` in seconds, while another range of the project is being looked at; OVERLOADED when too many ranges are; NOT_FOUND when the caller may not see the project.',
    complexity: 1_000,
    args: { input: t.arg({ type: GenerateInsightsInput, required: true, description: 'What to look at.' }) },
    resolve: async (_root, { input }, context) => {
      const project = await requireProject(context, projectNumber(input.projectId), 'READ');
      const asked = { range: input.range ?? { preset: 'LAST_7_DAYS' as const }, types: input.types ?? null };
      return { insights: await context.insights.generate(project, asked) };
    },
  }),
);

builder.subscriptionField('insightGenerated', (t) =>
  t.field({
    type: InsightRef,
    description:
      'Each new insight, at most once, across all instances. NOT_FOUND when the caller may not see the project.',
    args: {
      projectId: t.arg.id({ required: true, description: 'The project.' }),
      types: t.arg({ ...types, description: 'Of which types; of all when absent.' }),
    },
    subscribe: async (_root, { projectId, types }, context) => {
      const { id } = await requireProject(context, projectNumber(projectId), 'READ');
      return context.hub.insights(id, types ?? null);
    },
    resolve: async (word, _args, { store }) => {
      const { projectId, id } = word as InsightWord;
      const insight = await store.prisma.insight.findUnique({ where: { id, projectId } });
      // It went with its project, and with the right to watch that.
      if (!insight) throw notFound('project');
      return insight;
    },
  }),
);
