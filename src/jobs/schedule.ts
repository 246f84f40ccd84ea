import type { Services } from '../context.ts';
import { INSIGHT_SCHEDULE, insightHandlers } from '../insights/schedule.ts';
import { run, sql } from '../store/sql.ts';
import { refreshStatistics } from '../store/statistics.ts';
import type { Store } from '../store/store.ts';
import { deliver, forgetDeliveries } from '../webhooks/deliver.ts';
import { DELIVERY } from '../webhooks/sql.ts';
import { thresholdHandlers } from '../webhooks/thresholds.ts';
import type { Handlers, Scheduled } from './jobs.ts';

/** What is done at certain times, in UTC. */
export const scheduleOf = ({ insights }: { insights: boolean }): readonly Scheduled[] => [
  { task: 'thresholds', cron: '* * * * *', catchUp: false },
  { task: 'forgetting', cron: '17 3 * * *', catchUp: true },
  ...(insights ? INSIGHT_SCHEDULE : []),
];

/** What each task does. */
export const handlersOf = (services: Services): Handlers => ({
  [DELIVERY]: (payload, attempt) => deliver(services, payload, attempt),
  forgetting: async () => {
    await forgetDeliveries(services);
    await services.sessions.forget();
    await services.rejections.forget();
    await forgetFailedJobs(services.store);
  },
  statistics: () => refreshStatistics(services.store),
  ...thresholdHandlers(services),
  ...insightHandlers(services),
});

/** Removes jobs that were given up a week ago: the log has told of them. */
async function forgetFailedJobs({ pool }: Pick<Store, 'pool'>): Promise<void> {
  await run(
    pool,
    sql`select graphile_worker.complete_jobs(array_agg(j.id))
        from graphile_worker.jobs j
        where j.attempts >= j.max_attempts and j.locked_at is null and j.updated_at < now() - interval '7 days'
        having count(*) > 0`,
  );
}
