import { z } from 'zod';
import { builder } from '../builder.ts';
import { badInput, notFound } from '../errors.ts';
import { NO_UUID, projectGlobalId, projectNumber, uuidOf } from '../ids.ts';
import { hostName } from '../ingest/enrich/host.ts';
import { MOST_KEYS, MOST_PROJECTS } from '../limits.ts';
import type { ApiKey, Project } from '../store/generated/client/client.ts';
import type { ApiKeyScope } from '../store/generated/client/enums.ts';
import { lockCount } from '../store/lock-count.ts';
import { requiredText } from '../text.ts';
import {
  findProject,
  organizationsFor,
  projectsFor,
  requireProject,
  requireSignIn,
  requireUser,
} from './access.ts';
import { projectOfDomain } from './domains.ts';
import { keyPrefix, newSecretKey, newWriteKey, secretHash } from './secrets.ts';

const ApiKeyScopeRef = builder.enumType('ApiKeyScope', {
  description: 'What an API key may do.',
  values: {
    READ: { description: 'Asks: statistics, events, definitions, subscriptions.' },
    WRITE: { description: 'Sends events.' },
    ADMIN: { description: 'Manages the project; asks and sends too.' },
  } satisfies Record<ApiKeyScope, { description: string }>,
});

const PreviousWriteKeyRef = builder.objectRef<{ key: string; endsAt: Date }>('PreviousWriteKey').implement({
  description: 'The write key before the last rotation, while it serves.',
  fields: (t) => ({
    key: t.exposeString('key', { description: 'The key.' }),
    endsAt: t.expose('endsAt', { type: 'DateTime', description: 'From then on it is refused.' }),
  }),
});

export const ProjectRef = builder.prismaNode('Project', {
  description: 'One site or product: its events and every question about them.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id: Number(id), AND: projectsFor(viewer, 'READ') }),
  nullable: true,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As people call it.' }),
    domain: t.exposeString('domain', {
      nullable: true,
      description: "The site's host name, in punycode: referrers from it and its subdomains are not sources.",
    }),
    ownsDomain: t.boolean({
      description:
        "Whether what Plausible's scripts send for the domain comes to this project: of the projects of this server that have a domain, it is the one that has had it for the longest. Others put their write key in its place.",
      resolve: async ({ id, domain: host }, _args, { store }) =>
        host !== null && (await projectOfDomain(store, host)) === id,
    }),
    timeZone: t.field({
      type: 'TimeZone',
      description:
        'Days, weeks and months of this project are cut in this zone, unless a query names another.',
      resolve: (project) => project.timeZone,
    }),
    writeKey: t.exposeString('writeKey', {
      description: 'Public: it can only send events. For the tracker and client SDKs.',
    }),
    previousWriteKey: t.field({
      type: PreviousWriteKeyRef,
      nullable: true,
      description: 'The write key before the last rotateWriteKey, while it serves; else null.',
      resolve: ({ previousWriteKey: key, previousWriteKeyEndsAt: endsAt }, _args, { now }) =>
        key !== null && endsAt !== null && endsAt.getTime() > now() ? { key, endsAt } : null,
    }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    apiKeys: t.prismaField({
      type: ['ApiKey'],
      nullable: true,
      description:
        'Its secret keys that were not revoked, oldest first; null without the right to manage the project.',
      complexity: { field: 1, multiplier: 5 },
      resolve: async (query, { id }, _args, context) => {
        if (!(await findProject(context, id, 'ADMIN'))) return null;
        return context.store.prisma.apiKey.findMany({
          ...query,
          where: { projectId: id, revokedAt: null },
          orderBy: { createdAt: 'asc' },
        });
      },
    }),
  }),
});

