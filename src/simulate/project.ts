import { randomBytes } from 'node:crypto';
import { UsageError } from '../command.ts';
import { projectGlobalId } from '../ids.ts';
import { type Api, ApiError } from './api.ts';
import { type Sender, track } from './send.ts';
import type { Site } from './site.ts';

/** How the command line says who sends, and where to. */
export type Access =
  | { kind: 'key'; key: string; projectId: number | null }
  | { kind: 'login'; email: string; password: string; projectId: number | null }
  | { kind: 'demo' };

/** What was made for a newcomer. */
export interface Made {
  name: string;
  projectId: string;
  writeKey: string;
  /** A secret key that may ask. */
  readKey: string;
  email: string;
  password: string;
}

/** Who sends; and what was made for it. */
export interface Prepared {
  sender: Sender;
  made: Made | null;
}

const DEMO_EMAIL = 'demo@example.com';

/** Finds the project, or makes one, and checks that events may be sent to it. Throws UsageError and ApiError. */
export async function prepare(api: Api, access: Access, site: Site, timeZone: string): Promise<Prepared> {
  const prepared = await senderOf(api, access, site, timeZone);
  await track([], null, { api, sender: prepared.sender });
  return prepared;
}

async function senderOf(api: Api, access: Access, site: Site, timeZone: string): Promise<Prepared> {
  if (access.kind === 'demo') {
    const made = await makeDemo(api, site, timeZone);
    return { sender: { writeKey: made.writeKey }, made };
  }
  if (access.kind === 'login') return { sender: await signedIn(api, access, site, timeZone), made: null };
  const { key, projectId } = access;
  const sender = key.startsWith('wk_') ? { writeKey: key } : { secretKey: key };
  return {
    sender: projectId === null ? sender : { ...sender, projectId: projectGlobalId(projectId) },
    made: null,
  };
}

interface Project {
  id: string;
  name: string;
  writeKey: string;
}

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });

const REGISTER = `mutation SimulateRegister($input: RegisterInput!) {
  register(input: $input) { accessToken organization { id } }
}`;
const LOGIN = `mutation SimulateLogin($input: LoginInput!) {
  login(input: $input) { accessToken organization { id } }
}`;
const PROJECTS = `query SimulateProjects { viewer { projects { id name writeKey } } }`;
const CREATE_PROJECT = `mutation SimulateProject($input: CreateProjectInput!) {
  createProject(input: $input) { project { id name writeKey } }
}`;
const CREATE_KEY = `mutation SimulateKey($input: CreateApiKeyInput!) {
  createApiKey(input: $input) { secret }
}`;

interface Session {
  accessToken: string;
  organization: { id: string } | null;
}

async function makeDemo(api: Api, site: Site, timeZone: string): Promise<Made> {
  // Digits and letters alone: it is pasted into command lines, where a leading hyphen is an option.
  const password = randomBytes(12).toString('hex');
  const session = await register(api, password);
  const { id: projectId, name, writeKey } = await createProject(api, session, site, timeZone);
  const { createApiKey } = await api<{ createApiKey: { secret: string } }>(
    CREATE_KEY,
    { input: { projectId, name: 'To look at the demo', scopes: ['READ'] } },
    bearer(session.accessToken),
  );
  return { name, projectId, writeKey, readKey: createApiKey.secret, email: DEMO_EMAIL, password };
}

async function register(api: Api, password: string): Promise<Session> {
  const input = { email: DEMO_EMAIL, password, organizationName: 'Demo' };
  try {
    return (await api<{ register: Session }>(REGISTER, { input })).register;
  } catch (error) {
    if (!(error instanceof ApiError)) throw error;
    const why = {
      CONFLICT: `The demo is made already, by ${DEMO_EMAIL}`,
      FORBIDDEN: 'Nobody can register on this server any more, so there is no demo to make',
    }[error.code];
    if (why === undefined) throw error;
    throw new UsageError(
      `${why}. To send to a project, give its write key: --key wk_…\nor sign in, to send to your project of the demo's name, made if need be: --email … --password …`,
    );
  }
}

async function createProject(
  api: Api,
  { accessToken, organization }: Session,
  site: Site,
  timeZone: string,
): Promise<Project> {
  const input = { organizationId: organization?.id ?? '', name: site.name, domain: site.domain, timeZone };
  const made = await api<{ createProject: { project: Project } }>(
    CREATE_PROJECT,
    { input },
    bearer(accessToken),
  );
  return made.createProject.project;
}

/** The user's project of the number; else the one of the site's name, made if need be. */
async function signedIn(
  api: Api,
  { email, password, projectId }: Access & { kind: 'login' },
  site: Site,
  timeZone: string,
): Promise<Sender> {
  const { login } = await api<{ login: Session }>(LOGIN, { input: { email, password } });
  const { viewer } = await api<{ viewer: { projects: Project[] } }>(PROJECTS, {}, bearer(login.accessToken));
  const wanted = projectId === null ? null : projectGlobalId(projectId);
  const found = viewer.projects.find(({ id, name }) =>
    wanted === null ? name === site.name : id === wanted,
  );
  if (found) return { writeKey: found.writeKey };
  if (wanted === null) {
    const { writeKey } = await createProject(api, login, site, timeZone);
    return { writeKey };
  }
  const known = viewer.projects.slice(0, 10).map(({ id, name }) => `${id} (${name})`);
  throw new UsageError(
    `${email} has no project ${projectId}. ${known.length > 0 ? `There are: ${known.join(', ')}` : 'There are none.'}`,
  );
}
