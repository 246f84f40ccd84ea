import { type ResolveCursorConnectionOptions, resolveCursorConnection } from '@pothos/plugin-relay';
import { badInput } from './errors.ts';
import { DEFAULT_PAGE, LARGEST_PAGE } from './limits.ts';
import { isUuid } from './text.ts';

// A place is a time and an id, not a row: Prisma's own cursors look the row up, and would tell what other projects have.
type Place<Column extends string> = Record<Column, Date> & { id: string };

/** What resolvePage asks a list for. */
interface Slice {
  after?: string | undefined;
  before?: string | undefined;
  limit: number;
  inverted: boolean;
}

/** A page of a list. Pothos gives an empty one the cursors that were asked with, or empty texts: here it has none. */
export async function resolvePage<Row>(
  options: ResolveCursorConnectionOptions<Row>,
  read: (slice: Slice) => Promise<Row[]>,
) {
  const connection = await resolveCursorConnection<Promise<Row[]>>(options, read);
  if (connection.edges.length > 0) return connection;
  return { ...connection, pageInfo: { ...connection.pageInfo, startCursor: null, endCursor: null } };
}

// Until the year 5138: Postgres and ISO 8601 write later years in other ways.
const MILLISECONDS = /^\d{1,14}$/;

/** How a list with the latest first, by a column of its rows, is read in pages. */
export function pagesBy<const Column extends string>(column: Column) {
  const by = <T>(value: T) => ({ [column]: value }) as Record<Column, T>;

  const cursorOf = ({ [column]: time, id }: Place<Column>): string =>
    Buffer.from(`${time.getTime()}.${id}`).toString('base64url');

  function placeOf(cursor: string, argument: string): Place<Column> {
    const [time = '', id = ''] = Buffer.from(cursor, 'base64url').toString().split('.');
    const place = { ...by(new Date(Number(time))), id };
    // Decoding base64 passes over what it does not know: a cursor is what this list would have given, and nothing else.
    if (!MILLISECONDS.test(time) || !isUuid(id) || cursorOf(place) !== cursor)
      throw badInput(argument, 'This is not a cursor of this list.');
    return place;
  }

  const beyond = (side: 'lt' | 'gt', { [column]: time, id }: Place<Column>) => ({
    OR: [by({ [side]: time }), { ...by(time), id: { [side]: id } }],
  });

  return {
    /** The options of resolvePage. */
    options: <Args>(args: Args) => ({
      args,
      defaultSize: DEFAULT_PAGE,
      maxSize: LARGEST_PAGE,
      toCursor: cursorOf,
    }),
    /** The conditions of a slice of the list, as a part of Prisma's `where`. BAD_USER_INPUT for what is no cursor of it. */
    between: ({ after, before }: Pick<Slice, 'after' | 'before'>) => [
      ...(after === undefined ? [] : [beyond('lt', placeOf(after, 'after'))]),
      ...(before === undefined ? [] : [beyond('gt', placeOf(before, 'before'))]),
    ],
    /** Which rows of those come, in which order. */
    take: ({ limit, inverted }: Pick<Slice, 'limit' | 'inverted'>) => {
      const order = inverted ? ('asc' as const) : ('desc' as const);
      return {
        orderBy: [by(order), { id: order }],
        take: limit,
      };
    },
  };
}
