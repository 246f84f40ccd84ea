import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay';
import { isUuid } from './text.ts';

/** The types that have global ids. */
export type NodeName =
  | 'User'
  | 'Session'
  | 'Organization'
  | 'Project'
  | 'ApiKey'
  | 'Event'
  | 'EventDefinition'
  | 'Insight'
  | 'Thread'
  | 'Webhook'
  | 'WebhookDelivery';

// Whoever builds a global id may write it in capitals.
const isUuidInAnyCase = (text: string): boolean => isUuid(text.toLowerCase());

/** The id of nothing: what a malformed id is looked up as. */
export const NO_UUID = '00000000-0000-0000-0000-000000000000';

/** The part of a global id behind its type's name, or null when it is not one of that type. */
export function localId(type: NodeName, globalId: string | number): string | null {
  try {
    const { typename, id } = decodeGlobalID(String(globalId));
    return typename === type ? id : null;
  } catch {
    return null;
  }
}

/** The UUID in a global id, or null: a malformed id is one that does not exist. */
export function uuidOf(type: NodeName, globalId: string | number): string | null {
  const id = localId(type, globalId);
  return id !== null && isUuidInAnyCase(id) ? id : null;
}

const isProjectNumber = (text: string): boolean => /^[1-9]\d{0,9}$/.test(text) && Number(text) < 2 ** 31;

/** The number of a project in its global id, or null. */
export function projectNumber(globalId: string | number): number | null {
  const id = localId('Project', globalId);
  return id !== null && isProjectNumber(id) ? Number(id) : null;
}

/** A project's global id. */
export const projectGlobalId = (id: number): string => encodeGlobalID('Project', id);

/** What can stand behind each type's name in a global id. */
const SHAPES: Record<NodeName, (id: string) => boolean> = {
  User: isUuidInAnyCase,
  Session: isUuidInAnyCase,
  Organization: isUuidInAnyCase,
  Project: isProjectNumber,
  ApiKey: isUuidInAnyCase,
  // The project's number comes first; the rest is checked where it is read.
  Event: (id) => isProjectNumber(id.split('.', 1)[0] ?? ''),
  EventDefinition: isUuidInAnyCase,
  Insight: isUuidInAnyCase,
  Thread: isUuidInAnyCase,
  Webhook: isUuidInAnyCase,
  WebhookDelivery: isUuidInAnyCase,
};

/** What a global id names. A malformed one names nothing, which does not exist, rather than failing. */
export function decodeNodeId(globalId: string): { typename: string; id: string } {
  for (const typename of Object.keys(SHAPES) as NodeName[]) {
    const id = localId(typename, globalId);
    if (id !== null && SHAPES[typename](id)) return { typename, id };
  }
  return { typename: 'User', id: NO_UUID };
}
