import type pg from 'pg';
import type { Queryable } from '../../src/store/sql.ts';

/** A node of `explain (format json)`. */
interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Cond'?: string;
  Filter?: string;
  'Recheck Cond'?: string;
  Plans?: PlanNode[];
}

/** A statement that was planned instead of run. */
export interface Planned {
  text: string;
  values: readonly unknown[];
  plan: PlanNode;
}

/**
 * Plans what it is asked, with the very values, and answers that there are no rows. What is planned, and what fails to
 * be, is told to `onPlanned` and `onError`.
 */
export function planner(
  client: pg.ClientBase,
  onPlanned: (planned: Planned) => void,
  onError: (error: Error, text: string) => void,
): Queryable {
  const query = async (asked: string | { text: string; values: unknown[] }, given: unknown[] = []) => {
    const { text, values } = typeof asked === 'string' ? { text: asked, values: given } : asked;
    try {
      const { rows } = await client.query(`explain (format json) ${text}`, values);
      onPlanned({ text, values, plan: rows[0]['QUERY PLAN'][0].Plan });
    } catch (error) {
      onError(error as Error, text);
    }
    return { rows: [], rowCount: 0 };
  };
  return { query: query as unknown as Queryable['query'] };
}

// A partition is of its table.
const tableOf = (relation: string): string => (/^events_/.test(relation) ? 'events' : relation);

/** A read of a table: its name, and all that its rows are found by. */
export interface Read {
  table: string;
  conditions: string;
}

/** Every read of a table that the plan has. */
export function readsOf(node: PlanNode): Read[] {
  const below = (node.Plans ?? []).flatMap(readsOf);
  const relation = node['Relation Name'];
  const conditions = [node['Index Cond'], node.Filter, node['Recheck Cond']].join(' ');
  // What a statement writes to is no read.
  const isRead = relation !== undefined && node['Node Type'] !== 'ModifyTable';
  return isRead ? [{ table: tableOf(relation), conditions }, ...below] : below;
}
