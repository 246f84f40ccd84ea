import { badInput } from '../errors.ts';
import { isUuid } from '../text.ts';

// A place is a time and an id, not a row: Prisma's own cursors look the row up, and would tell what other projects have.
interface Place {
  createdAt: Date;
  id: string;
}

export const cursorOf = ({ createdAt, id }: Place): string =>
  Buffer.from(`${createdAt.getTime()}.${id}`).toString('base64url');

/** The place that a cursor names. BAD_USER_INPUT when it names none. */
export function placeOf(cursor: string, argument: string): Place {
  const [time, id] = Buffer.from(cursor, 'base64url').toString().split('.');
  const createdAt = new Date(Number(time));
  if (id === undefined || !isUuid(id) || Number.isNaN(createdAt.getTime()))
    throw badInput(argument, 'This is not a cursor of this list.');
  return { createdAt, id };
}

/** What comes after a place in a list with the latest first (`lt`), or before it (`gt`), as a condition of Prisma's. */
export const beyond = (side: 'lt' | 'gt', { createdAt, id }: Place) => ({
  OR: [{ createdAt: { [side]: createdAt } }, { createdAt, id: { [side]: id } }],
});

export const latestFirst = (inverted: boolean) => {
  const order = inverted ? ('asc' as const) : ('desc' as const);
  return [{ createdAt: order }, { id: order }];
};
