import { type Field, isEventField } from '../fields.ts';
import type { Column } from '../format.ts';
import type { Selection } from './selection.ts';

/** How many values are counted at once. */
export const SLOTS = 31;

/** For each value that a column may have, its place among the ids; that after the last for all others. */
export function slotsOf(ids: readonly number[], greatest: number): Uint8Array {
  const slots = new Uint8Array(greatest + 1).fill(ids.length);
  ids.forEach((id, slot) => {
    slots[id] = slot;
  });
  return slots;
}

export const columnOf = ({ view }: Selection, field: Field): Column =>
  isEventField(field) ? view[field] : view.terms[field];

// A name's column also says whether the event is a pageview.
export const shiftOf = (field: Field): number => (field === 'name' ? 1 : 0);

/** Whether lists tell a value's visits: they know of events only by path and name, and of all of a part's. */
export const isListed = ({ view, touched, hits }: Selection, field: Field): field is 'path' | 'name' =>
  hits === null && touched.length === view.visits && (field === 'path' || field === 'name');
