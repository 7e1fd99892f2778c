import { type SQL, sql } from 'drizzle-orm';
import { STANDING } from './standing';

/** From which sureness on a standing flag alone asks for a look. */
export const SURE = 0.9;

/**
 * Why the sessions should be looked at, read anew: they asked for it (8), a dispute that no lead answered (4), a standing
 * flag that is quite sure (2), no decision reached (1). The sum orders the queue, so that one of the first outweighs all
 * the later ones. Reviewed at this revision, a session needs nothing unless its expert asked after that.
 */
export function refreshNeed(teamId: string, ids: readonly string[]): SQL {
  return sql`
  update session_review r set needs = found.needs, need = found.need
  from (
    select s.id, to_jsonb(array_remove(array[
        case when asked then 'look-asked' end, case when disputed then 'open-dispute' end,
        case when sure then 'sure-flag' end, case when undecided then 'undecided' end], null)) as needs,
      asked::int * 8 + disputed::int * 4 + sure::int * 2 + undecided::int as need
    from (
      select s.id,
        coalesce(r.look_asked_at > coalesce(r.reviewed_at, '-infinity'), false) as asked,
        open and exists (select 1 from session_flag f where f.team_id = s.team_id and f.session_id = s.id
          and f.answer = 'disputed' and not exists (select 1 from flag_verdict v
            where v.team_id = f.team_id and v.session_id = f.session_id and v.flag_id = f.flag_id)) as disputed,
        open and exists (select 1 from session_flag f where f.team_id = s.team_id and f.session_id = s.id
          and f.sureness >= ${sql.raw(String(SURE))}::real and ${sql.raw(STANDING)}) as sure,
        open and not s.decision_reached as undecided
      from session s join session_review r on r.team_id = s.team_id and r.session_id = s.id
        cross join lateral (select coalesce(r.reviewed_revision < s.revision, true) as open) reviewed
      where s.team_id = ${teamId} and s.id in (select jsonb_array_elements_text(${JSON.stringify(ids)}::jsonb)::uuid)
    ) s
  ) found
  where r.team_id = ${teamId} and r.session_id = found.id`;
}
