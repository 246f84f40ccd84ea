import { failure } from '../errors.ts';
import type { Project } from '../store/generated/client/client.ts';

// About how long a look takes, in seconds.
const PATIENCE = 5;

/**
 * Lets a project have one piece of work at a time, so that who asks over and over takes no more than their turn. Who asks for what is being
 * worked on shares its result; who asks for something else is refused with RATE_LIMITED.
 */
export function onePerProject<Asked, Result>(
  work: (project: Project, asked: Asked) => Promise<Result>,
): (project: Project, asked: Asked) => Promise<Result> {
  const running = new Map<number, { asked: string; result: Promise<Result> }>();
  return (project, asked) => {
    const name = JSON.stringify(asked);
    const former = running.get(project.id);
    if (former?.asked === name) return former.result;
    if (former)
      return Promise.reject(
        failure('RATE_LIMITED', 'Another range of this project is being looked at: ask again once it was.', {
          retryAfter: PATIENCE,
        }),
      );
    const result = work(project, asked).finally(() => running.delete(project.id));
    running.set(project.id, { asked: name, result });
    return result;
  };
}
