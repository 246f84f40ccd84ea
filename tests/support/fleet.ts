import pg from 'pg';
import { startEmbeddedPostgres } from '../../src/store/embedded.ts';
import { graphql } from '../gql/gql.ts';
import { ask, buildServer, type Program, startProgram, temporaryDirectory } from './process.ts';
import { createRedis } from './redis.ts';

// The server as it is deployed: API and worker processes, a Redis with an append-only file, and a Postgres, all real.

const Register = graphql(`
  mutation FleetRegister($input: RegisterInput!) {
    register(input: $input) { accessToken organization { id } }
  }
`);
const CreateProject = graphql(`
  mutation FleetProject($input: CreateProjectInput!) {
    createProject(input: $input) { project { id writeKey } }
  }
`);
const CreateKey = graphql(`
  mutation FleetKey($input: CreateApiKeyInput!) { createApiKey(input: $input) { secret } }
`);

export interface FleetProcess {
  role: 'api' | 'worker';
  /** Where it answers now; it changes with a new start. */
  url: string;
  program: Program;
  start(): Promise<void>;
  /** Sends a signal that ends it, and resolves with how it ended. */
  end(signal: NodeJS.Signals): Promise<number | NodeJS.Signals>;
}

export interface FleetProject {
  id: string;
  writeKey: string;
  secret: string;
}

export interface Fleet {
  apis: FleetProcess[];
  workers: FleetProcess[];
  redis: Awaited<ReturnType<typeof createRedis>>;
  databaseUrl: string;
  /** What processes said that ended by themselves, which none may. */
  crashes: string[];
  /** Connects to another database than the servers do. */
  admin: pg.Pool;
  createProject(): Promise<FleetProject>;
  stop(): Promise<void>;
}

/** Starts two API processes and two workers on a database of their own. */
export async function startFleet(env: Record<string, string> = {}): Promise<Fleet> {
  const [main, cwd, redis, postgres] = await Promise.all([
    buildServer(),
    temporaryDirectory(),
    createRedis({ durable: true }),
    temporaryDirectory().then((dataDir) => startEmbeddedPostgres({ dataDir })),
  ]);
  await redis.start();
  const settings = {
    PORT: '0',
    DATABASE_URL: postgres.url,
    REDIS_URL: redis.url,
    JWT_SECRET: 'a secret that only the tests know, of 32 characters',
    ...env,
  };
  const crashes: string[] = [];
  const ending = new Set<Program>();
  const create = (role: FleetProcess['role']): FleetProcess => ({
    role,
    url: '',
    program: null as unknown as Program,
    async start() {
      this.program = startProgram([process.execPath, main], cwd, { ...settings, ROLE: role });
      const { program } = this;
      void program.exit.then((code) => {
        if (!ending.has(program))
          crashes.push(`${role} (${code}): ${program.stdout().slice(-2_000)}\n${program.stderr()}`);
      });
      const [, url = ''] = await program.says(/^(?:listening on|storing events; status on) (\S+)\/\w+$/m);
      this.url = url;
    },
    end(signal) {
      ending.add(this.program);
      this.program.kill(signal);
      return this.program.exit;
    },
  });
  const apis = [create('api'), create('api')];
  const workers = [create('worker'), create('worker')];
  const [api] = apis as [FleetProcess];
  // The first one migrates.
  await api.start();
  await Promise.all([...apis.slice(1), ...workers].map((each) => each.start()));
  const admin = new pg.Pool({
    connectionString: Object.assign(new URL(postgres.url), { pathname: '/template1' }).href,
    max: 2,
  });
  admin.on('error', () => undefined);

  let owner: { token: string; organizationId: string } | undefined;
  const register = async () => {
    const input = { email: 'owner@example.com', password: 'a good password', organizationName: 'Owner' };
    const { register: registered } = await ask(api.url, Register, { input });
    return { token: registered.accessToken, organizationId: registered.organization?.id ?? '' };
  };
  return {
    apis,
    workers,
    redis,
    databaseUrl: postgres.url,
    crashes,
    admin,
    async createProject() {
      owner ??= await register();
      const { organizationId, token } = owner;
      const { createProject } = await ask(
        api.url,
        CreateProject,
        { input: { organizationId, name: 'Site' } },
        token,
      );
      const { id, writeKey } = createProject.project;
      const input = { projectId: id, name: 'reader', scopes: ['ADMIN' as const] };
      const { createApiKey } = await ask(api.url, CreateKey, { input }, token);
      return { id, writeKey, secret: createApiKey.secret };
    },
    async stop() {
      await Promise.all([...apis, ...workers].map((each) => each.end('SIGKILL')));
      await admin.end();
      await redis.remove();
      await postgres.stop();
    },
  };
}
