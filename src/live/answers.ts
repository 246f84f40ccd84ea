import { hash } from 'node:crypto';
import { type ExecutionArgs, type ExecutionResult, execute, GraphQLError } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import { failure } from '../errors.ts';
import { statsQuery } from '../stats/query.ts';
import { clockOf } from '../stats/schema.ts';
import { canonical } from '../store/cache.ts';
import type { Project } from '../store/generated/client/client.ts';
import type { Outage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import { createAlarm } from './alarm.ts';
import { type Asked, createGroup, type Group, type Reader } from './group.ts';
import { latest } from './latest.ts';
import { type LiveQuery, looksBack, scopesOf, staleAt } from './question.ts';
import { createRevisions } from './revisions.ts';
import { readProjects } from './sql.ts';
import type { Touched } from './touched.ts';

const SECOND = 1_000;
// Each is asked again whenever the numbers change: who needs more watches the numbers, not each of their parts.
const MOST_QUESTIONS = 500;
// How often it is looked whether batches were stored that nobody told of, and whether projects changed.
const SWEEP = 2 * SECOND;
// When a question that failed is asked again.
const RETRY = 5 * SECOND;

/** Answers of live queries. Operations with the same document and variables share each execution. */
export interface LiveAnswers {
  /** The answer as it is, and then each that differs from the one before, until the reader returns. */
  answers(query: LiveQuery, args: ExecutionArgs): AsyncIterableIterator<ExecutionResult, undefined>;
  /** Tells of a batch after its commit. */
  publish(projectId: number, batch: { revision: number; touched: Touched }): void;
  /** Something was stored of which there is no word: every question is asked again. */
  refresh(): void;
  size(): number;
  close(): void;
}

export interface LiveAnswersOptions {
  store: Pick<Store, 'pool'>;
  log: Logger;
  outage: Outage;
  now: () => number;
  /** Makes what an execution needs, with a viewer who may see nothing: an answer depends on nobody in particular. */
  context: () => Context;
}

interface Asking {
  key: string;
  project: Project;
  group: Group;
}

/** Of an operation, what its answer depends on. */
type Operation = Pick<ExecutionArgs, 'schema' | 'document' | 'operationName' | 'variableValues'>;

export function createLiveAnswers({ store, log, outage, now, context }: LiveAnswersOptions): LiveAnswers {
  const groups = new Map<string, Asking>();
  const revisions = createRevisions();
  const alarm = createAlarm();
  // Who reads, and what; null where there are too many questions.
  const readers = new Map<Reader, Asking | null>();
  let closed = false;

  /** Asks for everyone. Answers with errors too: a question that fails is told so, and asked again. */
  async function ask(project: Project, query: LiveQuery, operation: Operation): Promise<Asked> {
    const contextValue = context();
    try {
      // Before the question is asked: what is stored after it is not missed then. The first may have begun without the project.
      for (let sweeps = 0; sweeps < 2 && !revisions.knows(project.id); sweeps++) await sweep();
      const asked = await statsQuery(project, query.args, clockOf(contextValue));
      const { schema, document, operationName, variableValues } = operation;
      const result = await execute({
        schema,
        document,
        operationName: operationName ?? null,
        variableValues: variableValues ?? null,
        rootValue: asked,
        contextValue,
      });
      return {
        result: result.errors ? { ...result, errors: result.errors.map(masked) } : result,
        scopes: scopesOf(asked, query.args, looksBack(document)),
        staleAt: result.errors ? now() + RETRY : staleAt(query.args, asked.zone, contextValue.now()),
      };
    } catch (error) {
      return { result: { errors: [masked(error)] }, scopes: [], staleAt: now() + RETRY };
    }
  }

  /** What is nobody's business is logged once, not for each reader. */
  function masked(error: unknown): GraphQLError {
    const cause = error instanceof GraphQLError ? error.originalError : error;
    if (error instanceof GraphQLError && (!cause || cause instanceof GraphQLError)) return error;
    const path = error instanceof GraphQLError ? error.path : undefined;
    const away = outage.of(cause);
    if (away) return new GraphQLError(away.message, { path, extensions: away.extensions });
    log.error({ err: cause }, 'a live query failed unexpectedly');
    return new GraphQLError('Unexpected error.', { path, extensions: { code: 'INTERNAL_SERVER_ERROR' } });
  }

  /** Who asks a question for all of its readers; null where a project has as many as it may have. */
  function askingOf(query: LiveQuery, operation: Operation): Asking | null {
    const key = keyOf(query, operation);
    const known = groups.get(key);
    if (known) return known;
    if (each(query.project.id).length >= MOST_QUESTIONS) return null;
    const project = { ...query.project };
    const group = createGroup({
      ask: () => ask(project, query, operation),
      throttle: query.throttle,
      alarm,
      phase: (project.id * 0.618) % 1,
    });
    const asking = { key, project, group };
    groups.set(key, asking);
    return asking;
  }

  function join(reader: Reader, query: LiveQuery, operation: Operation): void {
    if (closed) {
      reader.end();
      return;
    }
    const asking = askingOf(query, operation);
    readers.set(reader, asking);
    if (asking) asking.group.join(reader);
    else reader.end({ errors: [tooMany()] });
  }

  function leave(reader: Reader): void {
    const asking = readers.get(reader);
    readers.delete(reader);
    asking?.group.leave(reader);
    if (asking?.group.size() !== 0) return;
    asking.group.close();
    groups.delete(asking.key);
  }

  const each = (projectId: number): Asking[] =>
    [...groups.values()].filter(({ project }) => project.id === projectId);

  let sweepings: Promise<void> | undefined;
  /** Looks after all questions at once; whoever asks meanwhile waits for it. */
  function sweep(): Promise<void> {
    sweepings ??= lookAround().finally(() => {
      sweepings = undefined;
    });
    return sweepings;
  }

  async function lookAround(): Promise<void> {
    const ids = [...new Set([...groups.values()].map(({ project }) => project.id))];
    revisions.keep(ids);
    if (ids.length === 0) return;
    for (const { id, revision, timeZone } of await readProjects(store.pool, ids)) {
      const missing = revisions.isMissing(id, revision);
      for (const { project, group } of each(id)) {
        const moved = project.timeZone !== timeZone;
        project.timeZone = timeZone;
        if (missing || moved) group.touch(null);
      }
    }
  }

  const ticking = setInterval(() => {
    for (const { group } of groups.values()) group.tick(now());
  }, SECOND);
  const sweeping = setInterval(() => {
    sweep().catch((error: unknown) => log.error({ err: error }, 'live queries could not be looked after'));
  }, SWEEP);

  return {
    answers(query, { schema, document, operationName, variableValues }) {
      // Not all the arguments: they hold the context of whoever asks.
      const operation = { schema, document, operationName, variableValues };
      return latest((reader) => join(reader, query, operation), leave);
    },
    publish(projectId, { revision, touched }) {
      revisions.note(projectId, revision);
      for (const { group } of each(projectId)) group.touch(touched);
    },
    refresh() {
      for (const { group } of groups.values()) group.touch(null);
    },
    size: () => readers.size,
    close() {
      closed = true;
      clearInterval(ticking);
      clearInterval(sweeping);
      for (const reader of readers.keys()) reader.end();
    },
  };
}

const tooMany = (): GraphQLError =>
  failure(
    'RATE_LIMITED',
    `At most ${MOST_QUESTIONS} different statistics of a project can be watched on one server at a time.`,
    { retryAfter: 60 },
  );

/** Equal for operations that have the same answer. A digest: documents and variables can be long. */
const keyOf = ({ project }: LiveQuery, { document, operationName, variableValues }: Operation): string =>
  hash(
    'sha256',
    canonical([
      project.id,
      document.loc?.source.body ?? document,
      operationName ?? null,
      variableValues ?? null,
    ]),
    'base64url',
  );
