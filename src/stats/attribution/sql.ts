import { z } from 'zod';
import { byKey, type Queryable, rows, type Sql, sql, termByKey } from '../../store/sql.ts';
import { VISIT_TERMS } from '../filter.ts';
import type { Question } from '../plan.ts';
import { fewMatching } from '../sql.ts';

export type AttributionModel = 'FIRST_TOUCH' | 'LAST_TOUCH';

export interface AttributionQuestion extends Question {
  by: keyof typeof VISIT_TERMS;
  model: AttributionModel;
  /** How long before a conversion a visit may start to be one of its touches, in milliseconds. */
  lookback: number;
  first: number;
}

const attributionRow = z.object({
  value: z.string().nullable(),
  conversions: z.number(),
  visitors: z.number(),
  revenue: z.array(z.object({ currency: z.string(), amount: z.string() })),
});
export type AttributionRow = z.output<typeof attributionRow>;

/** The visit that a conversion `c` is credited to: of those in the lookback, else its own. */
function creditedVisit({ projectId, model, lookback }: AttributionQuestion): Sql {
  // As rows, and in the order of these: no other index than the one by visitors has it (see byKey of store/sql.ts).
  const touch = (condition: Sql, order: Sql): Sql => sql`
    (select v.id from visits v
     where v.project_id = ${projectId} and (v.visitor_id, v.started_at) <= (c.visitor_id, c.timestamp)
       and (v.visitor_id, v.started_at) >= (c.visitor_id, c.timestamp - make_interval(secs => ${lookback / 1000}::float8))
       and ${condition}
     order by ${order} limit 1)`;
  const latest = sql`v.visitor_id desc, v.started_at desc, v.id desc`;
  return model === 'FIRST_TOUCH'
    ? sql`coalesce(${touch(sql`true`, sql`v.visitor_id, v.started_at, v.id`)}, c.visit_id)`
    : sql`coalesce(${touch(sql`v.source is not null`, latest)}, ${touch(sql`true`, latest)}, c.visit_id)`;
}

/** The matching revenue events by a dimension of the visits that they are credited to; money is exact. */
export function readAttribution(db: Queryable, q: AttributionQuestion): Promise<AttributionRow[]> {
  const { column, kind } = VISIT_TERMS[q.by];
  // Materialized: a conversion's visit is looked for once, however the visits are joined.
  return rows(
    db,
    attributionRow,
    sql`with conversions as (
          select e.project_id, e.visitor_id, e.visit_id, e.timestamp, e.revenue, e.currency
          from ${fewMatching(q, [])} and e.revenue is not null
        ), credited as materialized (
          select c.*, ${creditedVisit(q)} as touch from conversions c
        ), counted as (
          select ${column} as number, c.currency, grouping(c.currency) = 1 as whole, count(*)::float8 as conversions,
                 count(distinct c.visitor_id)::float8 as visitors, sum(c.revenue) as amount
          from credited c join lateral ${byKey(sql`visits`, sql`c.project_id`, sql`c.touch`)} v on v.id = c.touch
          group by grouping sets ((${column}), (${column}, c.currency))
        )
        select t.text as value, w.conversions, w.visitors,
          (select jsonb_agg(jsonb_build_object('currency', m.currency, 'amount', trim_scale(m.amount)::text) order by m.currency)
           from counted m where not m.whole and m.number is not distinct from w.number) as revenue
        from counted w
        left join lateral ${termByKey(sql`${q.projectId}`, sql`${kind}::term_kind`, sql`w.number`)} t on t.id = w.number
        where w.whole
        order by w.conversions desc, t.text collate "C" nulls last limit ${q.first}`,
  );
}
