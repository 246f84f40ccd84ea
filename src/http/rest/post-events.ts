import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { failure } from '../../errors.ts';
import { admitEvents, deliveryOf, isTrusted } from '../../ingest/delivery.ts';
import { eventSender } from '../../ingest/schema.ts';
import { MAX_BODY } from '../../limits.ts';
import { send, sendError } from './answer.ts';

// The tracker's door: TrackEventsInput as JSON. text/plain spares browsers the preflight request.

const body = z.object(
  {
    writeKey: z.string().nullish(),
    projectId: z.string().nullish(),
    sentAt: z.iso.datetime({ offset: true, error: 'sentAt must be an instant as in RFC 3339' }).nullish(),
    events: z.array(z.unknown(), { error: 'events must be a list' }),
  },
  { error: 'The body must be a JSON object with writeKey and events.' },
);

/** POST /api/events: 202 with what became of the events. */
export async function postEvents(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  try {
    const parsed = body.safeParse(parseJson(await readBody(request)));
    if (!parsed.success)
      throw failure('BAD_USER_INPUT', parsed.error.issues[0]?.message ?? 'The body is not valid.');
    const { sentAt, events, ...sender } = parsed.data;
    const projectId = await eventSender(sender, context);
    const delivery = deliveryOf(
      context,
      sentAt ? new Date(sentAt) : null,
      await isTrusted(context, projectId),
    );
    admitEvents(context, projectId, events.length, delivery);
    send(response, 202, await context.ingest.track(projectId, events, delivery));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    sendError(response, error);
  }
}

async function readBody(request: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > MAX_BODY) {
      throw failure('BAD_USER_INPUT', 'A request has at most 1 MiB: send fewer events at once.', {
        status: 413,
      });
    }
    chunks.push(chunk);
  }
  return Buffer.concat(chunks).toString();
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw failure('BAD_USER_INPUT', 'The body is not JSON.');
  }
}
