import type { ExecutionArgs, ExecutionResult } from 'graphql';
import type { Logger } from 'pino';
import type { Context } from '../context.ts';
import type { EventRow } from '../events/sql.ts';
import type { OnStored } from '../ingest/batch.ts';
import type { EventFilter } from '../stats/filter.ts';
import type { InsightType } from '../store/generated/client/enums.ts';
import type { Outage } from '../store/outage.ts';
import type { Store } from '../store/store.ts';
import { createLiveAnswers } from './answers.ts';
import { type Bus, noBus, type Word } from './bus.ts';
import { createEventFeeds } from './events.ts';
import { createGuard, type Guard } from './guard.ts';
import { createInsightTopic, type InsightWord } from './insights.ts';
import type { LiveQuery } from './question.ts';

/** Carries what happens to those who watch, on this server and, over the bus, on the others. */
export interface Hub {
  /** Tells of a batch after its commit. */
  publish: OnStored;
  /** Tells of an insight after its commit. */
  publishInsight(insight: InsightWord): void;
  /** Tells that somebody may do more or less than before. */
  rightsChanged(): void;
  /**
   * Each matching event that is stored from the first `next` on, at most once, until the reader returns: a subscription
   * whose client is gone before it is read costs nothing.
   */
  events(projectId: number, filter: EventFilter | null): AsyncIterable<EventRow>;
  /** Each insight of these types that is stored, of all types without them; as `events` otherwise. */
  insights(projectId: number, types?: readonly InsightType[] | null): AsyncIterable<InsightWord>;
  /** The answer as it is, and then each that differs from the one before; as `events` otherwise. */
  answers(query: LiveQuery, args: ExecutionArgs): AsyncIterable<ExecutionResult>;
  /** Ends what somebody may not watch any more. */
  guard: Guard;
  /** How many subscribers there are. */
  size(): number;
  /** Ends every subscription, and those to come at once. */
  close(): void;
}

export interface HubOptions {
  store: Pick<Store, 'pool' | 'questions'>;
  log: Logger;
  outage: Outage;
  now: () => number;
  /** To the other servers. */
  bus?: Bus;
  /** Makes what the execution of a live query needs, with a viewer who may see nothing. */
  context: () => Context;
  /** Told when rights changed elsewhere. */
  onRights?: () => void;
}

export function createHub({ store, log, outage, now, bus = noBus, context, onRights }: HubOptions): Hub {
  const feeds = createEventFeeds(store, log);
  const topic = createInsightTopic();
  const live = createLiveAnswers({ store, log, outage, now, context });
  const guard = createGuard(store, now, log);

  function hear(word: Word): void {
    switch (word.of) {
      case 'batch':
        feeds.publish(word.projectId, word);
        live.publish(word.projectId, word);
        break;
      case 'insight':
        topic.publish(word);
        break;
      case 'rights':
        onRights?.();
        guard.check();
        break;
      case 'loss':
        live.refresh();
        onRights?.();
        guard.check();
        break;
    }
  }

  function tell(word: Word): void {
    hear(word);
    bus.publish(word);
  }
  bus.subscribe(hear);

  return {
    publish(projectId, batch) {
      if (batch.revision > 0) tell({ of: 'batch', projectId, ...batch });
    },
    publishInsight: ({ projectId, id, type }) => tell({ of: 'insight', projectId, id, type }),
    rightsChanged: () => tell({ of: 'rights' }),
    events: (projectId, filter) => feeds.events(projectId, filter),
    insights: (projectId, types) => topic.insights(projectId, types),
    answers: (query, args) => live.answers(query, args),
    guard,
    size: () => feeds.size() + topic.size() + live.size(),
    close() {
      guard.close();
      feeds.close();
      topic.close();
      live.close();
    },
  };
}
