import type { Logger } from 'pino';
import type { Accounts } from './accounts/accounts.ts';
import type { Attempts } from './accounts/attempts.ts';
import type { Passwords } from './accounts/passwords.ts';
import type { Recent } from './accounts/recent.ts';
import type { Sessions } from './accounts/sessions.ts';
import type { Viewer } from './accounts/viewer.ts';
import type { ProxyTrust } from './ingest/enrich/address.ts';
import type { Ingest } from './ingest/ingest.ts';
import type { Queue } from './ingest/queue/queue.ts';
import type { RateLimits } from './ingest/rate-limit.ts';
import type { Rejections } from './ingest/report/rejections.ts';
import type { SecondChance } from './ingest/second-chance.ts';
import type { Insights } from './insights/generate.ts';
import type { JobOptions, JobPayload } from './jobs/jobs.ts';
import type { Hub } from './live/hub.ts';
import type { BudgetedLlm } from './llm/budget.ts';
import type { Answers } from './stats/answers.ts';
import type { StatsLoaders } from './stats/loader.ts';
import type { Store } from './store/store.ts';
import type { Caller } from './turns/caller.ts';
import type { WebhookSettings } from './webhooks/settings.ts';

/** What the parts of the server share: made once by createApp. */
export interface Services {
  store: Store;
  accounts: Accounts;
  sessions: Sessions;
  passwords: Passwords;
  attempts: Attempts;
  recent: Recent;
  ingest: Ingest;
  rateLimits: RateLimits;
  rejections: Rejections;
  secondChance: SecondChance;
  /** Null where this process stores events itself. */
  queue: Queue | null;
  hub: Hub;
  /** Runs a document of ours as somebody who asks, limits and masked errors included. Throws its first error. */
  ask: <Data>(
    document: string,
    variables: Record<string, unknown>,
    viewer: Viewer,
    caller?: Caller,
  ) => Promise<Data>;
  /** Null without a key for one. */
  llm: BudgetedLlm | null;
  insights: Insights;
  log: Logger;
  jobs: {
    /** Adds a job, which some process of the database runs; src/jobs/jobs.ts's addJob does so inside a transaction. */
    add: (task: string, payload: JobPayload, options?: JobOptions) => Promise<void>;
  };
  config: {
    /** Whether anyone may register, or only the first user of a new server. */
    registrationOpen: boolean;
    /** Whose headers say where a request comes from. */
    trustProxy: ProxyTrust;
    webhooks: WebhookSettings;
  };
  /** Removes what deleted projects left, in the background. */
  purge: () => void;
  /** The clock; tests own theirs. Milliseconds since 1970. */
  now: () => number;
}

/** What an operation knows of the request that brought it. */
export interface RequestInfo {
  /** Lower-case header names. */
  header(name: string): string | null;
  /** The socket's address. */
  address: string | null;
}

/** Made for each operation; subscriptions keep theirs for each event. */
export interface Context extends Services {
  viewer: Viewer;
  request: RequestInfo;
  caller: Caller;
  answers: Answers;
  loaders: StatsLoaders;
}
