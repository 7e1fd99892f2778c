import { STANDING } from '../sessions/standing';
import type { SessionStored } from './jobs';

/** What of a database a job needs: pg-boss hands over the transaction in which the jobs also complete. */
export type JobTransaction = { executeSql(text: string, values?: unknown[]): Promise<unknown> };

/** Counts the flags of stored sessions by category for lists, and marks their events as processed. Harmless when repeated. */
export async function digestSessions(tx: JobTransaction, stored: readonly SessionStored[], now: Date): Promise<void> {
  const teams = Map.groupBy(stored, ({ teamId }) => teamId);
  for (const [teamId, jobs] of teams) await digestOfTeam(tx, teamId, jobs, now);
  await tx.executeSql("select set_config('role', 'none', true), set_config('app.team', '', true)");
}

async function digestOfTeam(tx: JobTransaction, teamId: string, jobs: SessionStored[], now: Date): Promise<void> {
  await tx.executeSql("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [teamId]);
  const ids = [...new Set(jobs.map(({ sessionId }) => sessionId))].sort();
  await tx.executeSql(
    `insert into session_digest (team_id, session_id, revision, flags_by_category)
     select s.team_id, s.id, s.revision, coalesce(
       (select jsonb_object_agg(counted.category, counted.n) from (
          select f.category, count(*)::int as n from session_flag f
          where f.team_id = s.team_id and f.session_id = s.id and ${STANDING} group by f.category) counted), '{}'::jsonb)
     from session s where s.team_id = $1 and s.id in (select jsonb_array_elements_text($2::jsonb)::uuid)
     order by s.id
     on conflict (team_id, session_id) do update
       set revision = excluded.revision, flags_by_category = excluded.flags_by_category
       where session_digest.revision <= excluded.revision`,
    [teamId, JSON.stringify(ids)],
  );
  await tx.executeSql(
    `update session_event e set processed_at = $3
     from jsonb_to_recordset($2::jsonb) as job ("sessionId" uuid, revision int)
     where e.team_id = $1 and e.session_id = job."sessionId" and e.revision = job.revision
       and e.kind = 'stored' and e.processed_at is null`,
    [teamId, JSON.stringify(jobs), now],
  );
}
