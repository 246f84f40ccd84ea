import { findProject } from '../accounts/access.ts';
import { builder } from '../builder.ts';
import { badInput } from '../errors.ts';
import { EventTypeRef } from '../ingest/schema.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from '../limits.ts';
import { resolvePage } from '../page.ts';
import { readingCost } from '../stats/cost.ts';
import { EventFilterRef, RangeInputRef } from '../stats/inputs.ts';
import { checkedFilter } from '../stats/query.ts';
import { resolveRange } from '../stats/range.ts';
import { clockOf, MoneyRef } from '../stats/schema.ts';
import { isUuid } from '../text.ts';
import {
  countEvents,
  type EventKey,
  type EventList,
  type EventPlace,
  type EventRow,
  readEvents,
  readEventsByKey,
} from './sql.ts';

export const EventRef = builder.objectRef<EventRow>('Event');

builder.node(EventRef, {
  description:
    'Something that happened. Where its visit came from and with what is told by the first event of the visit.',
  id: {
    description: 'The global id.',
    resolve: ({ projectId, timestamp, id }) => `${projectId}.${timestamp.getTime()}.${id}`,
  },
  loadOne: async (nodeId, context) => {
    const [projectId, timestamp, id] = nodeId.split('.');
    const key = { id: id ?? '', timestamp: Number(timestamp) };
    if (!isKey(key)) return null;
    const project = await findProject(context, Number(projectId) || null, 'READ');
    const [event] = project
      ? await readEventsByKey(context.store.questions.lookUps(project.id, context.caller), project.id, null, [
          key,
        ])
      : [];
    return event ?? null;
  },
  fields: (t) => ({
    eventId: t.exposeString('eventId', {
      description: 'The id it was sent with, or the UUIDv7 given on arrival.',
    }),
    type: t.field({
      type: EventTypeRef,
      description: 'What kind of thing happened.',
      resolve: ({ type }) => type,
    }),
    name: t.exposeString('name', { description: 'Its name; `pageview` for a pageview without one.' }),
    timestamp: t.expose('timestamp', { type: 'DateTime', description: 'When it happened.' }),
    receivedAt: t.expose('receivedAt', { type: 'DateTime', description: 'When the server received it.' }),
    visitorId: t.exposeString('visitorId', {
      description: 'The visitor id that was sent, else the user id, else the cookieless id.',
    }),
    userId: t.exposeString('userId', {
      nullable: true,
      description: 'The user id that was sent, else that of the user whom the visitor was joined to before.',
    }),
    sessionId: t.exposeString('sessionId', {
      description: "The session id that was sent, else the visit's own.",
    }),
    url: t.exposeString('url', { nullable: true, description: 'The URL as sent.' }),
    hostname: t.exposeString('hostname', {
      nullable: true,
      description: "The URL's host name, in lower case.",
    }),
    path: t.exposeString('path', { nullable: true, description: "The URL's path." }),
    referrer: t.exposeString('referrer', {
      nullable: true,
      description: 'The URL of the page before, as sent.',
    }),
    title: t.exposeString('title', { nullable: true, description: "The page's title." }),
    revenue: t.field({
      type: MoneyRef,
      nullable: true,
      description: 'Money that came in with it.',
      resolve: ({ amount, currency }) => (amount !== null && currency !== null ? { amount, currency } : null),
    }),
    properties: t.field({
      type: 'JSONObject',
      description: 'Its properties as sent, numbers as 64-bit floating point; empty without any.',
      resolve: ({ properties }) => properties ?? {},
    }),
    source: t.exposeString('source', {
      nullable: true,
      description: 'Where its visit came from; null for direct visits.',
    }),
    channel: t.exposeString('channel', { nullable: true, description: "Its visit's channel." }),
    country: t.exposeString('country', {
      nullable: true,
      description: 'ISO 3166-1 code of the country where its visit began.',
    }),
    region: t.exposeString('region', {
      nullable: true,
      description: 'The region where its visit began, such as DE-BY.',
    }),
    city: t.exposeString('city', { nullable: true, description: 'The city where its visit began.' }),
    device: t.exposeString('device', {
      nullable: true,
      description: 'Desktop, Mobile, Tablet, TV or Console.',
    }),
    browser: t.exposeString('browser', { nullable: true, description: "The browser's name." }),
    os: t.exposeString('os', { nullable: true, description: "The operating system's name." }),
    language: t.exposeString('language', {
      nullable: true,
      description: "The visitor's first language, such as de-CH.",
    }),
  }),
});

builder.prismaObjectField('Project', 'events', (t) =>
  t.connection(
    {
      type: EventRef,
      description:
        'Its events, newest first. Cursors are places in time: pages hold while new events arrive.',
      complexity: ({ range, filter, first, last }) => ({
        // All of time when absent; without a filter, a page is all that is read.
        field: filter ? readingCost(10, range ?? { preset: 'ALL_TIME' }, filter) : 10,
        // `totalCount` counts all that match, however few are on the page.
        multiplier: Math.max(first ?? last ?? 0, DEFAULT_PAGE),
      }),
      args: {
        filter: t.arg({ type: EventFilterRef, description: 'Which events; all when absent.' }),
        range: t.arg({ type: RangeInputRef, description: 'When; all of time when absent.' }),
      },
      resolve: async (project, args, context) => {
        const clock = { ...clockOf(context), zone: project.timeZone };
        const list: EventList = {
          projectId: project.id,
          filter: checkedFilter(args.filter ?? null),
          range: args.range
            ? await resolveRange(args.range, { ...clock, firstVisit: () => clock.firstVisit(project.id) })
            : null,
        };
        const connection = await resolvePage<EventRow>(
          {
            args,
            defaultSize: DEFAULT_PAGE,
            maxSize: LARGEST_PAGE,
            toCursor: cursorOf,
          },
          ({ before, after, limit, inverted }) =>
            readEvents(context.store.questions.db(project.id, context.caller), list, {
              after: after === undefined ? null : placeOf(after, 'after'),
              before: before === undefined ? null : placeOf(before, 'before'),
              limit,
              inverted,
            }),
        );
        return { ...connection, list };
      },
    },
    {
      name: 'EventConnection',
      description: 'A page of events.',
      fields: (c) => ({
        totalCount: c.field({
          type: 'Count',
          description: 'All that match, on every page.',
          complexity: 10,
          resolve: ({ list }, _args, { store, caller }) =>
            countEvents(store.questions.joins(list.projectId, caller), list),
        }),
      }),
    },
    { name: 'EventEdge', description: 'An event and its place in the list.' },
  ),
);

const isKey = ({ id, timestamp }: EventKey): boolean => isUuid(id) && Math.abs(timestamp) <= 8.64e15;

const cursorOf = ({ timestamp, received, id }: EventRow): string =>
  Buffer.from(`${timestamp.getTime()}.${received}.${id}`).toString('base64url');

function placeOf(cursor: string, argument: string): EventPlace {
  const [timestamp, received, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  const place = { id: id ?? '', timestamp: Number(timestamp), received: Number(received) };
  if (!isKey(place) || !Number.isSafeInteger(place.received))
    throw badInput(argument, 'This is not a cursor of this list.');
  return place;
}
