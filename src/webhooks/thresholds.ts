import { performance } from 'node:perf_hooks';
import { z } from 'zod';
import type { Services } from '../context.ts';
import { projectGlobalId } from '../ids.ts';
import type { Attempt, Handlers, JobPayload } from '../jobs/jobs.ts';
import { answer, isPassed, observedIn, type Question, questionOf } from './question.ts';
import { addDelivery, type Message } from './sql.ts';
import {
  claim,
  dueProjects,
  readDueThresholds,
  setPassed,
  type Threshold,
  turnOf,
} from './thresholds.sql.ts';

const TURN_TASK = 'thresholds of a project';
const MINUTE = 60_000;
// How long a project may ask before it is the turn of those that wait, as long as a receiver may take to answer.
const TURN = 10_000;

type Serving = Pick<Services, 'store' | 'now' | 'ask' | 'log' | 'jobs'>;

interface Group {
  question: Question;
  thresholds: Threshold[];
}

const minuteOf = (now: number): Date => new Date(Math.floor(now / MINUTE) * MINUTE);

/** The tasks that look at thresholds each minute: one job a project, so that one's many or slow questions are not another's. */
export const thresholdHandlers = (services: Serving): Handlers => ({
  thresholds: async () => {
    for (const projectId of await dueProjects(services.store.pool, minuteOf(services.now()))) {
      await addTurn(services, projectId);
    }
  },
  [TURN_TASK]: (payload, attempt) => takeTurn(services, payload, attempt),
});

const addTurn = ({ jobs }: Serving, projectId: number): Promise<void> =>
  jobs.add(
    TURN_TASK,
    { projectId },
    // After what is to be sent, and before what looks for insights.
    { key: turnOf(projectId), priority: 1, flags: ['thresholds'] },
  );

const turn = z.object({ projectId: z.number() });

/**
 * Asks for the statistics of a project's thresholds, and tells of those that passed their bound, or came back, since they were
 * looked at last. What a turn has no time for is the next one's, behind other projects.
 */
export async function takeTurn(
  services: Serving,
  payload: JobPayload,
  { signal }: Pick<Attempt, 'signal'>,
  length = TURN,
): Promise<void> {
  const { store, now } = services;
  const { projectId } = turn.parse(payload);
  const at = now();
  const minute = minuteOf(at);
  const due = grouped(await readDueThresholds(store.pool, projectId, minute), at);
  const end = performance.now() + length;
  // One question at a time: thresholds must not take every connection from people who ask.
  for (const group of due) {
    if (signal.aborted) return;
    if (performance.now() >= end) return addTurn(services, projectId);
    const ids = group.thresholds.map(({ id }) => id);
    if ((await claim(store.pool, ids, minute)) > 0) await watch(services, projectId, group, at);
  }
}

/** The thresholds that have the same question, together: it is asked once. */
function grouped(thresholds: readonly Threshold[], now: number): Group[] {
  const groups = new Map<string, Group>();
  for (const threshold of thresholds) {
    const question = questionOf(threshold, now);
    const key = JSON.stringify(question);
    const group = groups.get(key) ?? { question, thresholds: [] };
    groups.set(key, group);
    group.thresholds.push(threshold);
  }
  return [...groups.values()];
}

async function watch(
  { store, ask, log }: Serving,
  projectId: number,
  { question, thresholds }: Group,
  now: number,
): Promise<void> {
  const viewer = { kind: 'key', id: null, projectId, scopes: ['READ'] } as const;
  try {
    const found = answer.parse(await ask(question.query, question.variables, viewer, { background: true }));
    for (const threshold of thresholds) {
      const observed = observedIn(found, threshold);
      const passed = observed === null ? threshold.passed : isPassed(threshold, observed);
      if (observed === null || passed === threshold.passed) continue;
      const type = passed ? 'threshold.passed' : 'threshold.recovered';
      const message = messageOf(type, threshold, { observed, question, now });
      await store.transaction(async (client) => {
        if (await setPassed(client, threshold.id, passed))
          await addDelivery(client, threshold.webhookId, message);
      });
    }
  } catch (error) {
    // One that cannot be answered, as over too many events, is no reason not to ask the others.
    log.warn({ err: error, projectId }, "a threshold's statistic could not be asked");
  }
}

const messageOf = (
  type: Message['type'],
  threshold: Threshold,
  { observed, question, now }: { observed: number; question: Question; now: number },
): Message => ({
  type,
  timestamp: new Date(now),
  data: {
    projectId: projectGlobalId(threshold.projectId),
    metric: threshold.metric,
    currency: threshold.currency,
    measure: threshold.measure,
    last: threshold.last,
    filter: threshold.filter,
    comparison: threshold.comparison,
    bound: threshold.value,
    observed,
    ...question,
  },
});
