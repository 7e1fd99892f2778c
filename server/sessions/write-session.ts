import pg from 'pg';
import { DEFAULT_SHARE_AFTER_HOURS } from '../team/settings';
import type { Sender } from './put-session';
import { flagsOf, type Storable } from './storable';

const COLUMNS = [
  ...['team_id', 'id', 'expert_id', 'expert_name', 'revision', 'body_hash', 'client', 'title', 'started_at'],
  ...['finished_at', 'playbook_id', 'playbook_version', 'decision_reached', 'document', 'received_at'],
];
/** Whose it is, which it is and from when on it is shared never change. */
const CHANGING = COLUMNS.slice(3);

/** What a client deleted does not come back with a later revision. */
const SELF_CHECK_THAT_IS = `case when $14::jsonb ? 'selfCheck' and not exists (select 1 from sent_check c
    where c.team_id = $1 and c.id::text = $14::jsonb -> 'selfCheck' ->> 'id') then $14::jsonb - 'selfCheck' else $14::jsonb end`;

/**
 * Looks and writes in one statement: the session only when it is new or a newer revision of the same expert's, of a known
 * playbook, and was not deleted; with it its flags and its event. Flags that stay are updated, not made anew: one
 * statement cannot delete a row and insert it again. When the session is not welcome it fails (see `isRefusal`), so that
 * nothing of its transaction stays.
 */
const TEXT = `
  with met as (
    select s.revision, s.expert_id,
      exists (select 1 from session_tombstone t where t.team_id = $1 and t.session_id = $2) as is_deleted,
      $17::boolean or exists (select 1 from playbook p where p.team_id = $1 and p.id = $11 and p.version = $12) as is_known
    from (values (1)) as always left join session s on s.team_id = $1 and s.id = $2
  ), welcome as (
    select 1 from met
    where not is_deleted and is_known and (revision is null or (expert_id = $3 and revision < $5))
  ), written as (
    insert into session (${COLUMNS}, shared_from)
    select $1, $2::uuid, $3, $4, $5::int, $6, $7, $8, $9::timestamptz, $10::timestamptz, $11, $12::int, $13::boolean,
      ${SELF_CHECK_THAT_IS}, $15::timestamptz, $10::timestamptz + make_interval(hours => coalesce(
        (select share_after_hours from team_settings where team_id = $1), ${DEFAULT_SHARE_AFTER_HOURS})) from welcome
    on conflict (team_id, id) do update set ${CHANGING.map((column) => `${column} = excluded.${column}`)}
  ), flags as (
    select f.* from welcome, jsonb_to_recordset($16::jsonb) as f (id uuid, category text, sureness real, answer text)
  ), flagged as (
    insert into session_flag (team_id, session_id, flag_id, category, sureness, answer)
    select $1, $2::uuid, id, category, sureness, answer from flags
    on conflict (team_id, session_id, flag_id)
      do update set category = excluded.category, sureness = excluded.sureness, answer = excluded.answer
  ), unflagged as (
    delete from session_flag
    where team_id = $1 and session_id = $2 and exists (select 1 from welcome) and flag_id not in (select id from flags)
  ), announced as (
    insert into session_event (team_id, session_id, revision, kind, at)
    select $1, $2::uuid, $5::int, 'stored', $15::timestamptz from welcome
  )
  select revision is null as is_first, 1 / (select count(*) from welcome) from met`;

/** To be sent within the team and in turn (see `turn`). Answers with one row: whether it is the session's first revision. */
export function writeSession({ document, json, hash }: Storable, by: Sender): pg.QueryConfig {
  const { id, revision, playbook } = document;
  const flags = flagsOf(document).map(({ id, category, sureness, answer }) => ({
    ...{ id, category, sureness, answer: answer?.kind ?? null },
  }));
  const values = [
    ...[by.teamId, id, by.expert.id, by.expert.name, revision, hash, document.client.name, document.title],
    ...[document.startedAt, document.finishedAt, playbook.id, playbook.version, document.decision.outcome !== null],
    ...[json, by.now, JSON.stringify(flags), by.isShipped(playbook)],
  ];
  return { name: 'write-session', text: TEXT, values };
}

/** Whether the statement failed because the session is not welcome: it divides by how many are. */
export function isRefusal(error: unknown): boolean {
  return error instanceof pg.DatabaseError && error.code === '22012';
}