export const ApiKeyRef = builder.prismaNode('ApiKey', {
  description: 'A secret key of one project, for servers and scripts: sent as `Authorization: Bearer …`.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, project: projectsFor(viewer, 'ADMIN') }),
  nullable: true,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'What it is for.' }),
    prefix: t.exposeString('prefix', { description: "The secret's first characters, to tell keys apart." }),
    scopes: t.field({ type: [ApiKeyScopeRef], description: 'What it may do.', resolve: (key) => key.scopes }),
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it was made.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      nullable: true,
      description: 'When it was last used, to the minute; null before its first use.',
    }),
    expiresAt: t.expose('expiresAt', {
      type: 'DateTime',
      nullable: true,
      description: 'From then on it is refused; null for a key without an end.',
    }),
  }),
});

builder.queryField('project', (t) =>
  t.prismaField({
    type: 'Project',
    nullable: true,
    description:
      'A project. Null when it does not exist or the caller may not see it: the two cannot be told apart.',
    args: { id: t.arg.id({ required: true, description: "The project's global id." }) },
    resolve: (query, _root, { id }, context) => findProject(context, projectNumber(id), 'READ', query),
  }),
);

const name = requiredText('A name', 200);
const domain = z
  .string()
  .max(253, 'A domain has at most 253 characters.')
  .refine(
    (text) => hostName(text) !== null,
    'A domain is a host name such as example.com, without https:// or a path.',
  );

/** A domain as it is stored and shown, and since when the project has it. */
const domainSince = (text: string | null, now: number) => ({
  domain: text === null ? null : hostName(text),
  domainSince: text === null ? null : new Date(now),
});

const CreateProjectInput = builder.inputType('CreateProjectInput', {
  description: 'A new project.',
  fields: (t) => ({
    organizationId: t.id({ required: true, description: 'The organization that will own it.' }),
    name: t.string({
      required: true,
      validate: name,
      description: 'As people call it; 1 to 200 characters.',
    }),
    domain: t.string({
      validate: domain,
      description:
        "The site's host name, such as example.com or bücher.example. Where another project of the server has it already, that one still gets what Plausible's scripts send for it (Project.ownsDomain).",
    }),
    timeZone: t.field({
      type: 'TimeZone',
      description: 'The zone of its days, weeks and months; UTC when absent.',
    }),
  }),
});

const UpdateProjectInput = builder.inputType('UpdateProjectInput', {
  description: 'What changes; fields left out stay as they are.',
  fields: (t) => ({
    id: t.id({ required: true, description: 'The project.' }),
    name: t.string({ validate: name, description: 'As people call it; 1 to 200 characters.' }),
    domain: t.string({ validate: domain, description: "The site's host name; null takes it away." }),
    timeZone: t.field({ type: 'TimeZone', description: 'The zone of its days, weeks and months.' }),
  }),
});

const DeleteProjectInput = builder.inputType('DeleteProjectInput', {
  description: 'The project to delete.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The project, with everything in it.' }) }),
});

const ProjectPayload = (payload: string) =>
  builder.objectRef<{ project: Project }>(payload).implement({
    description: 'The project as it is now.',
    fields: (t) => ({
      project: t.field({ type: ProjectRef, description: 'The project.', resolve: ({ project }) => project }),
    }),
  });

const DeleteProjectPayload = builder.objectRef<{ id: number }>('DeleteProjectPayload').implement({
  description: 'What was deleted.',
  fields: (t) => ({
    deletedId: t.id({ description: 'The id that exists no more.', resolve: ({ id }) => projectGlobalId(id) }),
  }),
});

const HOUR = 3_600_000;
const GRACE_HOURS = 24;
const LONGEST_GRACE = 30 * 24;

const RotateWriteKeyInput = builder.inputType('RotateWriteKeyInput', {
  description: 'A project that gets a new write key.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    graceHours: t.int({
      defaultValue: GRACE_HOURS,
      validate: z.number().int().min(0, 'At least 0.').max(LONGEST_GRACE, `At most ${LONGEST_GRACE}.`),
      description: `For how many hours the former key serves on, 0 to ${LONGEST_GRACE}; 0 ends it at once.`,
    }),
  }),
});

