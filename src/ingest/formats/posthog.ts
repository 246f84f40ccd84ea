import { MAX_EVENTS } from '../../limits.ts';
import { parseAddress } from '../enrich/address.ts';
import { JOINS_ONLY } from '../input.ts';
import {
  type Answer,
  type Format,
  type FormatEvent,
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

// PostHog's capture API (posthog-node, posthog-js and its other SDKs): the project API key is our write key.
// https://posthog.com/docs/api/capture

const STATUS: Record<Refusal['reason'], number> = {
  malformed: 400,
  'unknown project': 401,
  // posthog-node halves its batch and goes on.
  'too large': 413,
  'rate limited': 429,
  overloaded: 503,
};

const refuse = ({ reason, message, retryAfter }: Refusal): Answer => ({
  status: STATUS[reason],
  headers: refusalHeaders(reason, retryAfter),
  body: {
    type: reason === 'unknown project' ? 'authentication_error' : 'validation_error',
    code: reason === 'unknown project' ? 'invalid_api_key' : 'invalid_payload',
    detail: message,
    attr: null,
  },
});

/** Events: /batch/ from servers; /e/, /i/v0/e/, /capture/ and older names from browsers. */
export const posthog: Format = {
  endpoint: 'POSTHOG',
  methods: ['GET', 'POST'],
  paths: /^\/(?:batch|e|i\/v0\/e|capture|track|engage)\/?$/,
  refuse,
  read({ body, query, receivedAt }) {
    const envelope = record(body);
    const sent = Array.isArray(body) ? body : Array.isArray(envelope.batch) ? envelope.batch : [body];
    const first = record(sent[0]);
    const writeKey = [
      envelope.api_key,
      envelope.token,
      first.api_key,
      first.token,
      first.$token,
      record(first.properties).token,
      query.get('api_key'),
      query.get('token'),
    ].find((key) => typeof key === 'string' && key !== '');
    if (body === undefined || sent.length === 0)
      return refuse({ reason: 'malformed', message: 'The request has no events.' });
    if (sent.length > MAX_EVENTS) return refuse(tooMany(sent.length));
    if (typeof writeKey !== 'string')
      return refuse({
        reason: 'unknown project',
        message: "The request has no api_key: use the project's write key.",
      });
    const stored = sent.filter(isStored);
    // Offsets are from the moment of sending: without times of the sender's clock, that clock does not matter.
    const saysTimes = stored.some((event) => (record(event).timestamp ?? null) !== null);
    const sentAt = saysTimes ? sentAtOf(envelope.sent_at ?? Number(query.get('_') ?? Number.NaN)) : null;
    const now = sentAt?.getTime() ?? receivedAt;
    return {
      sentAt,
      parts: [
        { to: { writeKey }, size: stored.length, events: () => stored.map((event) => eventOf(event, now)) },
      ],
      answer: ([outcome]) => {
        if (outcome && isRefusal(outcome)) return refuse(outcome);
        return query.get('beacon') === '1' ? { status: 204 } : { status: 200, body: { status: 'Ok' } };
      },
    };
  },
};

/** Feature flags, configuration, session recordings: there are none here, and clients go on without. */
export const posthogExtras: Format = {
  endpoint: 'POSTHOG',
  methods: ['GET', 'POST'],
  paths: /^\/(?:flags|decide|s)\/?$|^\/array\/[\w-]+\/config(?:\.js)?$/,
  refuse,
  read({ path }) {
    if (path.startsWith('/s')) return { status: 200, body: { status: 'Ok' } };
    if (path.startsWith('/array/')) return configOf(path);
    return {
      status: 200,
      body: {
        ...CONFIG,
        flags: {},
        featureFlags: {},
        featureFlagPayloads: {},
        errorsWhileComputingFlags: false,
      },
    };
  },
};

// What posthog-js may switch on, all of it off but compression. It asks for surveys.js even where `surveys` is false.
const CONFIG = {
  supportedCompression: ['gzip', 'gzip-js'],
  hasFeatureFlags: false,
  captureDeadClicks: false,
  capturePerformance: false,
  autocapture_opt_out: false,
  autocaptureExceptions: false,
  analytics: { endpoint: '/i/v0/e/' },
  elementsChainAsString: true,
  sessionRecording: false,
  heatmaps: false,
  defaultIdentifiedOnly: true,
  siteApps: [],
};

function configOf(path: string): Answer {
  const token = path.split('/')[2] ?? '';
  const config = { token, ...CONFIG };
  if (!path.endsWith('.js')) return { status: 200, body: config };
  const known = 'window._POSTHOG_REMOTE_CONFIG';
  return {
    status: 200,
    headers: { 'content-type': 'text/javascript; charset=utf-8' },
    body: `(${known} = ${known} || {})[${JSON.stringify(token)}] = ${JSON.stringify({ config, siteApps: [] })};`,
  };
}

// They measure the page, tell of the person or of a flag, and not of what a visitor did: as events they would end every
// bounce. $groupidentify is of a group.
const NOT_OF_VISITORS = new Set([
  '$pageleave',
  '$web_vitals',
  '$$heatmap',
  '$snapshot',
  '$performance_event',
  '$groupidentify',
  '$set',
  '$feature_flag_called',
  '$feature_enrollment_update',
  '$feature_view',
  '$feature_interaction',
]);
const isStored = (event: unknown): boolean => !NOT_OF_VISITORS.has(String(record(event).event));

// Properties that are fields of ours, that say again what the user agent and the URL say, or that tell of the SDK itself.
const FIELD =
  /^(?:distinct_id|token|title|alias|\$(?:set|set_once|unset|os|os_version|browser|browser_version|browser_language|browser_language_prefix|browser_type|device|device_id|device_type|raw_user_agent|user_agent|timezone|timezone_offset|screen_height|screen_width|viewport_height|viewport_width|current_url|host|pathname|referrer|referring_domain|ip|user_id|anon_distinct_id|is_identified|is_server|process_person_profile|geoip_disable|insert_id|time|session_id|window_id|pageview_id|initialization_time|config_defaults|recording_status|session_recording_.*|replay_.*|session_entry_.*|configured_session_timeout_ms|lib|lib_.*|sdk_.*))$/;

// They say who somebody is.
const JOINS = new Set<unknown>(['$identify', '$create_alias', '$merge_dangerously']);

/** When it happened: older versions of posthog-js say how many milliseconds before it was sent, at `now`. */
function timestampOf({ timestamp, offset }: Record<string, unknown>, now: number): unknown {
  const isOffset = typeof offset === 'number' && Number.isFinite(offset) && offset >= 0;
  return (timestamp ?? null) === null && isOffset ? new Date(now - offset) : instantOf(timestamp);
}

/** One captured event. */
function eventOf(sent: unknown, now: number): unknown {
  if (!isRecord(sent)) return sent;
  const { event } = sent;
  const properties = record(sent.properties);
  const page = event === '$pageview';
  return {
    id: idOf(sent.uuid ?? properties.$insert_id),
    type: page ? 'PAGEVIEW' : 'CUSTOM',
    name: page ? null : event,
    timestamp: timestampOf(sent, now),
    ...identityOf(sent, properties),
    sessionId: properties.$session_id,
    url: properties.$current_url,
    referrer: properties.$referrer === '$direct' ? null : properties.$referrer,
    title: properties.title,
    properties: propertiesOf(properties, (key) => FIELD.test(key)),
    context: {
      userAgent: properties.$raw_user_agent ?? properties.$user_agent,
      ip: typeof properties.$ip === 'string' ? parseAddress(properties.$ip) : null,
      language: properties.$browser_language,
      screenWidth: Number.isInteger(properties.$screen_width) ? properties.$screen_width : null,
      library: [textOf(properties.$lib) ?? 'posthog', textOf(properties.$lib_version)]
        .filter(Boolean)
        .join('/'),
    },
    ...(JOINS.has(event) ? { [JOINS_ONLY]: true } : {}),
  } satisfies FormatEvent;
}

/**
 * Who it was. posthog-js says whether its distinct id is a user's; a server's is, unless it declines a person profile.
 * What joins an anonymous visitor to a user ($identify, $create_alias) names both.
 */
function identityOf(
  { event, ...sent }: Record<string, unknown>,
  properties: Record<string, unknown>,
): Pick<FormatEvent, 'userId' | 'visitorId'> {
  const distinctId = idOf(sent.distinct_id ?? properties.distinct_id ?? sent.$distinct_id);
  // Whoever declined cookies has no id: told apart by the daily hash, as PostHog does.
  if (distinctId === '$posthog_cookieless') return {};
  const device = properties.$device_id ?? null;
  const isAnonymous = properties.$is_identified === false || distinctId === device;
  if (event === '$identify')
    return {
      userId: distinctId,
      visitorId: idOf(properties.$anon_distinct_id ?? sent.$anon_distinct_id ?? device),
    };
  if (event === '$create_alias' || event === '$merge_dangerously') {
    const alias = idOf(properties.alias);
    return isAnonymous ? { userId: alias, visitorId: distinctId } : { userId: distinctId, visitorId: alias };
  }
  if (isAnonymous || (properties.$process_person_profile === false && properties.$is_identified !== true))
    return { visitorId: distinctId };
  return { userId: distinctId, visitorId: device };
}
