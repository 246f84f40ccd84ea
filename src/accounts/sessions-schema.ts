import { encodeGlobalID } from '@pothos/plugin-relay';
import { builder } from '../builder.ts';
import { notFound } from '../errors.ts';
import { NO_UUID, uuidOf } from '../ids.ts';
import { SIGN_IN_COST } from '../limits.ts';
import type { User } from '../store/generated/client/client.ts';
import { requireUser, sessionsFor } from './access.ts';
import { UserRef, ViewerRef } from './schema.ts';
import { REFRESH_TOKEN_LIFE } from './sessions.ts';
import { changePassword } from './sign-in.ts';

// Newer ones are of more use than a page of them all.
const MOST_LISTED = 100;

const SessionRef = builder.prismaNode('Session', {
  description: 'A sign-in of the user that goes on.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, AND: sessionsFor(viewer) }),
  nullable: true,
  fields: (t) => ({
    createdAt: t.expose('createdAt', { type: 'DateTime', description: 'When it began.' }),
    lastUsedAt: t.expose('lastUsedAt', {
      type: 'DateTime',
      description: 'When it was last refreshed; when it began where it was not.',
    }),
    userAgent: t.exposeString('userAgent', {
      nullable: true,
      description: 'The user agent that signed in, at most 400 characters; null when it sent none.',
    }),
    current: t.boolean({
      description: 'Whether it is the one that asks.',
      resolve: ({ id }, _args, { viewer }) => viewer.kind === 'user' && viewer.sessionId === id,
    }),
  }),
});

builder.objectField(ViewerRef, 'sessions', (t) =>
  t.prismaField({
    type: [SessionRef],
    description: `The user's sessions that go on, the last used first, at most ${MOST_LISTED}; none for an API key.`,
    complexity: { field: 1, multiplier: 5 },
    resolve: (query, viewer, _args, { store, now }) =>
      store.prisma.session.findMany({
        ...query,
        // What was not used for so long has no token left.
        where: { AND: [sessionsFor(viewer), { lastUsedAt: { gt: new Date(now() - REFRESH_TOKEN_LIFE) } }] },
        orderBy: [{ lastUsedAt: 'desc' }, { id: 'desc' }],
        take: MOST_LISTED,
      }),
  }),
);

const ChangePasswordInput = builder.inputType('ChangePasswordInput', {
  description: 'The password before and after.',
  fields: (t) => ({
    currentPassword: t.string({ required: true, description: 'The password that signs in now.' }),
    newPassword: t.string({
      required: true,
      description:
        '8 to 256 characters. Not one of the commonest passwords, and not the email address or a name.',
    }),
  }),
});

const ChangePasswordPayload = builder.objectRef<{ user: User }>('ChangePasswordPayload').implement({
  description: 'Whose password was changed.',
  fields: (t) => ({
    user: t.field({ type: UserRef, description: 'The user.', resolve: ({ user }) => user }),
  }),
});

const RevokeSessionInput = builder.inputType('RevokeSessionInput', {
  description: 'The session to end.',
  fields: (t) => ({ id: t.id({ required: true, description: 'The session.' }) }),
});

const RevokeSessionPayload = builder.objectRef<{ id: string }>('RevokeSessionPayload').implement({
  description: 'The session that was ended.',
  fields: (t) => ({
    revokedId: t.id({
      description: 'The id that exists no more.',
      resolve: ({ id }) => encodeGlobalID('Session', id),
    }),
  }),
});

builder.mutationFields((t) => ({
  changePassword: t.field({
    type: ChangePasswordPayload,
    complexity: SIGN_IN_COST,
    description:
      "Changes the user's own password, and ends all their other sessions. BAD_USER_INPUT when the current password is wrong or the new one is bad; RATE_LIMITED, with `retryAfter` in seconds, after too many wrong ones, as for login; OVERLOADED when too many sign in at once; FORBIDDEN for an API key.",
    args: { input: t.arg({ type: ChangePasswordInput, required: true, description: 'The passwords.' }) },
    resolve: async (_root, { input }, context) => ({ user: await changePassword(context, input) }),
  }),
  revokeSession: t.field({
    type: RevokeSessionPayload,
    description:
      "Ends one of the user's sessions at once, with all its tokens. NOT_FOUND when it is not theirs, or was ended; FORBIDDEN for an API key.",
    args: { input: t.arg({ type: RevokeSessionInput, required: true, description: 'The session.' }) },
    resolve: async (_root, { input }, { viewer, sessions }) => {
      const { userId } = requireUser(viewer);
      const id = uuidOf('Session', input.id) ?? NO_UUID;
      if (!(await sessions.end(userId, id))) throw notFound('session');
      return { id };
    },
  }),
}));
