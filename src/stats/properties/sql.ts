import { z } from 'zod';
import { escapeLike, type Queryable, rows, type Sql, sql } from '../../store/sql.ts';
import { filterSql } from '../filter.ts';

/** What is offered for a query on properties. */
export interface Offer {
  projectId: number;
  /** Events of this name only; of all names when null. */
  event: string | null;
  /** Events from this instant on. */
  since: Date;
  search: string | null;
  first: number;
}

/** How many events are looked at. */
export const LOOKED_AT = 10_000;

const latest = ({ projectId, event, since }: Offer): Sql => sql`
  select e.properties from events e
  where e.project_id = ${projectId} and e.timestamp >= ${since} and e.properties is not null
    and ${filterSql(projectId, event === null ? null : { name: { eq: event } })}
  order by e.timestamp desc, e.id desc limit ${LOOKED_AT}`;

const offeredRow = z.object({ text: z.string(), events: z.number() });
export type Offered = z.output<typeof offeredRow>;

/** The most frequent of the texts that `texts` selects as `p.text` from the latest events' properties. */
function mostFrequent(db: Queryable, offer: Offer, texts: Sql): Promise<Offered[]> {
  const search = offer.search === null ? sql`true` : sql`p.text ilike ${`%${escapeLike(offer.search)}%`}`;
  return rows(
    db,
    offeredRow,
    sql`select p.text, count(*)::float8 as events
        from (${latest(offer)}) l cross join lateral (${texts}) p
        where ${search}
        group by p.text order by events desc, p.text collate "C" limit ${offer.first}`,
  );
}

/** The keys of the latest events' properties. As in a filter, a JSON null is no property. */
export const propertyKeys = (db: Queryable, offer: Offer): Promise<Offered[]> =>
  mostFrequent(
    db,
    offer,
    sql`select key as text from jsonb_each_text(l.properties) each where each.value is not null`,
  );

/** The texts that one property of the latest events has. */
export const propertyValues = (db: Queryable, offer: Offer, key: string): Promise<Offered[]> =>
  mostFrequent(
    db,
    offer,
    sql`select found.text from (select l.properties ->> ${key}::text as text) found where found.text is not null`,
  );
