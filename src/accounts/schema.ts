import { builder } from '../builder.ts';
import type { Context } from '../context.ts';
import { notFound } from '../errors.ts';
import { SIGN_IN_COST } from '../limits.ts';
import { requiredText } from '../text.ts';
import { organizationsFor, projectsFor, requireSignIn, usersFor } from './access.ts';
import { deviceOf } from './device.ts';
import { registerUser } from './register.ts';
import { emailAddress, login, type SignedIn } from './sign-in.ts';
import { ANONYMOUS, type Viewer } from './viewer.ts';

export const UserRef = builder.prismaNode('User', {
  description: 'A person who signs in.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, AND: usersFor(viewer) }),
  nullable: true,
  fields: (t) => ({
    email: t.exposeString('email', {
      description: 'The address that signs in, in lower case; a host such as bücher.example in punycode.',
    }),
    name: t.exposeString('name', { nullable: true, description: 'As the person wishes to be called.' }),
  }),
});

export const OrganizationRef = builder.prismaNode('Organization', {
  description: 'Owns projects; its members may do everything with them.',
  id: { field: 'id', description: 'The global id.' },
  findUnique: (id, { viewer }) => ({ id, AND: organizationsFor(viewer) }),
  nullable: true,
  fields: (t) => ({
    name: t.exposeString('name', { description: 'As people call it.' }),
    slug: t.exposeString('slug', {
      description: 'Unique, for URLs: lower-case letters, digits and hyphens.',
    }),
    projects: t.relation('projects', {
      description: 'Its projects, oldest first.',
      complexity: { field: 1, multiplier: 5 },
      query: (_args, { viewer }) => ({ where: projectsFor(viewer, 'READ'), orderBy: { id: 'asc' } }),
    }),
  }),
});

export const ViewerRef = builder.objectRef<Viewer>('Viewer').implement({
  description: 'Who is asking, and what they may see.',
  fields: (t) => ({
    user: t.prismaField({
      type: 'User',
      nullable: true,
      description: 'The signed-in user; null for an API key.',
      resolve: (query, viewer, _args, { store }) =>
        viewer.kind === 'user'
          ? store.prisma.user.findUnique({ ...query, where: { id: viewer.userId } })
          : null,
    }),
    organizations: t.prismaField({
      type: ['Organization'],
      description: "The user's organizations, oldest first; none for an API key.",
      complexity: { field: 1, multiplier: 5 },
      resolve: (query, viewer, _args, { store }) =>
        store.prisma.organization.findMany({
          ...query,
          where: organizationsFor(viewer),
          orderBy: { createdAt: 'asc' },
        }),
    }),
    projects: t.prismaField({
      type: ['Project'],
      description: 'Every project that may be read, oldest first.',
      complexity: { field: 1, multiplier: 5 },
      resolve: (query, viewer, _args, { store }) =>
        store.prisma.project.findMany({
          ...query,
          where: projectsFor(viewer, 'READ'),
          orderBy: { id: 'asc' },
        }),
    }),
  }),
});

builder.queryField('viewer', (t) =>
  t.field({
    type: ViewerRef,
    nullable: true,
    description:
      'Who is asking; null when anonymous. UNAUTHENTICATED when credentials were sent that are not good.',
    resolve: (_root, _args, { viewer }) => {
      if (viewer.kind !== 'anonymous') return viewer;
      if (viewer.problem) requireSignIn(viewer);
      return null;
    },
  }),
);

// --- signing in -----------------------------------------------------------------------------------------------------

const AuthPayload = builder.objectRef<SignedIn>('AuthPayload').implement({
  description: 'A session: send the access token as `Authorization: Bearer …`.',
  fields: (t) => ({
    accessToken: t.string({
      description: 'Serves for 15 minutes.',
      resolve: ({ tokens }) => tokens.accessToken,
    }),
    refreshToken: t.string({
      description: 'Serves within 30 days: refreshSession exchanges it for the next one.',
      resolve: ({ tokens }) => tokens.refreshToken,
    }),
    expiresAt: t.field({
      type: 'DateTime',
      description: 'When the access token ends.',
      resolve: ({ tokens }) => tokens.expiresAt,
    }),
    user: t.prismaField({
      type: 'User',
      description: 'Who signed in.',
      resolve: (query, { user }, _args, { store }) =>
        store.prisma.user.findUniqueOrThrow({ ...query, where: { id: user.id } }),
    }),
    organization: t.prismaField({
      type: 'Organization',
      nullable: true,
      description: "The user's first organization.",
      resolve: (query, { user }, _args, { store }) =>
        store.prisma.organization.findFirst({
          ...query,
          where: { memberships: { some: { userId: user.id } } },
          orderBy: { createdAt: 'asc' },
        }),
    }),
  }),
});

