import { z } from 'zod';
import { type Queryable, rows, run, sql } from '../../store/sql.ts';
import type { Store } from '../../store/store.ts';
import { countsStatement, minuteOf } from '../counts.sql.ts';
import { storable } from '../input.ts';
import { type Parcel, sizeOf } from '../parcel.ts';
import { lockProject, setPosition } from '../write.sql.ts';
import { isStored, positionOf } from './stream.ts';

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
    const locked = await lockProject(db, projectId);
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

/** A letter by its number; of the project alone where that is said. */
export interface LetterKey {
  id: string;
  projectId?: number;
}

const matches = ({ id, projectId }: LetterKey) =>
  projectId === undefined ? sql`id = ${id}::bigint` : sql`id = ${id}::bigint and project_id = ${projectId}`;

/** A letter's message; null where there is no such letter. */
export async function findDeadLetter(db: Queryable, key: LetterKey): Promise<string | null> {
  const [row] = await rows(
    db,
    z.object({ message: z.string() }),
    sql`select message from dead_letters where ${matches(key)}`,
  );
  return row?.message ?? null;
}

/** Takes a letter out, for a transaction that stores it; false where it is gone. */
export async function takeDeadLetter(db: Queryable, key: LetterKey): Promise<boolean> {
  return (await run(db, sql`delete from dead_letters where ${matches(key)}`)) > 0;
}

const dropped = z.object({
  projectId: z.number().nullable(),
  minute: z.date().nullable(),
  events: z.number(),
});

/** Throws a letter away: its events arrived and were rejected. False where it is gone. */
export function dropDeadLetter(store: Store, key: LetterKey): Promise<boolean> {
  return store.transaction(async (db) => {
    const [letter] = await rows(
      db,
      dropped,
      sql`delete from dead_letters where ${matches(key)} returning project_id as "projectId", minute, events`,
    );
    if (!letter) return false;
    const { projectId, minute, events } = letter;
    if (projectId !== null && minute !== null) {
      const counts = { received: events, stored: 0, duplicate: 0, bot: 0, rejected: events, blocked: 0 };
      await run(db, countsStatement(projectId, new Map([[minute.getTime(), counts]])));
    }
    return true;
  });
}
