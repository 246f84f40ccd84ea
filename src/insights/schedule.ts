import type { Context } from '../context.ts';
import type { JobPayload, Scheduled } from '../jobs/jobs.ts';
import { watchedProjects } from './sql.ts';

const DAY = 86_400_000;
// Who had nobody for so long is not missed.
const ABANDONED = 28 * DAY;

/** An hour is looked at once what was sent late, within minutes, is there. */
export const INSIGHT_SCHEDULE: readonly Scheduled[] = [
  { task: 'insights', cron: '5 * * * *', catchUp: true },
];

type Services = Pick<Context, 'store' | 'now' | 'jobs' | 'insights'>;

/** The tasks that look at every project each hour: one job each, so that one's failure is not another's. */
export const insightHandlers = ({ store, now, jobs, insights }: Services) => ({
  insights: async () => {
    const since = new Date(now() - ABANDONED);
    for (const projectId of await watchedProjects(store.pool, since)) {
      await jobs.add(
        'insights of a project',
        { projectId },
        {
          key: `insights ${projectId}`,
          attempts: 5,
          // Webhooks, and what of them is tried again, do not wait for every project to be looked at.
          priority: 2,
          flags: ['insights'],
        },
      );
    }
  },
  'insights of a project': async ({ projectId }: JobPayload) => {
    const project = await store.prisma.project.findUnique({ where: { id: Number(projectId) } });
    if (project) await insights.look(project);
  },
});