const RegisterInput = builder.inputType('RegisterInput', {
  description: 'A new user and organization.',
  fields: (t) => ({
    email: t.string({
      required: true,
      validate: emailAddress,
      description: 'Signs in; upper and lower case are the same.',
    }),
    password: t.string({
      required: true,
      description:
        '8 to 256 characters. Not one of the commonest passwords, and not the email address or a name.',
    }),
    name: t.string({
      validate: requiredText('A name', 200),
      description: 'As the person wishes to be called.',
    }),
    organizationName: t.string({
      required: true,
      validate: requiredText("An organization's name", 200),
      description: 'The organization that will own the projects.',
    }),
  }),
});

const LoginInput = builder.inputType('LoginInput', {
  description: 'Credentials.',
  fields: (t) => ({
    email: t.string({ required: true, description: 'As registered; upper and lower case are the same.' }),
    password: t.string({ required: true, description: 'As registered.' }),
  }),
});

const RefreshSessionInput = builder.inputType('RefreshSessionInput', {
  description: 'The session to go on with.',
  fields: (t) => ({
    refreshToken: t.string({ required: true, description: 'The newest one of the session.' }),
  }),
});

/** What is asked of the answer, and after it, is asked by who has just signed in. */
function begin(context: Context, session: SignedIn): SignedIn {
  context.viewer = session.tokens.viewer;
  return session;
}

builder.mutationFields((t) => ({
  register: t.field({
    type: AuthPayload,
    complexity: SIGN_IN_COST,
    description:
      'Makes the user, an organization of theirs, and signs them in. CONFLICT when the address is taken; FORBIDDEN where registration is closed; BAD_USER_INPUT for a bad password; RATE_LIMITED, with `retryAfter` in seconds, after too many registrations from one address; OVERLOADED when too many sign in at once.',
    args: {
      input: t.arg({ type: RegisterInput, required: true, description: 'The user and the organization.' }),
    },
    resolve: async (_root, { input }, context) => {
      const user = await registerUser(context, input);
      const tokens = await context.sessions.begin(user, deviceOf(context));
      if (!tokens) throw notFound('user');
      return begin(context, { user, tokens });
    },
  }),
  login: t.field({
    type: AuthPayload,
    complexity: SIGN_IN_COST,
    description:
      'Begins a session. UNAUTHENTICATED when the address or the password is wrong; RATE_LIMITED, with `retryAfter` in seconds, after ten wrong passwords in ten minutes for one account or from one address, longer after each more; OVERLOADED when too many sign in at once.',
    args: { input: t.arg({ type: LoginInput, required: true, description: 'Who signs in.' }) },
    resolve: async (_root, { input }, context) => begin(context, await login(context, input)),
  }),
  refreshSession: t.field({
    type: AuthPayload,
    complexity: SIGN_IN_COST,
    description:
      'Goes on with a session: a new access token, and the next refresh token. Who sends the same refresh token again within 30 seconds, as another tab or after a lost answer, has the same next one; later its use ends the whole session. UNAUTHENTICATED when it is not valid.',
    args: {
      input: t.arg({ type: RefreshSessionInput, required: true, description: 'The refresh token to spend.' }),
    },
    resolve: async (_root, { input }, context) =>
      begin(context, await context.sessions.refresh(input.refreshToken)),
  }),
  logout: t.boolean({
    description:
      'Ends the session of the access token, with all its tokens; false when no user is signed in.',
    resolve: async (_root, _args, context) => {
      const { viewer } = context;
      context.viewer = ANONYMOUS;
      return viewer.kind === 'user' && context.sessions.end(viewer.userId, viewer.sessionId);
    },
  }),
}));
