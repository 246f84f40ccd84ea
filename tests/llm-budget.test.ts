import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { failure } from '../src/errors.ts';
import { projectNumber, uuidOf } from '../src/ids.ts';
import { type DailyTokens, withBudget } from '../src/llm/budget.ts';
import { unavailable } from '../src/llm/call.ts';
import type { Llm, LlmReply } from '../src/llm/llm.ts';
import { createOpenAi } from '../src/llm/openai.ts';
import { graphql } from './gql/gql.ts';
import { Clock, startServer, type TestServer } from './support/app.ts';
import { type LlmServer, startLlmServer } from './support/llm-server.ts';
import { createTenant } from './support/tenant.ts';

const MakeProject = graphql(`
  mutation BudgetProject($input: CreateProjectInput!) { createProject(input: $input) { project { id } } }
`);
const DropProject = graphql(`
  mutation BudgetDelete($id: ID!) { deleteProject(input: { id: $id }) { deletedId } }
`);

let server: TestServer;
let provider: LlmServer;
beforeAll(async () => {
  [server, provider] = await Promise.all([startServer(), startLlmServer()]);
});
afterAll(() => Promise.all([server.close(), provider.close()]));
beforeEach(() => provider.reset());

const REQUEST = { system: 's'.repeat(400), messages: [], maxTokens: 100 };
// A token for four characters: 400 of the system's text, and `[[],null,null]`.
const ESTIMATE = 104;
const costs = (tokens: number): Llm => ({
  model: 'm',
  reply: async (): Promise<LlmReply> => ({ text: 'a', calls: [], tokens }),
});

async function budget(llm: Llm, limit: number, over: Partial<DailyTokens> = {}) {
  const tenant = await createTenant(server);
  const id = projectNumber(tenant.projectId) ?? 0;
  const project = { id, organizationId: uuidOf('Organization', tenant.organizationId) ?? '' };
  const clock = new Clock();
  const { store } = server.app;
  const spent = async () =>
    (await store.prisma.llmUsage.findMany({ where: { projectId: id }, orderBy: { day: 'asc' } })).map(
      ({ tokens }) => Number(tokens),
    );
  const limits = { project: limit, organization: 2 * limit, server: Number.MAX_SAFE_INTEGER, ...over };
  return { project, tenant, clock, spent, of: withBudget(llm, { store, limits, now: clock.now }) };
}
const codeOf = (work: Promise<unknown>) =>
  work.then(
    () => 'a reply',
    (error: { extensions?: { code?: string } }) => error.extensions?.code,
  );

describe('what projects spend together', () => {
  it('is within the budget of their organization, also of projects that are made after others were deleted', async () => {
    const { project, tenant, of } = await budget(costs(600), 1_000, { organization: 1_500 });
    const token = tenant.token;
    const make = async () => {
      const input = { organizationId: tenant.organizationId, name: 'Another' };
      const { createProject } = await server.get(MakeProject, { input }, token);
      return createProject.project.id;
    };
    let spent = 0;
    for (let number = 0; number < 5; number++) {
      const made = await make();
      const id = projectNumber(made) ?? 0;
      if ((await codeOf(of.of({ ...project, id }).reply(REQUEST))) === 'a reply') spent += 600;
      await server.get(DropProject, { id: made }, token);
    }
    // The last one begins below the budget.
    expect(spent).toBe(1_800);
    await expect(of.of(project).reply(REQUEST)).rejects.toThrow('LLM_DAILY_TOKENS_ORGANIZATION');
    // What was refused was not charged to the project either.
    expect(await server.app.store.prisma.llmUsage.count({ where: { projectId: project.id } })).toBe(0);
  });

  it('is within the budget of the server', async () => {
    await server.app.store.prisma.llmSpending.deleteMany();
    const over = { server: 1_500 };
    const several = [];
    for (let number = 0; number < 4; number++) several.push(await budget(costs(600), 1_000, over));
    const asked = await Promise.all(several.map(({ of, project }) => codeOf(of.of(project).reply(REQUEST))));
    const last = await budget(costs(600), 1_000, over);
    await expect(last.of.of(last.project).reply(REQUEST)).rejects.toThrow('LLM_DAILY_TOKENS_SERVER');
    expect(asked.filter((code) => code === 'a reply').length).toBeGreaterThanOrEqual(3);
    await server.app.store.prisma.llmSpending.deleteMany();
  });

  it('is asked four questions at a time by an organization, and sixteen by all', async () => {
    const { of } = await budget(costs(1), 1_000);
    const hanging = new Promise<void>(() => {});
    const ask = (organizationId: string) => codeOf(of.question({ id: 1, organizationId }, () => hanging));
    for (const organization of ['a', 'b', 'c', 'd'])
      for (let number = 0; number < 4; number++) void ask(organization);
    expect(await ask('a')).toBe('RATE_LIMITED');
    expect(await ask('e')).toBe('OVERLOADED');
    const free = await budget(costs(1), 1_000);
    for (let number = 0; number < 10; number++)
      expect(await free.of.question({ id: 1, organizationId: 'a' }, async () => 'an answer')).toBe(
        'an answer',
      );
  });
});

