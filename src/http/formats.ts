import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { LRUCache } from 'lru-cache';
import type { Context } from '../context.ts';
import type { ErrorCode } from '../errors.ts';
import { admitEvents, deliveryOf } from '../ingest/delivery.ts';
import { formatOf } from '../ingest/formats/all.ts';
import { BodyError, decodeBody, decodeText, tooLarge } from '../ingest/formats/decode.ts';
import type {
  Answer,
  Batch,
  Format,
  FormatRequest,
  Outcome,
  Recipient,
  Refusal,
} from '../ingest/formats/format.ts';
import { deliveryOfFormat, eventsOfSender } from '../ingest/formats/sender.ts';
import { checkEvent, type Delivery } from '../ingest/prepare.ts';
import type { Outage } from '../store/outage.ts';
import { allowAnyOrigin, answerPreflight } from './origin.ts';
import { PRIVATE_HEADERS } from './rest/answer.ts';
import { ClientLeft, readBytes } from './rest/body.ts';

// The doors of other analytics' SDKs: their paths, their bodies, their answers.

// Bytes of a body, before and after it is unpacked. Segment's clients send at most 500 KB; PostHog's, whose own server
// takes 20 MB, send less after a 413.
const MAX_BODY = 4 * 1024 * 1024;

type ContextOf = (request: IncomingMessage) => Promise<Context>;

/** Answers a request whose path is one of another SDK's; false where it is not. */
export type FormatRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

// What no project can have as its domain is not looked up, nor kept.
const HOSTNAME = /^[\p{L}\p{N}._-]{1,253}$/u;

/** The routes of every format. */
export function createFormatRoutes(contextOf: ContextOf, outage: Outage): FormatRoutes {
  // A project's domain seldom changes; ten seconds late is soon enough.
  const domains = new LRUCache<string, { projectId: number | null }>({ max: 10_000, ttl: 10_000 });

  /** The one project of a domain; null where there is none or more than one. */
  async function projectOfDomain({ store }: Context, domain: string): Promise<number | null> {
    if (!HOSTNAME.test(domain)) return null;
    const known = domains.get(domain);
    if (known) return known.projectId;
    const found = await store.prisma.project.findMany({ where: { domain }, select: { id: true }, take: 2 });
    const projectId = found.length === 1 && found[0] ? found[0].id : null;
    domains.set(domain, { projectId });
    return projectId;
  }

  async function projectOf(context: Context, to: Recipient): Promise<number | Refusal> {
    if ('writeKey' in to)
      return (
        (await context.accounts.projectOfWriteKey(to.writeKey)) ?? {
          reason: 'unknown project',
          message: 'There is no such write key.',
        }
      );
    return (
      (await projectOfDomain(context, to.domain)) ?? {
        reason: 'unknown project',
        message:
          'No project of this server has that domain, or more than one: send the write key in its place.',
      }
    );
  }

  async function deliver(context: Context, batch: Batch): Promise<Answer> {
    // Their keys are write keys, whatever else a client sends.
    const request = deliveryOf(context, batch.sentAt, false);
    const delivery = deliveryOfFormat(request);
    const outcomes: Outcome[] = [];
    for (const { to, events } of batch.parts) {
      const project = await projectOf(context, to);
      if (typeof project !== 'number') outcomes.push(project);
      else {
        const inputs = eventsOfSender(events, delivery, randomUUID);
        outcomes.push(
          batch.dryRun
            ? checked(inputs, delivery)
            : await taken(() => {
                // By the request's own address: what a sender says it is must not lift the limit.
                admitEvents(context, project, inputs.length, request);
                return context.ingest.track(project, inputs, delivery);
              }),
        );
      }
    }
    return batch.answer(outcomes);
  }

  return async (request, response) => {
    const path = request.url?.split('?', 1)[0] ?? '';
    const format = formatOf(path);
    if (!format) return false;
    allowAnyOrigin(request, response);
    if (request.method === 'OPTIONS') {
      answerPreflight(request, response, format.methods);
    } else if (!format.methods.includes(request.method ?? '')) {
      response.setHeader('allow', [...format.methods, 'OPTIONS'].join(', '));
      write(response, {
        status: 405,
        body: { message: `${path} is asked with ${format.methods.join(' or ')}.` },
      });
    } else {
      write(response, await answer(format, path, request));
    }
    return true;
  };

  async function answer(format: Format, path: string, request: IncomingMessage): Promise<Answer> {
    try {
      const context = await contextOf(request);
      const reading = await read(format, path, request, context);
      return 'parts' in reading ? await deliver(context, reading) : reading;
    } catch (error) {
      if (error instanceof BodyError) return format.refuse(error.refusal);
      const away = outage.of(error);
      if (away) return format.refuse({ reason: 'overloaded', message: away.message });
      throw error;
    }
  }
}

async function read(
  format: Format,
  path: string,
  request: IncomingMessage,
  context: Context,
): Promise<Batch | Answer> {
  const { header } = context.request;
  const query = new URL(request.url ?? '', 'http://host').searchParams;
  const data = query.get('data');
  const body =
    request.method === 'GET' && data !== null
      ? await decodeText(data, MAX_BODY, data.replaceAll(' ', '+'))
      : await decodeBody(await readBody(request), header('content-encoding'), MAX_BODY);
  return format.read({ path, query, header, body, origin: originOf(context) } satisfies FormatRequest);
}

/** The server's own origin, as the client wrote it. */
function originOf({ request: { header }, config }: Context): string {
  const forwarded = (name: string) =>
    config.trustProxy ? header(name)?.split(',', 1)[0]?.trim() : undefined;
  return `${forwarded('x-forwarded-proto') ?? 'http'}://${forwarded('x-forwarded-host') ?? header('host') ?? ''}`;
}

async function readBody(request: IncomingMessage): Promise<Buffer> {
  try {
    return await readBytes(request, MAX_BODY);
  } catch (error) {
    throw error instanceof ClientLeft ? error : tooLarge(MAX_BODY);
  }
}

/** The outcome, also where it is a failure that a sender can expect. */
async function taken(take: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    const code = extensions.code as ErrorCode;
    if (code === 'OVERLOADED') return { reason: 'overloaded', message };
    if (code === 'RATE_LIMITED')
      return { reason: 'rate limited', message, retryAfter: Number(extensions.retryAfter) };
    if (code === 'NOT_FOUND') return { reason: 'unknown project', message };
    throw error;
  }
}

/** What would become of events, without storing them. */
function checked(inputs: readonly unknown[], delivery: Delivery): Outcome {
  return {
    rejected: inputs
      .map((input, index) => checkEvent(input, index, delivery))
      .filter((result) => 'code' in result),
  };
}

function write(response: ServerResponse, { status, headers, body }: Answer): void {
  const type = typeof body === 'object' ? 'application/json; charset=utf-8' : 'text/plain; charset=utf-8';
  response
    .writeHead(status, {
      ...(body === undefined ? {} : { 'content-type': type }),
      ...PRIVATE_HEADERS,
      ...headers,
    })
    .end(typeof body === 'object' ? JSON.stringify(body) : body);
}
