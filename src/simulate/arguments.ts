import { parseArgs } from 'node:util';
import { projectIdOf, UsageError } from '../command.ts';
import { blog } from './blog.ts';
import { DEFAULT_URL } from './command-line.ts';
import type { Access } from './project.ts';
import { shop } from './shop.ts';
import type { Plan } from './simulate.ts';
import type { Site } from './site.ts';

const SITES: Readonly<Record<string, Site>> = { shop, blog };

export const USAGE = `Sends the traffic of a made-up site to a running server: a past, then visits as they happen.

  npm run simulate                                       makes a demo user and project, with 90 days of past
  npm run simulate -- --key wk_... --rate 500 --duration 60 --seed 7

  --url             the server; ${DEFAULT_URL} when absent
  --key             a write key or secret key of the project; PULSEGRAPH_KEY in the environment does the same
  --project         the project's id, where the key does not say it all
  --email           with --password, in place of a key: your project, or one that is made for it
  --site            shop (when absent) or blog
  --backfill        days of the past, such as 90d; none when absent, 90 for the demo project
  --visits-per-day  of the past, on average; 300 when absent
  --rate            events a second, for the hour of day at which it starts; 5 when absent
  --duration        seconds of it; 300 when absent, 0 for the past only
  --seed            a whole number; another one makes other visits; 1 when absent
  --help            shows this

The same seed, site and visits per day make the same past: sending it again stores only what is missing since.
`;

/** What the command was asked to do; the time zone is its surroundings'. */
export interface SimulateArguments {
  url: string;
  access: Access;
  plan: Omit<Plan, 'timeZone'>;
}

/** Reads the command line; null when it asks for help. `environmentKey` serves where no key is given. Throws UsageError. */
export function parseArguments(
  args: readonly string[],
  environmentKey: string | undefined,
): SimulateArguments | null {
  const { values } = parse(args);
  if (values.help) return null;
  const access = accessOf(values, environmentKey);
  const site = SITES[values.site];
  if (!site)
    throw new UsageError(`--site ${values.site} is not known. Sites: ${Object.keys(SITES).join(', ')}`);
  const plan = {
    site,
    seed: numberOf('seed', values.seed, { min: 0, max: Number.MAX_SAFE_INTEGER, whole: true }),
    backfill: daysOf(values.backfill ?? (access.kind === 'demo' ? '90d' : '0d')),
    visitsPerDay: numberOf('visits-per-day', values['visits-per-day'], { min: 1, max: 1_000_000 }),
    duration: numberOf('duration', values.duration, { min: 0, max: 31_536_000 }),
    rate: numberOf('rate', values.rate, { min: 0.01, max: 50_000 }),
  };
  if (plan.backfill === 0 && plan.duration === 0)
    throw new UsageError('--duration 0 leaves nothing to send without --backfill, such as --backfill 90d');
  return { url: urlOf(values.url), access, plan };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        url: { type: 'string', default: DEFAULT_URL },
        key: { type: 'string' },
        project: { type: 'string' },
        email: { type: 'string' },
        password: { type: 'string' },
        site: { type: 'string', default: 'shop' },
        backfill: { type: 'string' },
        'visits-per-day': { type: 'string', default: '300' },
        rate: { type: 'string', default: '5' },
        duration: { type: 'string', default: '300' },
        seed: { type: 'string', default: '1' },
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

interface AccessValues {
  key?: string;
  project?: string;
  email?: string;
  password?: string;
}

function accessOf(
  { key, project, email, password }: AccessValues,
  environmentKey: string | undefined,
): Access {
  const projectId = project === undefined ? null : projectIdOf(project);
  if ((email === undefined) !== (password === undefined))
    throw new UsageError('--email and --password go together');
  if (email !== undefined && password !== undefined) {
    if (key !== undefined) throw new UsageError('Give --key, or --email and --password');
    return { kind: 'login', email, password, projectId };
  }
  const given = key ?? (environmentKey || undefined);
  if (given !== undefined) {
    if (!/^(wk|sk)_/.test(given))
      throw new UsageError(
        '--key is a write key, which begins with wk_, or a secret key, which begins with sk_',
      );
    return { kind: 'key', key: given, projectId };
  }
  if (projectId === null) return { kind: 'demo' };
  throw new UsageError(
    `--project needs a key that may send to it: --key, or PULSEGRAPH_KEY in the environment.\nAsk for it in GraphiQL: { viewer { projects { id name writeKey } } }`,
  );
}

function urlOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : null;
  if (!url || !/^https?:$/.test(url.protocol))
    throw new UsageError(`--url ${text} is not a URL such as ${DEFAULT_URL}`);
  // People copy what the server prints, or what the browser shows.
  return `${url.origin}${url.pathname.replace(/\/(graphql\/?)?$/, '')}`;
}

function daysOf(text: string): number {
  const days = /^(\d{1,4})d$/.exec(text)?.[1];
  if (days === undefined || Number(days) > 1_100)
    throw new UsageError(`--backfill ${text} is not a number of days such as 90d, at most 1100d`);
  return Number(days);
}

function numberOf(
  option: string,
  text: string,
  { min, max, whole = false }: { min: number; max: number; whole?: boolean },
): number {
  const number = /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(number >= min && number <= max) || (whole && !Number.isSafeInteger(number)))
    throw new UsageError(
      `--${option} ${text} is not a ${whole ? 'whole ' : ''}number from ${min} to ${max.toLocaleString('en')}`,
    );
  return number;
}