describe('the budget of a project', () => {
  it('counts what the provider says, and begins anew with each UTC day', async () => {
    const { project, clock, spent, of } = await budget(costs(600), 1_000);
    const ask = () => codeOf(of.of(project).reply(REQUEST));
    expect([await ask(), await ask(), await ask()]).toEqual(['a reply', 'a reply', 'RATE_LIMITED']);
    expect(await spent()).toEqual([1_200]);
    clock.set('2026-11-21T23:59:59.999Z');
    expect(await ask()).toBe('RATE_LIMITED');
    clock.set('2026-11-22T00:00:00Z');
    expect(await ask()).toBe('a reply');
    expect(await spent()).toEqual([1_200, 600]);
  });

  it('is each project’s own', async () => {
    const { project, of } = await budget(costs(600), 500);
    const { project: other } = await budget(costs(600), 500);
    expect(await codeOf(of.of(project).reply(REQUEST))).toBe('a reply');
    expect(await codeOf(of.of(project).reply(REQUEST))).toBe('RATE_LIMITED');
    expect(await codeOf(of.of(other).reply(REQUEST))).toBe('a reply');
  });

  it('of nothing allows nothing', async () => {
    const { project, of } = await budget(costs(1), 0);
    expect(await codeOf(of.of(project).reply(REQUEST))).toBe('RATE_LIMITED');
  });

  it('counts requests in flight: of a hundred at once only those begin that it has room for', async () => {
    let begun = 0;
    let release = () => {};
    const released = new Promise<void>((resolve) => {
      release = resolve;
    });
    const slow: Llm = {
      model: 'm',
      reply: async () => {
        begun++;
        await released;
        return { text: 'a', calls: [], tokens: 50 };
      },
    };
    const { project, spent, of } = await budget(slow, 10 * ESTIMATE);
    let refused = 0;
    const asked = Array.from({ length: 100 }, async () => {
      const code = await codeOf(of.of(project).reply(REQUEST));
      refused++;
      return code;
    });
    // What those in flight give back would let others begin: all are to be refused before.
    await expect.poll(() => refused).toBe(90);
    expect(await spent()).toEqual([10 * ESTIMATE]);
    release();
    const codes = await Promise.all(asked);
    expect(begun).toBe(10);
    expect(codes.filter((code) => code === 'RATE_LIMITED')).toHaveLength(90);
    expect(await spent()).toEqual([10 * 50]);
  });

  it.each([
    ['a failure that cost nothing', unavailable('unreachable'), 0],
    ['a request that was given up', unavailable('timeout'), ESTIMATE],
    ['an error of another kind', failure('TIMEOUT', 'no'), ESTIMATE],
  ])('is charged for %s', async (_what, error, cost) => {
    const failing: Llm = { model: 'm', reply: () => Promise.reject(error) };
    const { project, spent, of } = await budget(failing, 1_000);
    await expect(of.of(project).reply(REQUEST)).rejects.toBe(error);
    expect(await spent()).toEqual([cost]);
  });

  describe('is charged for a reply that is none', () => {
    const open = (limit: number) =>
      budget(
        createOpenAi({ apiKey: 'k', baseUrl: `${provider.url}/v1`, model: 'm', timeout: 20_000 }),
        limit,
      );

    it('beside the one that is', async () => {
      provider.script({ text: '' }, { text: 'There.', tokens: 50 });
      const { project, spent, of } = await open(1_000);
      await of.of(project).reply(REQUEST);
      expect(await spent()).toEqual([ESTIMATE + 50]);
    });

    it('each time', async () => {
      provider.script({ text: '' }, { text: '' });
      const { project, spent, of } = await open(1_000);
      expect(await codeOf(of.of(project).reply(REQUEST))).toBe('LLM_FAILED');
      expect(await spent()).toEqual([2 * ESTIMATE]);
    });

    it('also where the next one costs nothing', async () => {
      provider.script({ text: '' }, { status: 400 });
      const { project, spent, of } = await open(1_000);
      expect(await codeOf(of.of(project).reply(REQUEST))).toBe('LLM_FAILED');
      expect(await spent()).toEqual([ESTIMATE]);
    });

    it('and is not asked for another that it has no room for', async () => {
      provider.script({ text: '' }, { text: 'There.' });
      const { project, spent, of } = await open(ESTIMATE);
      expect(await codeOf(of.of(project).reply(REQUEST))).toBe('RATE_LIMITED');
      expect(provider.received).toHaveLength(1);
      expect(await spent()).toEqual([ESTIMATE]);
    });
  });
});
