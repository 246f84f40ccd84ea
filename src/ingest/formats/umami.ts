import { MAX_EVENTS } from '../../limits.ts';
import { parseAddress } from '../enrich/address.ts';
import {
  type Answer,
  type Batch,
  type Format,
  type FormatEvent,
  type FormatRequest,
  idOf,
  instantOf,
  isRecord,
  isRefusal,
  isSilent,
  type Outcome,
  propertiesOf,
  type Refusal,
  record,
  refusalHeaders,
  textOf,
  widthOf,
} from './format.ts';

// Umami's /api/send and /api/batch: `website`, the website id of its clients, is our write key. They do not look at it,
// so it need not be a UUID. https://umami.is/docs/api/sending-stats

const STATUS: Record<Refusal['reason'], number> = {
  malformed: 400,
  'unknown project': 400,
  'too large': 413,
  'rate limited': 429,
  overloaded: 503,
};

const CODE: Partial<Record<Refusal['reason'], string>> = {
  'rate limited': 'too-many-requests',
  overloaded: 'service-unavailable',
};

const refuse = ({ reason, message, retryAfter }: Refusal): Answer => ({
  status: STATUS[reason],
  headers: refusalHeaders(reason, retryAfter),
  body: {
    error: {
      message,
      code: CODE[reason] ?? 'bad-request',
      status: STATUS[reason],
    },
  },
});

// Each is looked up.
const MAX_WEBSITES = 20;

const NO_WEBSITE: Refusal = {
  reason: 'malformed',
  message: "payload.website must be the project's write key.",
};

/** One event, identify or measurement. */
export const umami: Format = {
  endpoint: 'UMAMI',
  methods: ['POST'],
  paths: /^\/api\/send\/?$/,
  refuse,
  read(request) {
    const website = websiteOf(request.body);
    if (website === null) return refuse(NO_WEBSITE);
    if (isMeasurement(request.body)) return { status: 200, body: known(request) };
    return {
      sentAt: null,
      parts: [{ to: { writeKey: website }, size: 1, events: () => [eventOf(request.body)] }],
      answer: ([outcome]) => answerOne(request, outcome, 0),
    };
  },
};

/** A list of them, which may be for several websites. */
export const umamiBatch: Format = {
  endpoint: 'UMAMI',
  methods: ['POST'],
  paths: /^\/api\/batch\/?$/,
  refuse,
  read(request): Batch | Answer {
    const { body } = request;
    if (!Array.isArray(body)) return refuse({ reason: 'malformed', message: 'The body must be a list.' });
    if (body.length > MAX_EVENTS)
      return refuse({ reason: 'malformed', message: `A request has at most ${MAX_EVENTS} events.` });
    const stored = body.flatMap((item: unknown, index) => {
      const website = websiteOf(item);
      return website === null || isMeasurement(item) ? [] : [{ index, website, item }];
    });
    const byWebsite = new Map<string, typeof stored>();
    for (const each of stored) {
      const group = byWebsite.get(each.website);
      if (group) group.push(each);
      else byWebsite.set(each.website, [each]);
    }
    const groups = [...byWebsite.values()];
    if (groups.length > MAX_WEBSITES)
      return refuse({
        reason: 'malformed',
        message: `A request has events of at most ${MAX_WEBSITES} websites.`,
      });
    return {
      sentAt: null,
      parts: groups.map((group) => ({
        to: { writeKey: group[0]?.website ?? '' },
        size: group.length,
        events: () => group.map(({ item }) => eventOf(item)),
      })),
      answer(outcomes) {
        const answers = body.map(
          (item): Answer =>
            websiteOf(item) === null ? refuse(NO_WEBSITE) : answerOne(request, undefined, 0),
        );
        groups.forEach((group, part) => {
          for (const [place, { index }] of group.entries())
            answers[index] = answerOne(request, outcomes[part], place);
        });
        const later = answers.find(({ headers }) => headers?.['retry-after'] !== undefined);
        if (later) return later;
        const details = answers.flatMap(({ status, body: response }, index) =>
          status === 200 ? [] : [{ index, response }],
        );
        const size = body.length;
        return {
          status: 200,
          body: {
            size,
            processed: size - details.length,
            errors: details.length,
            details,
            ...known(request),
          },
        };
      },
    };
  },
};

/**
 * Its clients keep `cache` and send it back as x-umami-cache; they know a visit by sessionId and visitId. Here visits
 * are found behind, so these only have the shape that clients expect.
 */
function known({ header }: FormatRequest): { cache: string; sessionId: string; visitId: string } {
  const cache = header('x-umami-cache') ?? 'pulsegraph';
  return { cache, sessionId: cache, visitId: cache };
}

/** What became of the event at a place of its part: a bot, or one that is blocked, gets Umami's own reply. */
function answerOne(request: FormatRequest, outcome: Outcome | undefined, place: number): Answer {
  if (outcome && isRefusal(outcome)) return refuse(outcome);
  const rejection = outcome?.rejected.find(({ index }) => index === place);
  if (rejection && isSilent(rejection)) return { status: 200, body: { beep: 'boop' } };
  return rejection
    ? refuse({ reason: 'malformed', message: rejection.message })
    : { status: 200, body: known(request) };
}

const payloadOf = (item: unknown) => record(record(item).payload);

/** A link's or a pixel's id stands in the place of a website's. */
function websiteOf(item: unknown): string | null {
  const { website, link, pixel } = payloadOf(item);
  return textOf(website ?? link ?? pixel);
}

// Web vitals measure the page, not what a visitor did.
const isMeasurement = (item: unknown): boolean => record(item).type === 'performance';

/** An event with a name is a custom one, without a name a pageview. */
function eventOf(item: unknown): unknown {
  const { type } = record(item);
  const payload = payloadOf(item);
  const named = type === 'identify' ? 'identify' : textOf(payload.name);
  return {
    type: named === null ? 'PAGEVIEW' : 'CUSTOM',
    name: named,
    timestamp: instantOf(payload.timestamp),
    userId: idOf(payload.id),
    url: urlOf(payload),
    referrer:
      typeof payload.referrer === 'string' && payload.referrer.includes('://') ? payload.referrer : null,
    title: payload.title,
    properties: propertiesOf(
      {
        ...(isRecord(payload.data) ? payload.data : {}),
        ...(textOf(payload.tag) ? { tag: payload.tag } : {}),
      },
      () => false,
    ),
    context: {
      userAgent: payload.userAgent,
      ip: typeof payload.ip === 'string' ? parseAddress(payload.ip) : null,
      language: payload.language,
      screenWidth: widthOf(payload.screen),
      library: 'umami',
    },
  } satisfies FormatEvent;
}

/** Umami sends a path and the host name apart, or a whole URL. */
function urlOf({ url, hostname }: Record<string, unknown>): unknown {
  return typeof url === 'string' && url.startsWith('/') && textOf(hostname) !== null
    ? `https://${hostname}${url}`
    : url;
}
