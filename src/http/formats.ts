import { randomUUID } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import type { Context } from '../context.ts';
import type { ErrorCode } from '../errors.ts';
import { deliveryOf, takeEvents } from '../ingest/delivery.ts';
import type { Endpoint } from '../ingest/endpoint.ts';
import { isFromProxy } from '../ingest/enrich/address.ts';
import { formatOf } from '../ingest/formats/all.ts';
import { BodyError, decodeBody, decodeText } from '../ingest/formats/decode.ts';
import type { Answer, Batch, Format, Outcome } from '../ingest/formats/format.ts';
import { deliveryOfFormat, eventsOfSender } from '../ingest/formats/sender.ts';
import { checkEvent, type Delivery } from '../ingest/prepare.ts';
import type { Outage } from '../store/outage.ts';
import { createBodies } from './bodies.ts';
import { allowAnyOrigin, answerPreflight } from './origin.ts';
import { createRecipients } from './recipients.ts';
import { PRIVATE_HEADERS } from './rest/answer.ts';

// The doors of other analytics' SDKs: their paths, their bodies, their answers.

// Bytes of a body, before and after it is unpacked. Segment's clients send at most 500 KB; PostHog's, whose own server
// takes 20 MB, send less after a 413.
const MAX_BODY = 4 * 1024 * 1024;
// Bytes of bodies at the same time, of all senders together, packed and unpacked.
const MAX_HELD = 64 * 1024 * 1024;

type ContextOf = (request: IncomingMessage) => Promise<Context>;

/** Answers a request whose path is one of another SDK's; false where it is not. */
export type FormatRoutes = (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;

/** The routes of every format. */
export function createFormatRoutes(contextOf: ContextOf, outage: Outage): FormatRoutes {
  const projectOf = createRecipients();
  const bodies = createBodies(MAX_HELD);

  async function deliver(context: Context, endpoint: Endpoint, batch: Batch): Promise<Answer> {
    // Their keys are write keys, whatever else a client sends.
    const request = deliveryOf(context, batch.sentAt, false);
    const delivery = deliveryOfFormat(request);
    const outcomes: Outcome[] = [];
    for (const { to, size, events } of batch.parts) {
      const project = await projectOf(context, to);
      const inputs = () => eventsOfSender(events(), delivery, randomUUID);
      if (typeof project !== 'number') outcomes.push(project);
      else if (batch.dryRun) outcomes.push(checked(inputs(), delivery));
      else
        outcomes.push(
          await taken(() =>
            takeEvents(context, { projectId: project, endpoint, size, events: inputs, delivery, request }),
          ),
        );
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
      const { header } = context.request;
      const query = new URL(request.url ?? '', 'http://host').searchParams;
      // Whose key is nobody's is not listened to.
      const writeKey = format.keyOf?.({ query, header }) ?? null;
      const project = writeKey === null ? null : await projectOf(context, { writeKey });
      if (project !== null && typeof project !== 'number') return format.refuse(project);
      const asked = { path, query, header, origin: originOf(context), receivedAt: context.now() };
      const deliverBody = async (body: unknown) => {
        const reading = format.read({ ...asked, body });
        return 'parts' in reading ? await deliver(context, format.endpoint, reading) : reading;
      };
      const data = query.get('data');
      if (request.method === 'GET' && data !== null)
        return await deliverBody(await decodeText(data, MAX_BODY, data.replaceAll(' ', '+')));
      return await bodies.with(request, MAX_BODY, async (body, hold) =>
        deliverBody(await decodeBody(body, header('content-encoding'), MAX_BODY, hold)),
      );
    } catch (error) {
      if (error instanceof BodyError) return format.refuse(error.refusal);
      const away = outage.of(error);
      if (away) return format.refuse({ reason: 'overloaded', message: away.message });
      throw error;
    }
  }
}

/** The server's own origin, as the client wrote it. */
function originOf({ request, config }: Context): string {
  const { header } = request;
  const forwarded = (name: string) =>
    isFromProxy(request, config.trustProxy) ? header(name)?.split(',', 1)[0]?.trim() : undefined;
  return `${forwarded('x-forwarded-proto') ?? 'http'}://${forwarded('x-forwarded-host') ?? header('host') ?? ''}`;
}

/** The outcome, also where it is a failure that a sender can expect. */
async function taken(take: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await take();
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    const { message, extensions } = error;
    const code = extensions.code as ErrorCode;
    if (code === 'OVERLOADED' || code === 'RATE_LIMITED') {
      const { retryAfter } = extensions;
      const later = typeof retryAfter === 'number' ? { retryAfter } : {};
      return { reason: code === 'OVERLOADED' ? 'overloaded' : 'rate limited', message, ...later };
    }
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
