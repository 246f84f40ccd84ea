import type { IncomingMessage, ServerResponse } from 'node:http';
import { GraphQLError } from 'graphql';
import { z } from 'zod';
import type { Context } from '../../context.ts';
import { badInput, failure } from '../../errors.ts';
import { deliveryOf, isTrusted, takeEvents } from '../../ingest/delivery.ts';
import { eventSender } from '../../ingest/schema.ts';
import { parseInstant } from '../../instant.ts';
import { send, sendError } from './answer.ts';
import { readJson } from './body.ts';

// The tracker's door: TrackEventsInput as JSON. text/plain spares browsers the preflight request.

const body = z.strictObject(
  {
    writeKey: z.string('writeKey must be a string').nullish(),
    projectId: z.string('projectId must be a string').nullish(),
    sentAt: z.unknown().optional(),
    events: z.array(z.unknown(), { error: 'events must be a list' }),
  },
  {
    error: ({ code, keys }) =>
      code === 'unrecognized_keys'
        ? `There is no field ${keys?.[0]}: the body has writeKey or projectId, sentAt and events.`
        : 'The body must be a JSON object with writeKey and events.',
  },
);

/** POST /api/events: 202 with what became of the events. */
export async function postEvents(
  request: IncomingMessage,
  response: ServerResponse,
  context: Context,
): Promise<void> {
  try {
    const { sentAt: clock, events, ...sender } = bodyOf(await readJson(request));
    const sentAt = sentAtOf(clock);
    const projectId = await eventSender(sender, context);
    const delivery = deliveryOf(context, sentAt, await isTrusted(context, projectId));
    const arrival = {
      projectId,
      endpoint: 'REST',
      size: events.length,
      events: () => events,
      delivery,
    } as const;
    send(response, 202, await takeEvents(context, arrival));
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    sendError(response, error);
  }
}

function bodyOf(sent: unknown): z.output<typeof body> {
  const parsed = body.safeParse(sent);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const field = issue?.code === 'unrecognized_keys' ? issue.keys[0] : issue?.path.join('.');
  throw failure('BAD_USER_INPUT', issue?.message ?? 'The body is not valid.', field ? { field } : {});
}

function sentAtOf(value: unknown): Date | null {
  if (value === undefined || value === null) return null;
  const instant = typeof value === 'string' ? parseInstant(value) : null;
  if (instant === null)
    throw badInput('sentAt', 'sentAt must be an instant as in RFC 3339, such as 2026-11-21T09:30:00Z.');
  return instant;
}
