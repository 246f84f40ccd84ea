import { projectsFor, requireProject, requireSignIn } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput, failure, isUniqueViolation, notFound } from '../errors.ts';
import { NO_UUID, projectNumber, uuidOf } from '../ids.ts';
import { DEFAULT_PAGE, LARGEST_PAGE, MOST_DEFINITIONS } from '../limits.ts';
import { resolvePage } from '../page.ts';
import type { EventDefinition } from '../store/generated/client/client.ts';
import { lockCount } from '../store/lock-count.ts';
import { requiredText, text } from '../text.ts';
import { volumes } from './sql.ts';

const THIRTY_DAYS = 30 * 24 * 60 * 60 * 1000;
export const EventDefinitionRef = builder.prismaNode('EventDefinition', {
  description: 'What an event name means. Made when an event of that name first arrives, or ahead of it.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, project: projectsFor(viewer, 'READ') }),
  nullable: true,
  fields: (t) => ({
    name: t.exposeString('name', {
      description: 'The name that events are sent with; `pageview` for pageviews.',
    }),
    label: t.exposeString('label', { nullable: true, description: 'How people call it.' }),
    description: t.exposeString('description', {
      nullable: true,
      description: 'What it means and when it is sent.',
    }),
    archived: t.exposeBoolean('archived', { description: 'Not offered any more; its events stay.' }),
    firstSeenAt: t.expose('firstSeenAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The earliest event of this name; null before the first.',
    }),
    lastSeenAt: t.expose('lastSeenAt', {
      type: 'DateTime',
      nullable: true,
      description: 'The latest event of this name; null before the first.',
    }),
    volume30d: t.loadable({
      type: 'Count',
      description: 'Events of this name in the last 30 days.',
      complexity: 10,
      load: (keys: string[], context: Context) => loadVolumes(keys, context),
      resolve: ({ projectId, name }) => JSON.stringify([projectId, name]),
    }),
  }),
});

async function loadVolumes(keys: readonly string[], { store, now, caller }: Context): Promise<number[]> {
  const wanted = keys.map((key) => JSON.parse(key) as [number, string]);
  const since = new Date(now() - THIRTY_DAYS);
  const found = new Map<number, Map<string, number>>();
  for (const projectId of new Set(wanted.map(([id]) => id))) {
    const names = wanted.filter(([id]) => id === projectId).map(([, name]) => name);
    found.set(projectId, await volumes(store.questions.joins(projectId, caller), projectId, names, since));
  }
  return wanted.map(([projectId, name]) => found.get(projectId)?.get(name) ?? 0);
}

builder.prismaObjectField('Project', 'eventDefinitions', (t) =>
  t.connection(
    {
      type: EventDefinitionRef,
      description: 'The names of its events, in alphabetical order.',
      complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? DEFAULT_PAGE }),
      resolve: ({ id: projectId }, args, { store }) =>
        resolvePage<EventDefinition>(
          { args, defaultSize: DEFAULT_PAGE, maxSize: LARGEST_PAGE, toCursor: cursorOf },
          ({ before, after, limit, inverted }) =>
            store.prisma.eventDefinition.findMany({
              where: {
                projectId,
                name: {
                  ...(after === undefined ? {} : { gt: nameOf(after, 'after') }),
                  ...(before === undefined ? {} : { lt: nameOf(before, 'before') }),
                },
              },
              orderBy: { name: inverted ? 'desc' : 'asc' },
              take: limit,
            }),
        ),
    },
    { name: 'EventDefinitionConnection', description: 'A page of event definitions.' },
    { name: 'EventDefinitionEdge', description: 'An event definition and its place in the list.' },
  ),
);

// Places are names, not rows: Prisma's cursors look their row up, and would tell which names other projects have.
const cursorOf = ({ name }: EventDefinition): string => Buffer.from(`name:${name}`).toString('base64url');

function nameOf(cursor: string, argument: string): string {
  const name = /^name:([^\0]+)$/s.exec(Buffer.from(cursor, 'base64url').toString())?.[1];
  if (name === undefined) throw badInput(argument, 'This is not a cursor of this list.');
  return name;
}

const label = text('A label', 200);
const description = text('A description', 2_000);

