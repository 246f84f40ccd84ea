import { z } from 'zod';
import { findProject, requireProject } from '../../accounts/access.ts';
import { builder } from '../../builder.ts';
import type { Context } from '../../context.ts';
import { badInput, notFound } from '../../errors.ts';
import { projectNumber } from '../../ids.ts';
import { DEFAULT_PAGE, LARGEST_PAGE, MAX_EVENTS } from '../../limits.ts';
import { resolvePage } from '../../page.ts';
import { RangeInputRef } from '../../stats/inputs.ts';
import { DEFAULT_RANGE, type Range, type RangeInput, resolveRange } from '../../stats/range.ts';
import { clockOf } from '../../stats/schema.ts';
import { isUuid } from '../../text.ts';
import { type AgentRow, type BotPlace, type BotRow, countAgents, listBots } from '../bots.sql.ts';
import { botName } from '../enrich/bots.ts';
import { type DeadLetter, dropDeadLetter, listDeadLetters } from '../queue/dead-letters.ts';
import { IngestionNoticeRef, noticesOf } from './notices.ts';
import { ingestionReport, type Report } from './report.ts';

const IngestionReportRef = builder.objectRef<Report & { projectId: number }>('IngestionReport').implement({
  description:
    'What became of everything that was sent: `received` is always the sum of `stored`, `duplicate`, `bot`, `rejected` and `pending`; `rateLimited` and `blocked` are within `rejected`. By the minute of arrival; a range counts every minute that begins in it, and the one that it begins in.',
  fields: (t) => ({
    received: t.field({
      type: 'Count',
      description: 'Events that arrived.',
      resolve: ({ received }) => received,
    }),
    stored: t.field({
      type: 'Count',
      description:
        'Stored: statistics have them. What only says who somebody is, as $identify of PostHog, counts here and is no event.',
      resolve: ({ stored }) => stored,
    }),
    duplicate: t.field({
      type: 'Count',
      description: 'Sent before, by their ids; not stored again.',
      resolve: ({ duplicate }) => duplicate,
    }),
    bot: t.field({
      type: 'Count',
      description: 'Sent by bots: kept apart (Project.bots), and not counted anywhere else.',
      resolve: ({ bot }) => bot,
    }),
    rejected: t.field({
      type: 'Count',
      description:
        'Not stored, since they are not valid, the blocklist has them (`blocked`) or a rate limit refused them (`rateLimited`); or thrown away as dead letters. Project.rejections says why.',
      resolve: ({ rejected }) => rejected,
    }),
    rateLimited: t.field({
      type: 'Count',
      description:
        'Those of `rejected` that a rate limit refused, each time that they were sent. Seconds late where another server of the same database refused them.',
      resolve: ({ rateLimited }) => rateLimited,
    }),
    blocked: t.field({
      type: 'Count',
      description:
        'Those of `rejected` that the blocklist, or the list of referrer spam, has; counted since the server has this field.',
      resolve: ({ blocked }) => blocked,
    }),
    pending: t.field({
      type: 'Count',
      description:
        'Acknowledged and not stored yet: they wait in the queue, or are dead letters (Project.deadLetters).',
      resolve: ({ pending }) => pending,
    }),
    notices: t.field({
      type: [IngestionNoticeRef],
      description:
        'The bounds that the project has reached, whatever the range: what comes beyond one is stored as it was sent, and counted as "(other)". Empty as a rule.',
      complexity: 5,
      resolve: ({ projectId }, _args, { store, caller }) =>
        noticesOf(store.questions.db(projectId, caller), projectId),
    }),
  }),
});

const BotEventRef = builder.objectRef<BotRow>('BotEvent').implement({
  description: 'An event that a bot sent.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The UUID to acquit it by.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When the server received it.' }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: 'The user agent that gave it away.',
    }),
    agent: t.string({
      nullable: true,
      description:
        'The name by which it goes, such as GPTBot, ClaudeBot, Googlebot or HeadlessChrome; null where it has none.',
      resolve: ({ agent, userAgent }) => agent ?? botName(userAgent),
    }),
    name: t.string({
      description: 'Its name; `pageview` for a pageview.',
      resolve: ({ event }) => event.name,
    }),
    timestamp: t.field({
      type: 'DateTime',
      description: 'When it happened.',
      resolve: ({ event }) => new Date(event.timestamp),
    }),
    hostname: t.string({
      nullable: true,
      description: "The URL's host name.",
      resolve: ({ event }) => event.hostname,
    }),
    path: t.string({ nullable: true, description: "The URL's path.", resolve: ({ event }) => event.path }),
  }),
});

