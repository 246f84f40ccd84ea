import { hostName } from '../enrich/host.ts';
import { moneyOf } from '../money.ts';
import {
  type Answer,
  type Format,
  type FormatEvent,
  type FormatRequest,
  idOf,
  isRecord,
  isRefusal,
  isSilent,
  propertiesOf,
  type Recipient,
  type Refusal,
  record,
  refusalHeaders,
  textOf,
} from './format.ts';

// Plausible's events API. `domain` is the project's domain, as in Plausible; where several projects of the server have it,
// that of the one that has had it for the longest (accounts/domains.ts). The write key in its place is never ambiguous.
// https://plausible.io/docs/events-api

const STATUS: Record<Refusal['reason'], number> = {
  malformed: 400,
  // As Plausible answers of a site that it does not know.
  'unknown project': 202,
  'too large': 413,
  'rate limited': 429,
  overloaded: 503,
};

const refuse = ({ reason, message, retryAfter }: Refusal): Answer => ({
  status: STATUS[reason],
  headers: reason === 'unknown project' ? DROPPED : refusalHeaders(reason, retryAfter),
  body: reason === 'unknown project' ? `dropped: ${message}` : { errors: { request: [message] } },
});

// Each is looked up.
const MAX_DOMAINS = 20;

const DROPPED = { 'x-plausible-dropped': '1' };
const TAKEN: Answer = { status: 202, body: 'ok' };

/** /api/event: one event, for one domain or several. */
export const plausible: Format = {
  endpoint: 'PLAUSIBLE',
  methods: ['POST'],
  paths: /^\/api\/event\/?$/,
  refuse,
  read({ body, header }) {
    if (!isRecord(body)) return refuse({ reason: 'malformed', message: 'The body must be a JSON object.' });
    const name = textOf(body.n ?? body.name);
    const domains = (textOf(body.d ?? body.domain) ?? '')
      .split(',')
      .map((domain) => domain.trim())
      .filter(Boolean)
      // As the project has it; what is no host name is nobody's.
      .map((domain) => (domain.startsWith('wk_') ? domain : (hostName(domain) ?? domain)));
    const url = textOf(body.u ?? body.url);
    const missing = { name, domain: domains[0] ?? null, url };
    for (const [field, value] of Object.entries(missing))
      if (value === null) return { status: 400, body: { errors: { [field]: ["can't be blank"] } } };
    if (domains.length > MAX_DOMAINS)
      return { status: 400, body: { errors: { domain: [`has more than ${MAX_DOMAINS} domains`] } } };
    // How long and how far a page was read: no event of its own here, and it would end every bounce.
    if (name === 'engagement') return TAKEN;
    return {
      sentAt: null,
      parts: [...new Set(domains)].map((domain) => ({
        to: recipientOf(domain),
        size: 1,
        events: () => [eventOf(body, name)],
      })),
      answer(outcomes) {
        const failed = outcomes.find((outcome) => isRefusal(outcome) && outcome.reason !== 'unknown project');
        if (failed && isRefusal(failed)) return refuse(failed);
        const lost = outcomes.filter((outcome) => isRefusal(outcome) || outcome.rejected.length > 0);
        const invalid = lost.flatMap((outcome) => (isRefusal(outcome) ? [] : outcome.rejected));
        const wrong = invalid.find((rejection) => !isSilent(rejection));
        if (wrong) return { status: 400, body: { errors: { [wrong.field ?? 'event']: [wrong.message] } } };
        if (header('x-debug-request') === 'true') return debug({ header }, lost.length);
        if (lost.length === 0) return TAKEN;
        const unknown = lost.find(isRefusal);
        return unknown ? refuse(unknown) : { ...TAKEN, headers: DROPPED };
      },
    };
  },
};

/** X-Debug-Request: the address that the event is counted by. */
const debug = ({ header }: Pick<FormatRequest, 'header'>, dropped: number): Answer => ({
  status: 200,
  headers: dropped > 0 ? DROPPED : {},
  body: header('x-forwarded-for')?.split(',')[0]?.trim() ?? '',
});

const recipientOf = (domain: string): Recipient =>
  domain.startsWith('wk_') ? { writeKey: domain } : { domain };

function eventOf(body: Record<string, unknown>, name: string | null): unknown {
  const isPageview = name === 'pageview';
  const money = record(parsed(body.$ ?? body.revenue));
  const version = textOf(body.v);
  return {
    type: isPageview ? 'PAGEVIEW' : 'CUSTOM',
    name: isPageview ? null : name,
    url: body.u ?? body.url,
    referrer: referrerOf(body.r ?? body.referrer),
    revenue: moneyOf(money.amount, money.currency),
    properties: propertiesOf(record(parsed(body.p ?? body.props ?? body.m ?? body.meta)), () => false),
    context: {
      screenWidth: Number.isInteger(body.w) ? body.w : null,
      library: version === null ? 'plausible' : `plausible/${version}`,
    },
  } satisfies FormatEvent;
}

/** Objects come as JSON in a text from older scripts. */
function parsed(value: unknown): unknown {
  if (typeof value !== 'string') return value;
  try {
    return JSON.parse(value);
  } catch {
    return null;
  }
}

/** Some scripts send a bare host name; it tells the same. */
function referrerOf(referrer: unknown): unknown {
  return typeof referrer === 'string' && /^[\w-]+(\.[\w-]+)+(\/|$)/.test(referrer)
    ? `https://${referrer}`
    : idOf(referrer);
}
