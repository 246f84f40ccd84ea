import type { Context } from '../context.ts';
import { failure, notFound } from '../errors.ts';
import { canonical } from '../store/cache.ts';
import type { Prisma, Project } from '../store/generated/client/client.ts';
import type { ApiKeyScope } from '../store/generated/client/enums.ts';
import type { Viewer } from './viewer.ts';

// The one rule of who may do what. Queries, mutations and subscriptions ask here and nowhere else.
//
//   a member of an organization      everything with its projects
//   an API key                       what its scopes say, in its project; ADMIN holds READ and WRITE
//   a project's write key            sends events to it
//   anyone else                      nothing; what they may not see does not exist for them

/** READ asks; WRITE sends events; ADMIN manages the project. */
export type Action = ApiKeyScope;

// Not `OR: []`, which Prisma takes for no condition at all inside an AND (prisma/orm#17367).
const NONE = { id: { in: [] } } satisfies Prisma.ProjectWhereInput &
  Prisma.UserWhereInput &
  Prisma.SessionWhereInput;

/** The projects with which the viewer may do this, as a condition of Prisma's. */
export function projectsFor(viewer: Viewer, action: Action): Prisma.ProjectWhereInput {
  switch (viewer.kind) {
    case 'anonymous':
      return NONE;
    case 'user':
      return { organization: organizationsFor(viewer) };
    case 'key':
      return viewer.scopes.includes(action) || viewer.scopes.includes('ADMIN')
        ? { id: viewer.projectId }
        : NONE;
  }
}

/** The organizations that the viewer is a member of. */
export function organizationsFor(viewer: Viewer): Prisma.OrganizationWhereInput {
  return viewer.kind === 'user' ? { memberships: { some: { userId: viewer.userId } } } : NONE;
}

/** The users that the viewer may see: themselves. */
export function usersFor(viewer: Viewer): Prisma.UserWhereInput {
  return viewer.kind === 'user' ? { id: viewer.userId } : NONE;
}

/** The sessions that the viewer may see: their own that go on. */
export function sessionsFor(viewer: Viewer): Prisma.SessionWhereInput {
  return viewer.kind === 'user' ? { userId: viewer.userId, endedAt: null } : NONE;
}

/** Fails unless somebody is signed in, by token or key. */
export function requireSignIn(viewer: Viewer): true {
  if (viewer.kind !== 'anonymous') return true;
  throw failure(
    'UNAUTHENTICATED',
    viewer.problem ?? 'Sign in first: send an access token or an API key as `Authorization: Bearer …`.',
  );
}

/** Fails unless a user is signed in: keys belong to one project and manage nothing beyond it. */
export function requireUser(viewer: Viewer): Viewer & { kind: 'user' } {
  requireSignIn(viewer);
  if (viewer.kind === 'user') return viewer;
  throw failure('FORBIDDEN', 'An API key cannot do this; sign in as a user.');
}

type Asking = Pick<Context, 'store' | 'viewer' | 'recent'>;

/**
 * The project, or null when it does not exist or the viewer may not do this with it.
 *
 * @param query what Pothos wants included or selected
 */
export async function findProject(
  { store, viewer, recent }: Asking,
  id: number | null,
  action: Action,
  query: object = {},
): Promise<Project | null> {
  if (viewer.kind === 'anonymous' && viewer.problem) requireSignIn(viewer);
  if (id === null) return null;
  const find = () =>
    store.prisma.project.findFirst({ ...query, where: { AND: [{ id }, projectsFor(viewer, action)] } });
  // Managing is rare, and what is included is not what was found before.
  if (action === 'ADMIN' || Object.keys(query).length > 0) return find();
  return recent.of(`project ${id} ${action} ${canonical(viewer)}`, find, (project) => project !== null);
}

/** The project, or an error that tells a caller who may see it what is missing, and others nothing. */
export async function requireProject(asking: Asking, id: number | null, action: Action): Promise<Project> {
  requireSignIn(asking.viewer);
  const project = await findProject(asking, id, action);
  if (project) return project;
  if (action !== 'READ' && (await findProject(asking, id, 'READ'))) throw missingScope(action);
  // A key knows its own project even where it may not read it.
  if (asking.viewer.kind === 'key' && asking.viewer.projectId === id) throw missingScope(action);
  throw notFound('project');
}

function missingScope(action: Action): Error {
  return failure('FORBIDDEN', `This API key does not have the scope ${action}.`);
}