const CreateEventDefinitionInput = builder.inputType('CreateEventDefinitionInput', {
  description: 'A definition made ahead of its first event.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    name: t.string({
      required: true,
      validate: requiredText('A name', 200),
      description: 'The name that events will be sent with; 1 to 200 characters.',
    }),
    label: t.string({ validate: label, description: 'How people call it.' }),
    description: t.string({ validate: description, description: 'What it means and when it is sent.' }),
  }),
});

const UpdateEventDefinitionInput = builder.inputType('UpdateEventDefinitionInput', {
  description: 'What changes; fields left out stay as they are.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The definition.' }),
    label: t.string({ validate: label, description: 'How people call it; null takes it away.' }),
    description: t.string({ validate: description, description: 'What it means; null takes it away.' }),
    archived: t.boolean({ description: 'Not offered any more; its events stay.' }),
  }),
});

const DeleteEventDefinitionInput = builder.inputType('DeleteEventDefinitionInput', {
  description: 'The definition to delete.',
  fields: (t) => ({
    id: t.id({
      required: true,
      description: 'Its events stay, and the next one makes a new definition: archive it to hide it.',
    }),
  }),
});

const EventDefinitionPayload = builder
  .objectRef<{ eventDefinition: EventDefinition }>('EventDefinitionPayload')
  .implement({
    description: 'The definition as it is now; for a deletion, as it was.',
    fields: (t) => ({
      eventDefinition: t.field({
        type: EventDefinitionRef,
        description: 'The definition.',
        resolve: (payload) => payload.eventDefinition,
      }),
    }),
  });

/** The definition, for a caller who may manage its project. */
async function managed(context: Context, globalId: string | number): Promise<EventDefinition> {
  requireSignIn(context.viewer);
  const found = await context.store.prisma.eventDefinition.findFirst({
    where: {
      id: uuidOf('EventDefinition', globalId) ?? NO_UUID,
      project: projectsFor(context.viewer, 'READ'),
    },
  });
  if (!found) throw notFound('event definition');
  await requireProject(context, found.projectId, 'ADMIN');
  return found;
}

const RULES = 'FORBIDDEN without the right to manage the project; NOT_FOUND when the caller may not see it.';

builder.mutationFields((t) => ({
  createEventDefinition: t.field({
    type: EventDefinitionPayload,
    description: `Describes an event name ahead of its first event. CONFLICT when it is there already; BAD_USER_INPUT when the project has ${MOST_DEFINITIONS} definitions. ${RULES}`,
    args: {
      input: t.arg({ type: CreateEventDefinitionInput, required: true, description: 'The definition.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { id: projectId } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      try {
        const eventDefinition = await context.store.prisma.$transaction(async (transaction) => {
          await lockCount(transaction, 'event definitions', String(projectId));
          if ((await transaction.eventDefinition.count({ where: { projectId } })) >= MOST_DEFINITIONS)
            throw badInput(
              'input.projectId',
              `A project that has ${MOST_DEFINITIONS.toLocaleString('en')} event definitions gets none ahead of its events.`,
            );
          return transaction.eventDefinition.create({
            data: {
              projectId,
              name: input.name,
              label: input.label ?? null,
              description: input.description ?? null,
            },
          });
        });
        return { eventDefinition };
      } catch (error) {
        if (!isUniqueViolation(error)) throw error;
        throw failure('CONFLICT', 'There is a definition of this name already: update it.', {
          field: 'input.name',
        });
      }
    },
  }),
  updateEventDefinition: t.field({
    type: EventDefinitionPayload,
    description: `Changes a definition. ${RULES}`,
    args: {
      input: t.arg({ type: UpdateEventDefinitionInput, required: true, description: 'What changes.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { id } = await managed(context, input.id);
      const eventDefinition = await context.store.prisma.eventDefinition.update({
        where: { id },
        data: {
          ...(input.label === undefined ? {} : { label: input.label }),
          ...(input.description === undefined ? {} : { description: input.description }),
          ...(typeof input.archived === 'boolean' ? { archived: input.archived } : {}),
        },
      });
      return { eventDefinition };
    },
  }),
  deleteEventDefinition: t.field({
    type: EventDefinitionPayload,
    description: `Deletes a definition; its events stay. ${RULES}`,
    args: {
      input: t.arg({ type: DeleteEventDefinitionInput, required: true, description: 'The definition.' }),
    },
    resolve: async (_root, { input }, context) => {
      const { id } = await managed(context, input.id);
      return { eventDefinition: await context.store.prisma.eventDefinition.delete({ where: { id } }) };
    },
  }),
}));
