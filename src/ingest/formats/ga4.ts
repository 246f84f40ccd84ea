import { parseAddress } from '../enrich/address.ts';
import { moneyOf, refundOf } from '../money.ts';
import type { Rejection } from '../prepare.ts';
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
  textOf,
  widthOf,
} from './format.ts';

// Google Analytics' Measurement Protocol: api_secret is our write key; measurement_id is not looked at.
// https://developers.google.com/analytics/devguides/collection/protocol/ga4/reference

const MAX_EVENTS = 25;

/** Its clients expect 2xx whatever is wrong: /debug/mp/collect is there to ask. */
const STATUS: Record<Refusal['reason'], number> = {
  malformed: 204,
  'unknown project': 204,
  'too large': 413,
  'rate limited': 429,
  overloaded: 503,
};

const refuse = ({ reason, message, retryAfter }: Refusal): Answer => {
  const status = STATUS[reason];
  return status === 204
    ? { status }
    : { status, headers: refusalHeaders(reason, retryAfter), body: { message } };
};

/** /mp/collect. */
export const ga4: Format = {
  endpoint: 'GA4',
  methods: ['POST'],
  paths: /^\/mp\/collect\/?$/,
  refuse,
  keyOf: ({ query }) => query.get('api_secret'),
  read({ body, query }) {
    const writeKey = query.get('api_secret');
    const events = eventsOf(body);
    if (!writeKey || !events || events.length > MAX_EVENTS) return { status: 204 };
    return {
      sentAt: null,
      parts: [{ to: { writeKey }, size: events.length, events: () => mapped(events, body) }],
      answer: ([outcome]) => (outcome && isRefusal(outcome) ? refuse(outcome) : { status: 204 }),
    };
  },
};

interface ValidationMessage {
  fieldPath: string;
  description: string;
  validationCode: string;
}

/** /debug/mp/collect: what is wrong with a request, and nothing is stored. */
export const ga4Debug: Format = {
  endpoint: 'GA4',
  methods: ['POST'],
  paths: /^\/debug\/mp\/collect\/?$/,
  refuse: ({ message }) =>
    validation([{ fieldPath: '', description: message, validationCode: 'VALUE_INVALID' }]),
  read({ body, query }) {
    const found: ValidationMessage[] = [];
    const complain = (fieldPath: string, description: string, validationCode = 'VALUE_INVALID') =>
      found.push({ fieldPath, description, validationCode });
    const { client_id: clientId, app_instance_id: appId } = record(body);
    if (!query.get('api_secret'))
      complain('api_secret', "The project's write key is required.", 'VALUE_REQUIRED');
    if (textOf(clientId ?? appId) === null) complain('client_id', 'client_id is required.', 'VALUE_REQUIRED');
    const events = eventsOf(body);
    if (!events) complain('events', 'events must be a list.', 'VALUE_REQUIRED');
    if (events && events.length > MAX_EVENTS)
      complain('events', `A request has at most ${MAX_EVENTS} events.`, 'EXCEEDED_MAX_ENTITIES');
    if (found.length > 0 || !events) return validation(found);
    return {
      sentAt: null,
      dryRun: true,
      parts: [
        {
          to: { writeKey: query.get('api_secret') ?? '' },
          size: events.length,
          events: () => mapped(events, body),
        },
      ],
      answer([outcome]) {
        if (!outcome) return validation([]);
        if (isRefusal(outcome)) complain('api_secret', outcome.message);
        else for (const rejection of outcome.rejected) found.push(messageOf(rejection));
        return validation(found);
      },
    };
  },
};

const validation = (validationMessages: ValidationMessage[]): Answer => ({
  status: 200,
  body: { validationMessages },
});

const messageOf = ({ index, field, message, code }: Rejection): ValidationMessage => ({
  fieldPath: `events[${index}]${field === null ? '' : `.${field}`}`,
  description: message,
  validationCode: code === 'TOO_LARGE' ? 'EXCEEDED_MAX_SIZE' : 'VALUE_INVALID',
});

/** The request's events; null where it has no list of them. */
function eventsOf(body: unknown): unknown[] | null {
  const request = record(body);
  if (!Array.isArray(request.events)) return null;
  // One more than is allowed tells as much as all of them.
  return request.events.slice(0, MAX_EVENTS + 1);
}

const mapped = (events: readonly unknown[], body: unknown): unknown[] =>
  events.map((event) => eventOf(event, record(body)));

// Elsewhere `value` is what an event is worth, such as that of a full cart: no money came in.
const SALES = new Set(['purchase', 'ecommerce_purchase', 'in_app_purchase']);
const OF_FIELDS = new Set([
  'page_location',
  'page_referrer',
  'page_title',
  'session_id',
  'language',
  'screen_resolution',
  'engagement_time_msec',
]);

function eventOf(sent: unknown, request: Record<string, unknown>): unknown {
  if (!isRecord(sent)) return sent;
  const { name } = sent;
  const params = record(sent.params);
  const device = record(sent.device ?? request.device);
  const ip = request.ip_override;
  const money = moneyOf(params.value, params.currency);
  const revenue = SALES.has(String(name)) ? money : name === 'refund' ? refundOf(money) : null;
  return {
    // GA4 counts a transaction once.
    id:
      SALES.has(String(name)) && textOf(params.transaction_id)
        ? `ga4 ${name} ${params.transaction_id}`
        : null,
    type: name === 'page_view' ? 'PAGEVIEW' : 'CUSTOM',
    name: name === 'page_view' ? null : name,
    timestamp: microsOf(sent.timestamp_micros ?? request.timestamp_micros),
    visitorId: idOf(request.client_id ?? request.app_instance_id),
    userId: idOf(request.user_id),
    sessionId: idOf(params.session_id),
    url: params.page_location,
    referrer: params.page_referrer,
    title: params.page_title,
    revenue,
    properties: propertiesOf(
      params,
      (key) => OF_FIELDS.has(key) || (revenue !== null && (key === 'value' || key === 'currency')),
    ),
    context: {
      userAgent: request.user_agent,
      ip: typeof ip === 'string' ? parseAddress(ip) : null,
      language: params.language ?? device.language,
      screenWidth: widthOf(params.screen_resolution ?? device.screen_resolution),
      library: 'ga4-mp',
    },
  } satisfies FormatEvent;
}

/** Microseconds since 1970, as a number or in a text; a number of another unit says so by its size. */
const microsOf = (value: unknown): unknown =>
  instantOf(typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value);
