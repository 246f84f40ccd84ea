import { z } from 'zod';
import { type Queryable, rows, run, sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { minuteOf } from '../counts.sql.ts';
import { storable } from '../input.ts';
import { type Parcel, sizeOf } from '../parcel.ts';
import { lockRevision, setPosition } from '../sql.ts';
import { isStored, parseParcel, positionOf } from './stream.ts';

/** Where a message was, and why it is not stored. */
export interface Death {
  queue: string;
  id: string;
  reason: string;
}

/** Keeps a parcel that cannot be stored: with the position of its project, so that it is either here or stored. */
export async function buryParcel(store: Store, parcel: Parcel, { queue, id, reason }: Death): Promise<void> {
  const { projectId, receivedAt } = parcel;
  await store.transaction(async (db) => {
    const locked = await lockRevision(db, projectId);
    if (locked === null || isStored(queue, id, locked.position)) return;
    await setPosition(db, projectId, positionOf(queue, id));
    await run(
      db,
      sql`insert into dead_letters (message_id, project_id, minute, events, reason, message)
          values (${positionOf(queue, id)}, ${projectId}, ${new Date(minuteOf(receivedAt))}, ${sizeOf(parcel)}, ${reason},
                  ${JSON.stringify(storable(parcel))})
          on conflict (message_id) do nothing`,
    );
  });
}

/** Keeps a message that is no parcel. */
export async function buryMessage(db: Queryable, text: string, { queue, id, reason }: Death): Promise<void> {
  await run(
    db,
    sql`insert into dead_letters (message_id, events, reason, message)
        values (${positionOf(queue, id)}, 0, ${reason}, ${storable(text)}) on conflict (message_id) do nothing`,
  );
}

const letter = z.object({
  id: z.string(),
  projectId: z.number().nullable(),
  createdAt: z.date(),
  events: z.number(),
  reason: z.string(),
});
export type DeadLetter = z.output<typeof letter>;

/** The oldest first; of one project or, where that is null, of all and of none. */
export function listDeadLetters(
  db: Queryable,
  { projectId, limit }: { projectId: number | null; limit: number },
): Promise<DeadLetter[]> {
  return rows(
    db,
    letter,
    sql`select id::text, project_id as "projectId", created_at as "createdAt", events, reason from dead_letters
        where ${projectId}::int is null or project_id = ${projectId} order by id limit ${limit}`,
  );
}

/** A letter's parcel; null where there is no such letter of the project. */
export async function findDeadLetter(db: Queryable, projectId: number, id: string): Promise<Parcel | null> {
  const [row] = await rows(
    db,
    z.object({ message: z.string() }),
    sql`select message from dead_letters where project_id = ${projectId} and id = ${id}::bigint`,
  );
  return row ? parseParcel(row.message) : null;
}

/** Throws letters away; returns how many. */
export function dropDeadLetters(
  db: Queryable,
  projectId: number | null,
  ids: readonly string[],
): Promise<number> {
  return run(
    db,
    sql`delete from dead_letters where id = any(${ids}::bigint[]) and project_id is not distinct from ${projectId}::int`,
  );
}
