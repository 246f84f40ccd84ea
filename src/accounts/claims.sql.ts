import { z } from 'zod';
import { type Queryable, rows, sql } from '../store/sql.ts';
import type { Viewer } from './viewer.ts';

/** What somebody was found to have when they began to watch: good credentials, and the right to read a project. */
export interface Claim {
  viewer: Viewer;
  /** Null for the credentials alone. */
  projectId: number | null;
}

/** Whether the credentials are still good, and whether they still lead to the project. */
export interface Standing {
  signedIn: boolean;
  reads: boolean;
}

/**
 * Looks claims up again, all in one statement. It is the rule of access.ts for READ, of what can change: the scopes of a key
 * and its project cannot, and when credentials expire stands in the viewer.
 */
export function standings(db: Queryable, claims: readonly Claim[]): Promise<Standing[]> {
  const viewers = claims.map(({ viewer }) => viewer);
  const users = viewers.map((viewer) => (viewer.kind === 'user' ? viewer.userId : null));
  const sessions = viewers.map((viewer) => (viewer.kind === 'user' ? viewer.sessionId : null));
  const keys = viewers.map((viewer) => (viewer.kind === 'key' ? viewer.id : null));
  return rows(
    db,
    z.object({ signedIn: z.boolean(), reads: z.boolean() }),
    sql`select case when c.session_id is not null
                    then exists (select from sessions s where s.id = c.session_id and s.user_id = c.user_id and s.ended_at is null)
                    when c.key_id is not null
                    then exists (select from api_keys k where k.id = c.key_id and k.revoked_at is null)
                    else true end as "signedIn",
               case when c.project_id is null then true
                    when c.user_id is null then exists (select from projects p where p.id = c.project_id)
                    else exists (select from projects p join memberships m on m.organization_id = p.organization_id
                                 where p.id = c.project_id and m.user_id = c.user_id) end as reads
        from unnest(${users}::uuid[], ${sessions}::uuid[], ${keys}::uuid[], ${claims.map(({ projectId }) => projectId)}::int[])
             with ordinality as c (user_id, session_id, key_id, project_id, n)
        order by c.n`,
  );
}