const CreateApiKeyInput = builder.inputType('CreateApiKeyInput', {
  description: 'A new secret key.',
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The one project that it serves.' }),
    name: t.string({ required: true, validate: name, description: 'What it is for; 1 to 200 characters.' }),
    scopes: t.field({
      type: [ApiKeyScopeRef],
      required: true,
      validate: z.array(z.string()).min(1, 'A key needs at least one scope.'),
      description: 'What it may do; at least one.',
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'From then on it is refused; absent for a key without an end.',
    }),
  }),
});

const CreateApiKeyPayload = builder
  .objectRef<{ apiKey: ApiKey; secret: string }>('CreateApiKeyPayload')
  .implement({
    description: 'The key and its secret.',
    fields: (t) => ({
      apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: ({ apiKey }) => apiKey }),
      secret: t.exposeString('secret', { description: 'Shown this once; only its hash is kept.' }),
    }),
  });

const RevokeApiKeyInput = builder.inputType('RevokeApiKeyInput', {
  description: 'The key to revoke.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The key.' }) }),
});

const RevokeApiKeyPayload = builder.objectRef<{ apiKey: ApiKey }>('RevokeApiKeyPayload').implement({
  description: 'The key that serves no more.',
  fields: (t) => ({
    apiKey: t.field({ type: ApiKeyRef, description: 'The key.', resolve: ({ apiKey }) => apiKey }),
  }),
});

