import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { pino } from 'pino';
import { type App, type AppOptions, createApp } from '../../src/app.ts';
import { projectNumber } from '../../src/ids.ts';
import { openStore } from '../../src/store/store.ts';
import { graphql } from '../gql/gql.ts';
import type { EventFilter, EventInput, SegmentsAskQuery } from '../gql/graphql.ts';
import type { TestServer } from './app.ts';
import { ask } from './process.ts';
import type { Tenant } from './tenant.ts';

const Track = graphql(`
  mutation SegmentsTrack($input: TrackEventsInput!) {
    trackEvents(input: $input) { accepted rejected { message } }
  }
`);

const Ask = graphql(`
  query SegmentsAsk($project: ID!, $range: RangeInput!, $filter: EventFilter) {
    project(id: $project) {
      stats(range: $range, filter: $filter, timeZone: "UTC") {
        totals { ...SegmentsNumbers }
        timeseries(interval: DAY) { start metrics { ...SegmentsNumbers } }
        names: breakdown(by: EVENT_NAME, first: 100) { value metrics { ...SegmentsNumbers } }
        paths: breakdown(by: PATH, first: 100) { value metrics { ...SegmentsNumbers } }
        entries: breakdown(by: ENTRY_PATH, first: 100) { value metrics { ...SegmentsNumbers } }
      }
    }
  }
  fragment SegmentsNumbers on Metrics { visitors visits pageviews events bounceRate visitDuration viewsPerVisit }
`);

const Events = graphql(`
  query SegmentsEvents($project: ID!, $range: RangeInput!) {
    project(id: $project) { stats(range: $range) { totals { events } } }
  }
`);

// Means nothing, but only SQL can tell.
const ANYTHING: EventFilter = {
  or: [{ properties: [{ key: 'plan', isNull: true }] }, { properties: [{ key: 'plan', isNull: false }] }],
};

export type SegmentsAnswer = NonNullable<SegmentsAskQuery['project']>['stats'];

/** A server, and what it logs: by that a test knows in which way it answered. */
export interface Peer {
  app: App;
  /** Messages of what did not go as it should, oldest first. */
  log: string[];
  ask<T, V>(document: TypedDocumentNode<T, V>, variables: V, authorization: string): Promise<T>;
  close(): Promise<void>;
}

interface Entry {
  msg: string;
  err?: { message: string };
}

const logInto = (log: string[]) =>
  pino(
    { level: 'info' },
    {
      write: (line) => {
        const { msg, err } = JSON.parse(line) as Entry;
        log.push(err ? `${msg}: ${err.message}` : msg);
      },
    },
  );

/** One more server of the same database. */
export async function startPeer(
  { databaseUrl, clock }: TestServer,
  options: Partial<AppOptions> = {},
): Promise<Peer> {
  const log: string[] = [];
  const store = openStore({
    url: databaseUrl,
    poolSize: 8,
    statementTimeout: 60,
    onConnectionError: (error) => void log.push(error.message),
  });
  const app = createApp({
    store,
    log: logInto(log),
    jwtSecret: 'another secret that only the tests know, of 32 characters',
    tracker: { serve: (_request, response) => void response.writeHead(404).end() },
    now: clock.now,
    ...options,
  });
  const url = `http://127.0.0.1:${await app.listen(0, '127.0.0.1')}`;
  return {
    app,
    log,
    ask: (document, variables, authorization) => ask(url, document, variables, authorization),
    close: async () => {
      await app.drain();
      await store.close();
    },
  };
}

/** A project with a key that every server of the database knows. */
export interface Site {
  id: string;
  number: number;
  key: string;
}

export async function siteOf(tenant: Tenant): Promise<Site> {
  const { secret } = await tenant.createKey('READ', 'WRITE');
  return { id: tenant.projectId, number: projectNumber(tenant.projectId) ?? 0, key: secret };
}

export interface Days {
  start: string;
  end: string;
}

const rangeOf = (days?: Days) => (days ? { between: days } : { preset: 'ALL_TIME' as const });

/** Asks many things about the days, or about all time; by segments where the server can. */
export async function answer(
  peer: Peer,
  { id, key }: Site,
  days?: Days,
  filter: EventFilter | null = null,
): Promise<SegmentsAnswer> {
  const { project } = await peer.ask(Ask, { project: id, range: rangeOf(days), filter }, key);
  if (!project) throw new Error('the project cannot be seen');
  return project.stats;
}

/** The same by SQL. */
export const answerBySql = (peer: Peer, site: Site, days?: Days): Promise<SegmentsAnswer> =>
  answer(peer, site, days, ANYTHING);

/** How many events there are; by segments where the server can. */
export async function countEvents(peer: Peer, { id, key }: Site, days?: Days): Promise<number> {
  const { project } = await peer.ask(Events, { project: id, range: rangeOf(days) }, key);
  return project?.stats.totals.events ?? Number.NaN;
}

/** Sends events; resolves when they are stored. Throws unless all are. */
export async function send(peer: Peer, { id, key }: Site, events: EventInput[]): Promise<void> {
  const { trackEvents } = await peer.ask(Track, { input: { projectId: id, events } }, key);
  if (trackEvents.rejected.length > 0) throw new Error(JSON.stringify(trackEvents.rejected));
}

/** A pageview, or an event of another name. */
export function event(
  visitorId: string,
  timestamp: string,
  path = '/',
  name: string | null = null,
): EventInput {
  return { visitorId, timestamp, name, url: `https://shop.example${path}` };
}
