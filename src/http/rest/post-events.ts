import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { failure } from '../../errors.ts';
import { admitEvents, deliveryOf, isTrusted } from '../../ingest/delivery.ts';
import { eventSender } from '../../ingest/schema.ts';
import { send, sendError } from './answer.ts';
import { readJson } from './body.ts';

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
    const parsed = body.safeParse(await readJson(request));
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
