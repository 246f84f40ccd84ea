import { availableParallelism } from 'node:os';
import { z } from 'zod';
import { CONNECTION_LIMITS } from './http/connections.ts';
import { LOCAL_PROXIES, NO_PROXIES, proxiesOf } from './ingest/enrich/address.ts';
import { parseIsoInstant } from './instant.ts';

const flag = (fallback: boolean) =>
  z
    .enum(['true', 'false', '1', '0'], { error: 'must be true or false' })
    .default(fallback ? 'true' : 'false')
    .transform((value) => value === 'true' || value === '1');

const url = (protocols: string[], example: string) =>
  z
    .string()
    .refine((value) => URL.canParse(value) && protocols.includes(new URL(value).protocol), {
      error: `must be a URL such as ${example}`,
    })
    .optional();

const eventsPerMinute = (fallback: number) =>
  z.coerce
    .number({ error: 'must be events per minute' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be 0 (no limit) or more' })
    .default(fallback);

const connections = (fallback: number, least: number) =>
  z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(least, { error: `must be at least ${least}` })
    .default(fallback);
// The oldest instant that every part of the server can write.
const FIRST_INSTANT = Date.parse('0001-01-01T00:00:00Z');
const tokens = z.coerce
  .number({ error: 'must be a number' })
  .int({ error: 'must be a whole number' })
  .min(0, { error: 'must be 0 (none) or more' });

const schema = z.object({
  HOST: z.string().default('127.0.0.1'),
  PORT: z.coerce
    .number({ error: 'must be a port number' })
    .int({ error: 'must be a port number' })
    .min(0, { error: 'must be 0 (any free port) to 65535' })
    .max(65_535, { error: 'must be 0 (any free port) to 65535' })
    .default(4000),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: url(['postgres:', 'postgresql:'], 'postgres://user:password@host:5432/pulsegraph'),
  // Two fifths are for questions, two for ingest, the rest for accounts and jobs.
  DATABASE_POOL_SIZE: z.coerce.number({ error: 'must be a number' }).int().min(2).max(200).default(12),
  REDIS_URL: url(['redis:', 'rediss:'], 'redis://host:6379'),
  ROLE: z.enum(['all', 'api', 'worker'], { error: 'must be all, api or worker' }).default('all'),
  // About a kilobyte each in Redis, for each of 16 streams of projects.
  QUEUE_MAX_EVENTS: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1_000, { error: 'must be at least 1000' })
    .default(200_000),
  // 10,000 a second: about what one server of two cores stores (docs/performance.md).
  RATE_LIMIT_KEY: eventsPerMinute(600_000),
  // Offices, providers and one's own proxies and servers share addresses: who knows theirs sets it.
  RATE_LIMIT_ADDRESS: eventsPerMinute(0),
  RATE_LIMIT_REGISTRATION: z.coerce
    .number({ error: 'must be registrations in ten minutes' })
    .int({ error: 'must be a whole number' })
    .min(0, { error: 'must be 0 (no limit) or more' })
    .default(30),
  REFERRER_SPAM_LIST: z.string().optional(),
  // Analytics of the web are younger; an older date is one that a program had no value for, such as 1970 or the year 1.
  OLDEST_EVENT: z
    .string()
    .default('1995-01-01')
    .transform((text) => parseIsoInstant(text)?.getTime() ?? Number.NaN)
    .refine((instant) => instant >= FIRST_INSTANT, {
      error: 'must be a date such as 1995-01-01, or an instant, in the year 1 or later',
    }),
  // HS256 wants a key as long as its hash (RFC 7518, section 3.2).
  JWT_SECRET: z.string().min(32, { error: 'must have at least 32 characters' }).optional(),
  REGISTRATION: z.enum(['open', 'closed'], { error: 'must be open or closed' }).default('open'),
  TRUST_PROXY: z
    .string()
    .default('true')
    .transform((text, context) => {
      const setting = text.trim();
      if (setting === 'false') return NO_PROXIES;
      try {
        return setting === 'true'
          ? LOCAL_PROXIES
          : proxiesOf(setting.split(',').map((entry) => entry.trim()));
      } catch (error) {
        context.addIssue(
          `must be true, false or a list of addresses and ranges: ${(error as Error).message}`,
        );
        return z.NEVER;
      }
    }),
  CLIENT_ADDRESS_HEADER: z
    .string()
    .regex(/^[\w-]+$/, { error: 'must be the name of a header' })
    .optional(),
  GEOIP_DB: z.string().optional(),
  CORS_ORIGINS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((origin) => origin.trim())
        .filter(Boolean),
    )
    .refine(
      (list) =>
        list.every((origin) => origin === '*' || (URL.canParse(origin) && new URL(origin).origin === origin)),
      {
        error: 'must be origins such as https://app.example.com, with commas between them, or *',
      },
    ),
  // Names under which browsers reach a server on 127.0.0.1 without a proxy, besides localhost.
  ALLOWED_HOSTS: z
    .string()
    .default('')
    .transform((list) =>
      list
        .split(',')
        .map((host) => host.trim())
        .filter(Boolean),
    )
    .refine((list) => list.every((host) => /^[\w.-]+$/.test(host)), {
      error: 'must be host names such as stats.lan, with commas between them',
    }),
  MAX_CONNECTIONS: connections(CONNECTION_LIMITS.connections, 10),
  CONNECTIONS_PER_ADDRESS: connections(CONNECTION_LIMITS.perAddress, 0),
  GRAPHIQL: flag(true),
  INTROSPECTION: flag(true),
  STATEMENT_TIMEOUT: z.coerce
    .number({ error: 'must be seconds' })
    .int({ error: 'must be whole seconds' })
    .min(1, { error: 'must be at least 1 second' })
    .default(30),
  // Ten million events take about 170 MB.
  SEGMENT_MEMORY: z.coerce
    .number({ error: 'must be megabytes' })
    .int({ error: 'must be whole megabytes' })
    .min(16, { error: 'must be at least 16 MB' })
    .default(512),
  SCAN_THREADS: z.coerce
    .number({ error: 'must be a number' })
    .int({ error: 'must be a whole number' })
    .min(1, { error: 'must be at least 1' })
    .max(64, { error: 'must be at most 64' })
    .default(Math.min(availableParallelism(), 8)),
  // The model that phrases insights and answers questions. With both keys, OpenAI's.
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: url(['http:', 'https:'], 'http://127.0.0.1:11434/v1'),
  OPENAI_MODEL: z.string().default('gpt-5-mini'),
  ANTHROPIC_API_KEY: z.string().optional(),
  ANTHROPIC_BASE_URL: url(['http:', 'https:'], 'https://api.anthropic.com'),
  ANTHROPIC_MODEL: z.string().default('claude-sonnet-4-6'),
  LLM_TIMEOUT: z.coerce
    .number({ error: 'must be seconds' })
    .min(1, { error: 'must be at least 1 second' })
    .default(60),
  // Of one project, in one UTC day: a few dozen questions.
  LLM_DAILY_TOKENS: tokens.default(500_000),
  // Of all projects of an organization, and of all of the server; twice and ten times the above when absent.
  LLM_DAILY_TOKENS_ORGANIZATION: tokens.optional(),
  LLM_DAILY_TOKENS_SERVER: tokens.optional(),
  INSIGHTS: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  // Webhooks to addresses that the internet does not reach: only where every user may reach them anyhow.
  WEBHOOK_PRIVATE_ADDRESSES: flag(false),
  RESULT_CACHE: z.enum(['on', 'off'], { error: 'must be on or off' }).default('on'),
  LOG_LEVEL: z
    .enum(['trace', 'debug', 'info', 'warn', 'error', 'silent'], {
      error: 'must be trace, debug, info, warn, error or silent',
    })
    .default('info'),
  LOG_PRETTY: flag(false),
});

/** The server's configuration; README's table and .env.example list every variable. */
export type Env = z.output<typeof schema>;

/** Thrown when a variable's value is wrong: the message lists every one at once. */
export class ConfigurationError extends Error {}

/** Reads the configuration from environment variables; empty ones count as absent. */
export function readEnv(variables: Record<string, string | undefined>): Env {
  const present = Object.fromEntries(Object.entries(variables).filter(([, value]) => value !== ''));
  const result = schema.safeParse(present);
  if (result.success) return result.data;
  const lines = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new ConfigurationError(
    `The configuration is wrong:\n${lines.join('\n')}\nREADME.md lists every variable.`,
  );
}

/** This process's environment, with a .env file in the working directory beneath it. */
export function processEnv(): Env {
  try {
    process.loadEnvFile('.env');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
  }
  return readEnv(process.env);
}
