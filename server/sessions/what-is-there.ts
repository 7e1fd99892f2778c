import type pg from 'pg';

/** What stands there in place of a session that was not written; the columns of a stored one are null when there is none. */
export type Met = { isDeleted: boolean } & (
  | { revision: null }
  | { revision: number; bodyHash: string; expertId: string; receivedAt: Date }
);

/** To be sent within the team and in turn (see `turn`). Answers with one row, a `Met`. */
export function whatIsThere(teamId: string, sessionId: string): pg.QueryConfig {
  const text = `
    select s.revision, s.body_hash as "bodyHash", s.expert_id as "expertId", s.received_at as "receivedAt",
      exists (select 1 from session_tombstone t where t.team_id = $1 and t.session_id = $2) as "isDeleted"
    from (values (1)) as always left join session s on s.team_id = $1 and s.id = $2`;
  return { text, values: [teamId, sessionId] };
}