const DeadLetterRef = builder.objectRef<DeadLetter>('DeadLetter').implement({
  description: 'Events of one request that were acknowledged and could not be stored.',
  fields: (t) => ({
    id: t.exposeString('id', { description: 'The number to replay it by.' }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When storing it was given up.' }),
    events: t.exposeInt('events', { description: 'How many events it has.' }),
    reason: t.exposeString('reason', { description: 'Why it could not be stored.' }),
  }),
});

/** The range of a question about what arrived. */
export function arrivalRange(
  projectId: number,
  zone: string,
  range: RangeInput | null | undefined,
  context: Context,
): Promise<Range> {
  const { now, firstVisit } = clockOf(context);
  return resolveRange(range ?? DEFAULT_RANGE, { now, zone, firstVisit: () => firstVisit(projectId) });
}

builder.prismaObjectFields('Project', (t) => ({
  ingestion: t.field({
    type: IngestionReportRef,
    description:
      'What happened to everything that was sent in the range; `stored`, `duplicate`, `bot`, `rejected` and `pending` always add up to `received`.',
    complexity: 5,
    args: { range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }) },
    resolve: async ({ id, timeZone }, { range }, context) => {
      await context.rejections.flush();
      const report = await ingestionReport(
        context.store.questions.db(id, context.caller),
        context.queue,
        id,
        await arrivalRange(id, timeZone, range, context),
      );
      return { ...report, projectId: id };
    },
  }),
}));

builder.prismaObjectField('Project', 'bots', (t) =>
  t.connection(
    {
      type: BotEventRef,
      nullable: true,
      description: 'Events that bots sent, the latest first; null without the right to manage the project.',
      args: {
        agent: t.arg.string({
          description: 'Only those of the bot that goes by this name, in upper or lower case.',
        }),
      },
      complexity: ({ first, last }) => ({ field: 1, multiplier: first ?? last ?? DEFAULT_PAGE }),
      resolve: async ({ id }, args, context) => {
        if (!(await findProject(context, id, 'ADMIN'))) return null;
        return resolvePage<BotRow>(
          { args, defaultSize: DEFAULT_PAGE, maxSize: LARGEST_PAGE, toCursor: cursorOf },
          ({ after, before, limit, inverted }) =>
            listBots(context.store.questions.db(id, context.caller), id, {
              after: after === undefined ? null : placeOf(after, 'after'),
              before: before === undefined ? null : placeOf(before, 'before'),
              agent: args.agent ?? null,
              limit,
              inverted,
            }),
        );
      },
    },
    { name: 'BotEventConnection', description: 'A page of events of bots.' },
    { name: 'BotEventEdge', description: 'An event of a bot and its place in the list.' },
  ),
);

const cursorOf = ({ receivedAt, id }: BotRow): string =>
  Buffer.from(`bot:${receivedAt.getTime()}:${id}`).toString('base64url');

function placeOf(cursor: string, argument: string): BotPlace {
  const [, at, id] =
    /^bot:(\d{1,15}):([0-9a-f-]{36})$/.exec(Buffer.from(cursor, 'base64url').toString()) ?? [];
  if (!at || !id || !isUuid(id)) throw badInput(argument, 'This is not a cursor of this list.');
  return { receivedAt: new Date(Number(at)), id };
}

const BotAgentRef = builder.objectRef<AgentRow>('BotAgent').implement({
  description: 'A bot, and what it sent in a range.',
  fields: (t) => ({
    agent: t.exposeString('agent', {
      nullable: true,
      description: 'The name by which it goes; null for those that have none.',
    }),
    events: t.field({ type: 'Count', description: 'Its events.', resolve: ({ events }) => events }),
    lastReceivedAt: t.expose('lastReceivedAt', {
      type: 'DateTime',
      description: 'When the last of them arrived.',
    }),
  }),
});

