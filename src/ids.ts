import { decodeGlobalID, encodeGlobalID } from '@pothos/plugin-relay';

/** The types that have global ids. */
export type NodeName = 'User' | 'Organization' | 'Project' | 'ApiKey' | 'Event' | 'EventDefinition';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

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
  return id !== null && UUID.test(id) ? id : null;
}

/** The number of a project in its global id, or null. */
export function projectNumber(globalId: string | number): number | null {
  const id = Number(localId('Project', globalId) ?? Number.NaN);
  return Number.isInteger(id) && id > 0 && id < 2 ** 31 ? id : null;
}

/** A project's global id. */
export const projectGlobalId = (id: number): string => encodeGlobalID('Project', id);