builder.mutationFields((t) => ({
  createProject: t.field({
    type: ProjectPayload('CreateProjectPayload'),
    description: `Makes a project in an organization of the user. BAD_USER_INPUT when that has ${MOST_PROJECTS} projects; NOT_FOUND when it is not theirs.`,
    args: { input: t.arg({ type: CreateProjectInput, required: true, description: 'The project.' }) },
    resolve: async (_root, { input }, { store: { prisma }, viewer, now }) => {
      requireUser(viewer);
      const organization = await prisma.organization.findFirst({
        where: {
          AND: [{ id: uuidOf('Organization', input.organizationId) ?? NO_UUID }, organizationsFor(viewer)],
        },
      });
      if (!organization) throw notFound('organization');
      const project = await prisma.$transaction(async (transaction) => {
        await lockCount(transaction, 'projects', organization.id);
        if (
          (await transaction.project.count({ where: { organizationId: organization.id } })) >= MOST_PROJECTS
        )
          throw badInput('input.organizationId', `An organization has at most ${MOST_PROJECTS} projects.`);
        const created = await transaction.project.create({
          data: {
            organizationId: organization.id,
            name: input.name.trim(),
            ...domainSince(input.domain ?? null, now()),
            timeZone: input.timeZone ?? 'UTC',
            writeKey: newWriteKey(),
          },
        });
        await transaction.projectRevision.create({ data: { projectId: created.id } });
        return created;
      });
      return { project };
    },
  }),
  updateProject: t.field({
    type: ProjectPayload('UpdateProjectPayload'),
    description:
      'Changes a project. FORBIDDEN without the right to manage it; NOT_FOUND when the caller may not see it.',
    args: { input: t.arg({ type: UpdateProjectInput, required: true, description: 'What changes.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.id), 'ADMIN');
      const { prisma } = context.store;
      const former = await prisma.project.findUniqueOrThrow({ where: { id }, select: { domain: true } });
      const domain = input.domain === undefined ? null : domainSince(input.domain, context.now());
      const project = await prisma.project.update({
        where: { id },
        data: {
          ...(input.name ? { name: input.name.trim() } : {}),
          // Who has a domain already does not lose its place by saying so again.
          ...(domain && domain.domain !== former.domain ? domain : {}),
          ...(input.timeZone ? { timeZone: input.timeZone } : {}),
        },
      });
      return { project };
    },
  }),
  rotateWriteKey: t.field({
    type: ProjectPayload('RotateWriteKeyPayload'),
    description:
      'Gives a project a new write key. The former one serves on for `graceHours` (Project.previousWriteKey), and one that was rotated before it ends at once; other servers of the same database refuse a key within 6 seconds of its end. FORBIDDEN for an API key, as with createApiKey; NOT_FOUND when the caller may not see the project.',
    args: { input: t.arg({ type: RotateWriteKeyInput, required: true, description: 'The project.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      requireUser(context.viewer);
      const grace = (input.graceHours ?? GRACE_HOURS) * HOUR;
      const project = await context.store.prisma.$transaction(async (transaction) => {
        await lockCount(transaction, 'write keys', String(id));
        const { writeKey } = await transaction.project.findUniqueOrThrow({ where: { id } });
        return transaction.project.update({
          where: { id },
          data: {
            writeKey: newWriteKey(),
            previousWriteKey: grace > 0 ? writeKey : null,
            previousWriteKeyEndsAt: grace > 0 ? new Date(context.now() + grace) : null,
          },
        });
      });
      context.accounts.forgetWriteKeys();
      return { project };
    },
  }),
  deleteProject: t.field({
    type: DeleteProjectPayload,
    description:
      'Deletes a project: it is gone at once, its events shortly after. FORBIDDEN for an API key, which belongs to the project; NOT_FOUND when the caller may not see it.',
    args: { input: t.arg({ type: DeleteProjectInput, required: true, description: 'The project.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.id), 'ADMIN');
      requireUser(context.viewer);
      await context.store.prisma.project.delete({ where: { id } });
      context.purge();
      return { id };
    },
  }),
  createApiKey: t.field({
    type: CreateApiKeyPayload,
    description: `Makes a secret key. FORBIDDEN for an API key: keys make no keys, so that revoking one leaves nothing of it. BAD_USER_INPUT when the project has ${MOST_KEYS} keys that serve; NOT_FOUND when the caller may not see the project.`,
    args: { input: t.arg({ type: CreateApiKeyInput, required: true, description: 'The key.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      requireUser(context.viewer);
      if (input.expiresAt && input.expiresAt.getTime() <= context.now()) {
        throw badInput('input.expiresAt', 'A key cannot expire in the past.');
      }
      const secret = newSecretKey();
      const apiKey = await context.store.prisma.$transaction(async (transaction) => {
        await lockCount(transaction, 'API keys', String(id));
        const serving = {
          projectId: id,
          revokedAt: null,
          OR: [{ expiresAt: null }, { expiresAt: { gt: new Date(context.now()) } }],
        };
        if ((await transaction.apiKey.count({ where: serving })) >= MOST_KEYS)
          throw badInput('input.projectId', `A project has at most ${MOST_KEYS} API keys: revoke one first.`);
        return transaction.apiKey.create({
          data: {
            projectId: id,
            name: input.name.trim(),
            prefix: keyPrefix(secret),
            secretHash: secretHash(secret),
            scopes: [...new Set(input.scopes)],
            expiresAt: input.expiresAt ?? null,
          },
        });
      });
      return { apiKey, secret };
    },
  }),
  revokeApiKey: t.field({
    type: RevokeApiKeyPayload,
    description: 'Ends a secret key at once. NOT_FOUND when the caller may not manage its project.',
    args: { input: t.arg({ type: RevokeApiKeyInput, required: true, description: 'The key.' }) },
    resolve: async (_root, { input }, context) => {
      const { store, viewer } = context;
      requireSignIn(viewer);
      const key = await store.prisma.apiKey.findFirst({
        where: { id: uuidOf('ApiKey', input.id) ?? NO_UUID, project: projectsFor(viewer, 'READ') },
      });
      if (!key) throw notFound('API key');
      await requireProject(context, key.projectId, 'ADMIN');
      const apiKey = await store.prisma.apiKey.update({
        where: { id: key.id },
        data: { revokedAt: new Date(context.now()) },
      });
      return { apiKey };
    },
  }),
}));
