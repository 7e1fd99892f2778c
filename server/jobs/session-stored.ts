import { STANDING } from '../sessions/standing';
import type { SessionStored } from './jobs';

/** What of a database a job needs: pg-boss hands over the transaction in which the job also completes. */
export type JobTransaction = { executeSql(text: string, values?: unknown[]): Promise<unknown> };

/** Counts the flags of a stored session by category for lists, and marks its event as processed. Harmless when repeated. */
export async function digestSession(
  tx: JobTransaction,
  { teamId, sessionId, revision }: SessionStored,
  now: Date,
): Promise<void> {
  await tx.executeSql("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [teamId]);
  await tx.executeSql(
    `insert into session_digest (team_id, session_id, revision, flags_by_category)
     select s.team_id, s.id, s.revision, coalesce(
       (select jsonb_object_agg(counted.category, counted.n) from (
          select f.category, count(*)::int as n from session_flag f
          where f.team_id = s.team_id and f.session_id = s.id and ${STANDING} group by f.category) counted), '{}'::jsonb)
     from session s where s.team_id = $1 and s.id = $2
     on conflict (team_id, session_id) do update
       set revision = excluded.revision, flags_by_category = excluded.flags_by_category
       where session_digest.revision <= excluded.revision`,
    [teamId, sessionId],
  );
  await tx.executeSql(
    `update session_event set processed_at = $4
     where team_id = $1 and session_id = $2 and revision = $3 and kind = 'stored' and processed_at is null`,
    [teamId, sessionId, revision, now],
  );
  await tx.executeSql("select set_config('role', 'none', true), set_config('app.team', '', true)");
}
