import { requireProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { badInput, failure } from '../errors.ts';
import { projectNumber } from '../ids.ts';
import { MAX_EVENTS, TRACK_COST } from '../limits.ts';
import type { EventType } from '../store/generated/client/enums.ts';
import { deliveryOf, isTrusted, takeEvents } from './delivery.ts';
import type { TrackResult } from './ingest.ts';
import type { Durability } from './parcel.ts';
import type { Rejection, RejectionCode } from './prepare.ts';
import { isObject } from './properties.ts';

export const EventTypeRef = builder.enumType('EventType', {
  description: 'What kind of thing happened.',
  values: {
    PAGEVIEW: { description: 'A page was viewed.' },
    CUSTOM: { description: 'Anything else, told apart by its name.' },
  } satisfies Record<EventType, { description: string }>,
});

const MoneyInput = builder.inputType('MoneyInput', {
  description:
    'An amount of money, exact. Money without a currency, or with an amount that is none, is left out, and the event is stored without it.',
  fields: (t) => ({
    currency: t.string({
      required: true,
      description: 'ISO 4217 code of three letters, such as EUR; in any case, spaces around it are cut off.',
    }),
    amount: t.string({
      required: true,
      description:
        'A decimal number, such as "19.99"; at most 18 digits before the point, and 6 after it are kept. A number is taken too, and the comma of "29,90"; "1,234" is not. Negative for a refund.',
    }),
  }),
});

const EventContextInput = builder.inputType('EventContextInput', {
  description: "What the sender knows of the visitor's client; what is absent is read off the request.",
  fields: (t) => ({
    userAgent: t.string({
      description:
        "The visitor's user agent: device, browser and OS come from it. An event with that of a bot is rejected. Cut to 2,048 characters.",
    }),
    ip: t.string({
      description: "The visitor's IP address: for geography and the cookieless hash; never stored.",
    }),
    language: t.string({
      description: 'As in navigator.language or Accept-Language, such as de-CH; cut to 200 characters.',
    }),
    screenWidth: t.int({
      description: "The screen's width in whole CSS pixels: it tells an iPad from a Mac.",
    }),
    library: t.string({ description: 'What sent the event, such as my-app/1.2.' }),
  }),
});

const EventInput = builder.inputType('EventInput', {
  description:
    'Something that happened. Empty strings count as absent. Each event is read by itself: one with a value that is not of its type, or with a field that there is none of, is rejected as INVALID, and the others are stored. An id is also taken as an integer below 2^53; one that is a spelling of nothing counts as absent: blank, `undefined`, `null`, `NaN`, `None`, `nil`, `true`, `false`, `[object Object]`, `(not set)`, the nil UUID and the like.',
  fields: (t) => ({
    id: t.string({
      description: 'Sending the same id twice stores it once. At most 200 characters; a UUIDv7 when absent.',
    }),
    type: t.field({
      type: EventTypeRef,
      description: 'PAGEVIEW when absent and `name` is absent too; else CUSTOM.',
    }),
    name: t.string({
      description: 'Required unless it is a pageview. At most 200 characters; spaces around it are cut off.',
    }),
    timestamp: t.field({
      type: 'DateTime',
      description:
        'Now when absent. Later than now + 5 minutes is rejected, and so is earlier than OLDEST_EVENT: 1995, unless the server is set up otherwise.',
    }),
    visitorId: t.string({
      description:
        'A stable anonymous id, at most 200 characters; without one (and without userId) it is derived, cookieless, from a daily random salt.',
    }),
    userId: t.string({
      description:
        "The id of a signed-in user, at most 200 characters: takes the visitor's place, and the visit goes on under it. From a browser without visitorId, the cookieless visitor is joined to the user.",
    }),
    sessionId: t.string({
      description:
        "The sender's own session id, at most 200 characters: a visitor's events with it are one visit, 24 hours at most.",
    }),
    url: t.string({
      description:
        'Absolute or a path: hostname, path, UTM parameters and click ids come from it. Then it is cut to 2,048 characters.',
    }),
    referrer: t.string({ description: 'The URL of the page before, cut to 2,048 characters.' }),
    title: t.string({ description: "The page's title, cut to 1,000 characters." }),
    properties: t.field({
      type: 'JSONObject',
      description:
        'Anything else: at most 16 KiB of JSON, 100 keys, 5 levels. Numbers are 64-bit floating point: send integers past 2^53 as texts. A number past its range, such as 1e400, is INVALID.',
    }),
    revenue: t.field({ type: MoneyInput, description: 'Money that came in with it.' }),
    context: t.field({
      type: EventContextInput,
      description: "What the sender knows of the visitor's client.",
    }),
  }),
});

const TrackEventsInput = builder.inputType('TrackEventsInput', {
  description: 'Events of one project.',
  fields: (t) => ({
    writeKey: t.string({ description: "The project's write key; needs no Authorization header." }),
    projectId: t.id({
      description:
        'The project, for a caller who may send to it; a key in the Authorization header knows its own.',
    }),
    sentAt: t.field({
      type: 'DateTime',
      description:
        "The sender's clock as it sends: when it is more than a minute off, the events' timestamps are set right by the difference. It is not believed where that would put an event ahead of now, nor where it is more than a day ahead of now and the event is not.",
    }),
    events: t.field({ type: [EventInput], required: true, description: 'At most 1,000.' }),
  }),
});

export const RejectionCodeRef = builder.enumType('RejectionCode', {
  description: 'Why an event was not stored.',
  values: {
    INVALID: { description: 'A field is missing, is not what it must be, or is none of an event.' },
    TOO_LARGE: { description: 'A field is longer or larger than is allowed.' },
    TIMESTAMP_OUT_OF_RANGE: {
      description: 'The timestamp is more than 5 minutes ahead, or before the oldest that the server takes.',
    },
    BLOCKED: { description: "The project's blocklist has its address, user agent, referrer or host name." },
    RATE_LIMITED: {
      description:
        'Past the events a minute that a key or address may send: the request was refused as a whole. Only in Project.rejections.',
    },
    BOT: { description: 'The user agent is that of a bot: kept apart (Project.bots), and not counted.' },
  } satisfies Record<RejectionCode | 'RATE_LIMITED', { description: string }>,
});

const DurabilityRef = builder.enumType('Durability', {
  description: 'Where acknowledged events are.',
  values: {
    STORED: { description: 'In the database, committed to disk: every statistic has them.' },
    QUEUED: {
      description: 'In Redis, as durable as its appendfsync says; a worker stores them within seconds.',
    },
  } satisfies Record<Durability, { description: string }>,
});

const RejectedEvent = builder.objectRef<Rejection>('RejectedEvent').implement({
  description: 'An event that was not stored, and why.',
  fields: (t) => ({
    index: t.exposeInt('index', { description: 'Its place in the request, from 0.' }),
    code: t.field({
      type: RejectionCodeRef,
      description: 'The kind of reason.',
      resolve: ({ code }) => code,
    }),
    field: t.exposeString('field', {
      nullable: true,
      description: 'The path of the field to mend, such as context.ip; null when it is the whole event.',
    }),
    message: t.exposeString('message', { description: 'What is wrong, in words.' }),
  }),
});

const TrackEventsPayload = builder.objectRef<TrackResult>('TrackEventsPayload').implement({
  description: 'What became of the events.',
  fields: (t) => ({
    accepted: t.exposeInt('accepted', { description: 'Taken: `durability` says where they are.' }),
    duplicates: t.exposeInt('duplicates', {
      description: 'Stored before, by their ids; 0 where events are queued, since it is not known yet.',
    }),
    durability: t.field({
      type: DurabilityRef,
      description: 'Where the accepted events are now.',
      resolve: ({ durability }) => durability,
    }),
    rejected: t.field({
      type: [RejectedEvent],
      description: 'Not stored; sending them again unchanged is of no use.',
      resolve: ({ rejected }) => rejected,
    }),
  }),
});

builder.mutationField('trackEvents', (t) =>
  t.field({
    type: TrackEventsPayload,
    complexity: TRACK_COST,
    description: `At most ${MAX_EVENTS} events. Authorised by \`writeKey\`, or by a key or user token in the Authorization header. Good events are stored though others are rejected, whatever is wrong with those. GraphQL refuses the request as a whole where \`sentAt\` is no DateTime, where there is no list of events, for null within a variable of \`[EventInput!]\`, and for a variable of a single field, such as \`$name: String\`, that is not of its type. Nothing is acknowledged before it is durable. RATE_LIMITED, with \`retryAfter\` in seconds, past the events a minute that a key or address may send; OVERLOADED where more wait than are allowed to.`,
    args: {
      input: t.arg({ type: TrackEventsInput, required: true, description: 'The events and their project.' }),
    },
    resolve: async (_root, { input }, context) => {
      const projectId = await eventSender(input, context);
      const delivery = deliveryOf(context, input.sentAt ?? null, await isTrusted(context, projectId));
      return takeEvents(context, {
        projectId,
        endpoint: 'GRAPHQL',
        size: input.events.length,
        events: () => input.events.map(typed),
        delivery,
      });
    },
  }),
);

// Any value can stand for an event here (any-event.ts). By the schema, one without type and name is a pageview.
const typed = (event: unknown): unknown =>
  isObject(event) && !event.type && !event.name ? { ...event, type: 'PAGEVIEW' } : event;

const noSuchKey = (writeKey: string): string =>
  /^PASTE_|^wk_(\.\.\.|…)$/.test(writeKey)
    ? `${writeKey.slice(0, 60)} is still there: put the writeKey of a project in its place.`
    : 'There is no such write key.';

/** The project that the caller may send to: by write key, or by who they are. */
export async function eventSender(
  input: { writeKey?: string | null | undefined; projectId?: string | number | null | undefined },
  context: Context,
): Promise<number> {
  const sent = input.projectId == null ? null : projectNumber(input.projectId);
  if (input.writeKey) {
    const projectId = await context.accounts.projectOfWriteKey(input.writeKey);
    if (projectId === null)
      throw failure('UNAUTHENTICATED', noSuchKey(input.writeKey), { field: 'input.writeKey' });
    if (input.projectId != null && sent !== projectId)
      throw badInput('input.projectId', 'The write key is that of another project.');
    return projectId;
  }
  const { viewer } = context;
  if (input.projectId == null && viewer.kind === 'key')
    return (await requireProject(context, viewer.projectId, 'WRITE')).id;
  if (input.projectId == null && viewer.kind === 'user')
    throw badInput('input.projectId', 'Say which project: send projectId or writeKey.');
  if (input.projectId == null && viewer.kind === 'anonymous' && viewer.problem === undefined)
    throw failure('UNAUTHENTICATED', 'Send the write key of the project as writeKey.', {
      field: 'input.writeKey',
    });
  return (await requireProject(context, sent, 'WRITE')).id;
}
