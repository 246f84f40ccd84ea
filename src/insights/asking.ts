import type { z } from 'zod';
import type { Viewer } from '../accounts/viewer.ts';
import type { Context } from '../context.ts';
import { projectGlobalId } from '../ids.ts';
import type { Range } from '../stats/range.ts';
import type { Project } from '../store/generated/client/client.ts';

/** Asks documents about one project, as somebody who may read that project and nothing else. */
export interface Asking {
  zone: string;
  ask: <T>(query: string, variables: Variables, answer: z.ZodType<T>) => Promise<T>;
  /** The variables with which anyone can ask the same again. */
  variables: (variables: Variables) => Record<string, Json>;
}

export type Json = z.output<ReturnType<typeof z.json>>;
export type Variables = Readonly<Record<string, Json>>;

export function askingOf(project: Project, ask: Context['ask']): Asking {
  const viewer: Viewer = { kind: 'key', id: null, projectId: project.id, scopes: ['READ'] };
  const variables = (more: Variables) => ({
    project: projectGlobalId(project.id),
    timeZone: project.timeZone,
    ...more,
  });
  return {
    zone: project.timeZone,
    variables,
    ask: async (query, more, answer) =>
      answer.parse(await ask(query, variables(more), viewer, { background: true })),
  };
}

/** A range as a variable. */
export const between = ({ start, end }: Range): Json => ({
  between: { start: new Date(start).toISOString(), end: new Date(end).toISOString() },
});
