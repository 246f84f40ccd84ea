import { z } from 'zod';
import { findProject, requireProject } from '../../accounts/access.ts';
import { ProjectRef } from '../../accounts/projects.ts';
import { builder } from '../../builder.ts';
import { projectNumber } from '../../ids.ts';
import type { Project } from '../../store/generated/client/client.ts';
import { type Blocked, isAddressOrNetwork } from '../blocklist.ts';
import { hostName } from '../enrich/host.ts';

const LONGEST = 1_000;

const BlocklistRef = builder.objectRef<Blocked>('Blocklist').implement({
  description: 'Events that a project does not want: they are rejected as BLOCKED.',
  fields: (t) => ({
    addresses: t.stringList({
      description: 'IP addresses and networks, such as 192.0.2.0/24.',
      resolve: ({ blockedAddresses }) => [...blockedAddresses],
    }),
    userAgents: t.stringList({
      description: 'Parts of user agents, in upper or lower case.',
      resolve: ({ blockedUserAgents }) => [...blockedUserAgents],
    }),
    referrers: t.stringList({
      description: 'Host names of referrers; those beneath them too.',
      resolve: ({ blockedReferrers }) => [...blockedReferrers],
    }),
    hostnames: t.stringList({
      description: 'Host names of pages; those beneath them too.',
      resolve: ({ blockedHostnames }) => [...blockedHostnames],
    }),
  }),
});

builder.prismaObjectFields('Project', (t) => ({
  blocklist: t.field({
    type: BlocklistRef,
    nullable: true,
    description: 'Events that it does not want; null without the right to manage the project.',
    resolve: ({ id }, _args, context) => findProject(context, id, 'ADMIN'),
  }),
}));

const listOf = (entry: z.ZodType<string>) =>
  z.array(entry).max(LONGEST, `At most ${LONGEST} of them.`).nullish();
const addresses = listOf(
  z.string().trim().refine(isAddressOrNetwork, 'Each is an IP address or a network, such as 192.0.2.0/24.'),
);
const userAgents = listOf(
  z.string().trim().min(3, 'At least 3 characters: it is looked for anywhere in user agents.').max(500),
);
const hosts = listOf(
  z
    .string()
    .trim()
    .refine(
      (text) => hostName(text) !== null,
      'Each is a host name such as spam.example, without https:// or a path.',
    ),
);

const UpdateBlocklistInput = builder.inputType('UpdateBlocklistInput', {
  description: `What a project does not want; lists left out stay as they are. At most ${LONGEST} entries each.`,
  fields: (t) => ({
    projectId: t.id({ required: true, description: 'The project.' }),
    addresses: t.stringList({
      validate: addresses,
      description: 'IP addresses and networks, such as 192.0.2.0/24.',
    }),
    userAgents: t.stringList({
      validate: userAgents,
      description: 'Parts of user agents, in upper or lower case; at least 3 characters each.',
    }),
    referrers: t.stringList({
      validate: hosts,
      description: 'Host names of referrers; those beneath them are blocked too.',
    }),
    hostnames: t.stringList({
      validate: hosts,
      description: 'Host names of pages; those beneath them are blocked too.',
    }),
  }),
});

const UpdateBlocklistPayload = builder.objectRef<{ project: Project }>('UpdateBlocklistPayload').implement({
  description: 'The project as it is now.',
  fields: (t) => ({
    project: t.field({ type: ProjectRef, description: 'The project.', resolve: ({ project }) => project }),
  }),
});

builder.mutationField('updateBlocklist', (t) =>
  t.field({
    type: UpdateBlocklistPayload,
    description:
      'Changes what a project does not want: events that arrive from ten seconds later on are rejected by it. FORBIDDEN without the right to manage the project.',
    args: { input: t.arg({ type: UpdateBlocklistInput, required: true, description: 'What changes.' }) },
    resolve: async (_root, { input }, context) => {
      const { id } = await requireProject(context, projectNumber(input.projectId), 'ADMIN');
      const lists = {
        blockedAddresses: input.addresses,
        blockedUserAgents: input.userAgents,
        blockedReferrers: input.referrers,
        blockedHostnames: input.hostnames,
      };
      const sent = Object.entries(lists).filter(([, list]) => list != null);
      const data = Object.fromEntries(sent.map(([name, list]) => [name, [...new Set(list)]]));
      return { project: await context.store.prisma.project.update({ where: { id }, data }) };
    },
  }),
);
