import { requireSignIn } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { evidence } from '../evidence/evidence.ts';
import { EvidenceRef } from '../evidence/schema.ts';
import { DEFAULT_PAGE } from '../limits.ts';
import { pagesBy, resolvePage } from '../page.ts';
import type { Thread } from '../store/generated/client/client.ts';
import { requireThread, threadsOf } from './threads.ts';

const SHOWN_TURNS = 50;
// Evidence comes with its turn.
const STORED = { field: 1, multiplier: 2 };

builder.prismaObject('Turn', {
  description: 'A question of a thread and its answer.',
  fields: (t) => ({
    question: t.exposeString('question', { description: 'What was asked.' }),
    answer: t.exposeString('answer', { description: 'The text of the answer, Markdown.' }),
    evidence: t.field({
      type: [EvidenceRef],
      description: "The answer's evidence.",
      complexity: STORED,
      resolve: (turn) => evidence.array().parse(turn.evidence),
    }),
    model: t.exposeString('model', { description: 'The model that answered.' }),
    askedAt: t.expose('askedAt', { type: 'DateTime', description: 'When it was asked.' }),
  }),
});

const ThreadRef = builder.prismaNode('Thread', {
  description: 'A conversation about the numbers of a project: of the user, or the API key, that began it.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, AND: [threadsOf(viewer)] }),
  nullable: true,
  fields: (t) => ({
    title: t.exposeString('title', { description: 'Its first question, shortened.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it began.' }),
    updatedAt: t.expose('updatedAt', { type: 'DateTime', description: 'When it was last asked in.' }),
    turns: t.relation('turns', {
      description: `Its last ${SHOWN_TURNS} questions and answers, the earliest first.`,
      complexity: { field: 1, multiplier: 5 },
      query: { orderBy: [{ askedAt: 'asc' }, { id: 'asc' }], take: -SHOWN_TURNS },
    }),
  }),
});

// A thread that was asked in meanwhile is on the first page again.
const pages = pagesBy('updatedAt');

builder.prismaObjectField('Project', 'threads', (t) =>
  t.connection(
    {
      type: ThreadRef,
      description: "The caller's own threads, those asked in last first.",
      complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? DEFAULT_PAGE }),
      resolve: ({ id: projectId }, args, { store, viewer }) =>
        resolvePage<Thread>(pages.options(args), (slice) =>
          store.prisma.thread.findMany({
            where: { projectId, AND: [threadsOf(viewer), ...pages.between(slice)] },
            ...pages.take(slice),
          }),
        ),
    },
    { name: 'ThreadConnection', description: 'A page of threads.' },
    { name: 'ThreadEdge', description: 'A thread and its place in the list.' },
  ),
);

const DeleteThreadInput = builder.inputType('DeleteThreadInput', {
  description: 'The thread to delete.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The thread, with all its turns.' }) }),
});

const DeleteThreadPayload = builder.objectRef<{ deletedId: string }>('DeleteThreadPayload').implement({
  description: 'What was deleted.',
  fields: (t) => ({ deletedId: t.exposeID('deletedId', { description: 'The id that exists no more.' }) }),
});

builder.mutationField('deleteThread', (t) =>
  t.field({
    type: DeleteThreadPayload,
    description: 'Deletes a thread. NOT_FOUND when it is not of the caller.',
    args: { input: t.arg({ type: DeleteThreadInput, required: true, description: 'The thread.' }) },
    resolve: async (_root, { input }, { store, viewer }) => {
      requireSignIn(viewer);
      const { id } = await requireThread(store, input.id, viewer);
      await store.prisma.thread.deleteMany({ where: { id } });
      return { deletedId: String(input.id) };
    },
  }),
);
