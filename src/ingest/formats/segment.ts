import { MAX_EVENTS } from '../../limits.ts';
import { parseAddress } from '../enrich/address.ts';
import { moneyOf } from '../money.ts';
import {
  type Answer,
  type Format,
  type FormatEvent,
  type FormatRequest,
  idOf,
  instantOf,
  isRecord,
  isRefusal,
  propertiesOf,
  type Refusal,
  record,
  refusalHeaders,
  sentAtOf,
  textOf,
  tooMany,
} from './format.ts';

// Segment's HTTP tracking API: its write key is ours, in Basic authorization or in the body.
// https://segment.com/docs/connections/sources/catalog/libraries/server/http-api/

const STATUS: Record<Refusal['reason'], number> = {
  malformed: 400,
  'unknown project': 401,
  // No client retries it: what is too large stays so.
  'too large': 413,
  'rate limited': 429,
  // With Retry-After, clients wait and send again without counting it as a failure.
  overloaded: 429,
};

const refuse = ({ reason, message, retryAfter }: Refusal): Answer => ({
  status: STATUS[reason],
  headers: refusalHeaders(reason, retryAfter),
  body: { success: false, message },
});

const TYPES: Record<string, string> = {
  t: 'track',
  p: 'page',
  i: 'identify',
  g: 'group',
  a: 'alias',
  s: 'screen',
};

/** /v1/batch, and one call at a time by its name or, as analytics.js writes it, its first letter. */
export const segment: Format = {
  endpoint: 'SEGMENT',
  methods: ['POST'],
  paths: /^\/v1\/(?:batch|import|track|page|screen|identify|group|alias|[btpsiga])$/,
  refuse,
  keyOf: keyInHeader,
  read(request) {
    const { body, path } = request;
    if (!isRecord(body)) return refuse({ reason: 'malformed', message: 'The body must be a JSON object.' });
    const call = path.slice('/v1/'.length);
    const isBatch = call === 'batch' || call === 'b' || call === 'import';
    if (isBatch && !Array.isArray(body.batch))
      return refuse({ reason: 'malformed', message: 'batch must be a list.' });
    const sent: unknown[] =
      Array.isArray(body.batch) && isBatch ? body.batch : [{ ...body, type: TYPES[call] ?? call }];
    if (sent.length > MAX_EVENTS) return refuse(tooMany(sent.length));
    const writeKey = keyInHeader(request) ?? textOf(body.writeKey ?? record(sent[0]).writeKey);
    if (writeKey === null)
      return refuse({ reason: 'unknown project', message: "Send the project's write key as writeKey." });
    const shared = record(body.context);
    return {
      sentAt: sentAtOf(body.sentAt),
      parts: [
        {
          to: { writeKey },
          size: sent.length,
          events: () => sent.map((event) => eventOf(event, isBatch ? shared : {})),
        },
      ],
      answer: ([outcome]) =>
        outcome && isRefusal(outcome) ? refuse(outcome) : { status: 200, body: { success: true } },
    };
  },
};

/** What analytics.js loads before it sends: that events go to this server. */
export const segmentSettings: Format = {
  endpoint: 'SEGMENT',
  methods: ['GET', 'POST'],
  paths: /^\/v1\/(?:projects\/[\w-]+\/settings|m)$/,
  refuse,
  read({ path, origin }) {
    // Measurements of analytics.js itself.
    if (path === '/v1/m') return { status: 200, body: { success: true } };
    const [protocol = 'https', host = ''] = origin.split('://');
    const apiKey = path.split('/')[3] ?? '';
    return {
      status: 200,
      body: { integrations: { 'Segment.io': { apiKey, apiHost: `${host}/v1`, protocol } } },
    };
  },
};

/** Basic authorization names the write key as the user, Bearer as it is. Else it is in the body. */
function keyInHeader({ header }: Pick<FormatRequest, 'header'>): string | null {
  const [scheme = '', credentials = ''] = (header('authorization') ?? '').split(/ +/);
  if (/^basic$/i.test(scheme)) {
    const key = Buffer.from(credentials, 'base64').toString().split(':', 1)[0];
    if (key) return key;
  }
  return /^bearer$/i.test(scheme) && credentials ? credentials : null;
}

const OF_PAGES = new Set(['url', 'path', 'search', 'referrer', 'title']);
const OF_MONEY = new Set(['revenue', 'currency']);

/** One call: page is a pageview, track an event of its own name, every other an event named as the call. */
function eventOf(sent: unknown, shared: Record<string, unknown>): unknown {
  if (!isRecord(sent)) return sent;
  const { type } = sent;
  const context = { ...shared, ...record(sent.context) };
  const properties = record(sent.properties);
  const page = { ...record(context.page), ...(type === 'page' ? properties : {}) };
  const library = record(context.library);
  // Segment's specification: US dollars where no currency is sent.
  const revenue = moneyOf(properties.revenue, properties.currency ?? 'USD');
  return {
    id: idOf(sent.messageId),
    ...nameOf(sent),
    timestamp: instantOf(sent.timestamp ?? sent.originalTimestamp),
    ...identityOf(sent),
    url: page.url,
    referrer: page.referrer,
    title: page.title,
    revenue,
    properties: propertiesOf(
      { ...extrasOf(sent), ...properties },
      (key) => (type === 'page' && OF_PAGES.has(key)) || (revenue !== null && OF_MONEY.has(key)),
    ),
    context: {
      userAgent: context.userAgent,
      ip: typeof context.ip === 'string' ? parseAddress(context.ip) : null,
      language: context.locale,
      screenWidth: Number.isInteger(record(context.screen).width) ? record(context.screen).width : null,
      library: [textOf(library.name) ?? 'segment', textOf(library.version)].filter(Boolean).join('/'),
    },
  } satisfies FormatEvent;
}

function nameOf({ type, event, name }: Record<string, unknown>): Pick<FormatEvent, 'type' | 'name'> {
  if (type === 'page') return { type: 'PAGEVIEW', name: null };
  if (type === 'track') return { type: 'CUSTOM', name: event };
  return { type: 'CUSTOM', name: type === 'screen' ? (name ?? type) : type };
}

/** What is said beside `properties`: traits, a group's id, a page's name. */
function extrasOf({
  type,
  traits,
  groupId,
  name,
  category,
}: Record<string, unknown>): Record<string, unknown> {
  if (type === 'page') return { name: name ?? null, category: category ?? null };
  if (type === 'screen') return { category: category ?? null };
  if (type === 'identify') return record(traits);
  return type === 'group' ? { ...record(traits), groupId: groupId ?? null } : {};
}

/** alias names the id that a visitor had before as `previousId`: it joins the user as with identify. */
function identityOf({ type, userId, anonymousId, previousId }: Record<string, unknown>) {
  const isFormer = type === 'alias' && textOf(previousId) !== null && previousId !== userId;
  return { userId: idOf(userId), visitorId: idOf(isFormer ? previousId : anonymousId) };
}