builder.prismaObjectFields('Project', (t) => ({
  botAgents: t.field({
    type: [BotAgentRef],
    nullable: true,
    description:
      'Which bots sent events, those with most of them first: crawlers, AI assistants, link previews, browsers under automation. By the time of arrival. Null without the right to manage the project.',
    complexity: ({ first }) => ({ field: 5, multiplier: first ?? DEFAULT_PAGE }),
    args: {
      range: t.arg({ type: RangeInputRef, description: 'The range; the last 30 days when absent.' }),
      first: t.arg.int({
        defaultValue: DEFAULT_PAGE,
        validate: z.number().int().min(1, 'At least 1.').max(LARGEST_PAGE, `At most ${LARGEST_PAGE}.`),
        description: `How many, at most ${LARGEST_PAGE}.`,
      }),
    },
    resolve: async ({ id, timeZone }, { range, first }, context) => {
      if (!(await findProject(context, id, 'ADMIN'))) return null;
      return countAgents(
        context.store.pool,
        id,
        await arrivalRange(id, timeZone, range, context),
        first ?? DEFAULT_PAGE,
      );
    },
  }),
}));

builder.prismaObjectFields('Project', (t) => ({
  deadLetters: t.field({
    type: [DeadLetterRef],
    nullable: true,
    description:
      'Requests that could not be stored, the oldest first; null without the right to manage the project.',
    complexity: ({ first }) => ({ field: 1, multiplier: first ?? DEFAULT_PAGE }),
    args: {
      first: t.arg.int({
        defaultValue: DEFAULT_PAGE,
        validate: z.number().int().min(1, 'At least 1.').max(LARGEST_PAGE, `At most ${LARGEST_PAGE}.`),
        description: `How many, at most ${LARGEST_PAGE}.`,
      }),
    },
    resolve: async ({ id }, { first }, context) => {
      if (!(await findProject(context, id, 'ADMIN'))) return null;
      return listDeadLetters(context.store.questions.db(id, context.caller), {
        projectId: id,
        limit: first ?? DEFAULT_PAGE,
      });
    },
  }),
}));

const AcquitBotsInput = builder.inputType('AcquitBotsInput', {
  description: 'Events that no bot sent.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    ids: t.stringList({
      required: true,
      validate: z
        .array(z.string().refine(isUuid, 'An id is a UUID in lower case.'))
        .max(MAX_EVENTS, `At most ${MAX_EVENTS} ids.`),
      description: `Their ids, from Project.bots; at most ${MAX_EVENTS}.`,
    }),
  }),
});

const DeadLetterInput = builder.inputType('DeadLetterInput', {
  description: 'A dead letter.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    id: t.string({
      required: true,
      validate: z.string().regex(/^\d{1,18}$/, 'A number, from Project.deadLetters.'),
      description: 'Its number, from Project.deadLetters.',
    }),
  }),
});

const SecondChancePayload = builder.objectRef<{ stored: number }>('SecondChancePayload').implement({
  description: 'What was stored after all.',
  fields: (t) => ({ stored: t.exposeInt('stored', { description: 'How many events were stored now.' }) }),
});

const DropDeadLetterPayload = builder.objectRef<{ id: string }>('DropDeadLetterPayload').implement({
  description: 'The dead letter that is no more.',
  fields: (t) => ({ id: t.exposeString('id', { description: 'Its number.' }) }),
});

builder.mutationFields((t) => ({
  acquitBots: t.field({
    type: SecondChancePayload,
    description:
      'Reverses the verdict on events of bots: they are stored and counted as if it had never been. FORBIDDEN without the right to manage the project.',
    args: { input: t.arg({ type: AcquitBotsInput, required: true, description: 'The events.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      return { stored: await context.secondChance.acquit(id, input.ids) };
    },
  }),
  replayDeadLetter: t.field({
    type: SecondChancePayload,
    description:
      'Stores what a dead letter holds, once what was wrong is mended. NOT_FOUND when it is gone; CONFLICT when it cannot be stored still; FORBIDDEN without the right to manage the project.',
    args: { input: t.arg({ type: DeadLetterInput, required: true, description: 'The letter.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      const stored = await context.secondChance.replay({ id: input.id, projectId: id });
      if (stored === null) throw notFound('dead letter');
      return { stored };
    },
  }),
  dropDeadLetter: t.field({
    type: DropDeadLetterPayload,
    description:
      'Throws a dead letter away, with its events, which count as rejected. NOT_FOUND when it is gone; FORBIDDEN without the right to manage the project.',
    args: { input: t.arg({ type: DeadLetterInput, required: true, description: 'The letter.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      if (!(await dropDeadLetter(context.store, { id: input.id, projectId: id })))
        throw notFound('dead letter');
      return { id: input.id };
    },
  }),
}));
