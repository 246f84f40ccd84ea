import type { Services } from '../context.ts';
import { projectGlobalId } from '../ids.ts';
import type { Attempt, JobPayload } from '../jobs/jobs.ts';
import { answer, isPassed, observedIn, type Question, questionOf } from './question.ts';
import { addDelivery, type Message } from './sql.ts';
import { readThresholds, setPassed, type Threshold } from './thresholds.sql.ts';

// Questions at the same time: thresholds must not take every connection from people who ask.
const LANES = 3;

type Serving = Pick<Services, 'store' | 'now' | 'ask' | 'log'>;

interface Group {
  question: Question;
  thresholds: Threshold[];
}

/** Asks for the statistic of every threshold, and tells of those that passed their bound since they were looked at last. */
export async function watchThresholds(
  services: Serving,
  _payload: JobPayload,
  { signal }: Attempt,
): Promise<void> {
  const now = services.now();
  const waiting = grouped(await readThresholds(services.store.pool), now);
  const lane = async (): Promise<void> => {
    for (let group = waiting.pop(); group && !signal.aborted; group = waiting.pop()) {
      await watch(services, group, now);
    }
  };
  await Promise.all(Array.from({ length: LANES }, lane));
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

async function watch(services: Serving, { question, thresholds }: Group, now: number): Promise<void> {
  const { store, ask, log } = services;
  const projectId = thresholds[0]?.projectId ?? 0;
  const viewer = { kind: 'key', id: null, projectId, scopes: ['READ'] } as const;
  try {
    const found = answer.parse(await ask(question.query, question.variables, viewer));
    for (const threshold of thresholds) {
      const observed = observedIn(found, threshold);
      const passed = observed === null ? threshold.passed : isPassed(threshold, observed);
      if (observed === null || passed === threshold.passed) continue;
      await store.transaction(async (client) => {
        const changed = await setPassed(client, threshold.id, passed);
        if (changed && passed)
          await addDelivery(client, threshold.webhookId, messageOf(threshold, observed, question, now));
      });
    }
  } catch (error) {
    // One that cannot be answered, as over too many events, is no reason not to ask the others.
    log.warn({ err: error, projectId }, "a threshold's statistic could not be asked");
  }
}

const messageOf = (threshold: Threshold, observed: number, question: Question, now: number): Message => ({
  type: 'threshold.passed',
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
