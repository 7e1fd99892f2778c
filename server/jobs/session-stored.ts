import { sql } from 'drizzle-orm';
import { PgDialect } from 'drizzle-orm/pg-core';
import type { Playbook, PlaybookRef } from '@/lib/playbooks/playbook';
import type { Session } from '@/lib/session/session';
import { countFlags } from '@/lib/session/standing-flags';
import { wantNotes } from '../crm/ledger/want';
import { refreshNeed } from '../sessions/refresh-need';
import { digestOf } from './digest';
import type { SessionStored } from './jobs';

/** What of a database a job needs: pg-boss hands over the transaction in which the jobs also complete. */
export type JobTransaction = { executeSql(text: string, values?: unknown[]): Promise<{ rows: unknown[] } | unknown> };

export type DigestContext = { now: Date; findShipped: (ref: PlaybookRef) => Playbook | undefined };

/**
 * Counts stored sessions for lists and insights, finds out what they need, makes their words searchable, marks their
 * events as processed, keeps their self-checks with them and tells who listens. Harmless when repeated.
 */
export async function digestSessions(
  tx: JobTransaction,
  stored: readonly SessionStored[],
  context: DigestContext,
): Promise<void> {
  const teams = Map.groupBy(stored, ({ teamId }) => teamId);
  for (const [teamId, jobs] of teams) await digestOfTeam(tx, teamId, jobs, context);
}

type Row = { revision: number; document: Session; playbook: Playbook | null };

async function digestOfTeam(
  tx: JobTransaction,
  teamId: string,
  jobs: SessionStored[],
  { now, findShipped }: DigestContext,
): Promise<void> {
  await tx.executeSql("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [teamId]);
  const sessionIds = [...new Set(jobs.map(({ sessionId }) => sessionId))].sort();
  const ids = JSON.stringify(sessionIds);
  const rows = rowsOf<Row>(await tx.executeSql(READ, [teamId, ids]));
  const digests = rows.map(({ revision, document, playbook }) =>
    digestOf(document, revision, findShipped(document.playbook) ?? playbook, countFlags(document).standing),
  );
  for (const statement of WRITE) await tx.executeSql(statement, [teamId, JSON.stringify(digests)]);
  for (const statement of [LET_GO, TAKE_ALONG]) await tx.executeSql(statement, [teamId, ids]);
  const need = new PgDialect().sqlToQuery(refreshNeed(teamId, sessionIds));
  await tx.executeSql(need.sql, need.params);
  await tx.executeSql(PROCESSED, [teamId, JSON.stringify(jobs), now]);
  const notes = new PgDialect().sqlToQuery(
    wantNotes(teamId, sql`s.id in (select jsonb_array_elements_text(${ids}::jsonb)::uuid)`, now),
  );
  await tx.executeSql(notes.sql, notes.params);
  // The words lie where the team's role reaches nothing.
  await tx.executeSql("select set_config('role', 'none', true)");
  await tx.executeSql(WORDS, [teamId, ids]);
  await tx.executeSql("select set_config('app.team', '', true)");
  await tx.executeSql(TELL, [teamId, JSON.stringify(digests)]);
}

function rowsOf<T>(answer: unknown): T[] {
  return (answer as { rows: T[] }).rows;
}

/** In one order for everybody, so that two of these never wait for each other. */
const READ = `
  select s.revision, s.document, p.document as playbook from session s
  left join playbook p on p.team_id = s.team_id and p.id = s.playbook_id and p.version = s.playbook_version
  where s.team_id = $1 and s.id in (select jsonb_array_elements_text($2::jsonb)::uuid) order by s.id for share of s`;

const WRITE = [
  `insert into session_digest (team_id, session_id, revision, flags_by_category, words, measures, look_again_on, calendar_until)
   select $1, d."sessionId", d.revision, d."flagsByCategory", d.words, d.measures, d."lookAgainOn", d."calendarUntil"
   from jsonb_to_recordset($2::jsonb) as d
     ("sessionId" uuid, revision int, "flagsByCategory" jsonb, words int, measures jsonb, "lookAgainOn" date, "calendarUntil" date)
   on conflict (team_id, session_id) do update
     set revision = excluded.revision, flags_by_category = excluded.flags_by_category, words = excluded.words,
       measures = excluded.measures, look_again_on = excluded.look_again_on,
       calendar_until = excluded.calendar_until
     where session_digest.revision <= excluded.revision`,
  `update session_flag f set stage = flag.stage
   from jsonb_to_recordset($2::jsonb) as d ("sessionId" uuid, flags jsonb),
     jsonb_to_recordset(d.flags) as flag (id uuid, stage text)
   where f.team_id = $1 and f.session_id = d."sessionId" and f.flag_id = flag.id
     and f.stage is distinct from flag.stage`,
  `insert into session_review (team_id, session_id, started_at)
   select $1, d."sessionId", d."startedAt"
   from jsonb_to_recordset($2::jsonb) as d ("sessionId" uuid, "startedAt" timestamptz)
   on conflict (team_id, session_id) do update set started_at = excluded.started_at`,
];

/** What a session holds counts, also when its panel could not say so: what it let go of is open to everyone again. */
const LET_GO = `
  update sent_check c set session_id = null, taken_by = null, taken_by_name = null
  from session s
  where c.team_id = $1 and c.session_id = s.id and s.team_id = $1
    and s.id in (select jsonb_array_elements_text($2::jsonb)::uuid)
    and s.document->'selfCheck'->>'id' is distinct from c.id::text`;

const TAKE_ALONG = `
  update sent_check c set session_id = s.id, taken_by = s.expert_id, taken_by_name = s.expert_name
  from session s
  where c.team_id = $1 and c.session_id is null and s.team_id = $1
    and s.id in (select jsonb_array_elements_text($2::jsonb)::uuid)
    and c.id = (s.document->'selfCheck'->>'id')::uuid`;

const PROCESSED = `
  update session_event e set processed_at = $3
  from jsonb_to_recordset($2::jsonb) as job ("sessionId" uuid, revision int)
  where e.team_id = $1 and e.session_id = job."sessionId" and e.revision = job.revision
    and e.kind = 'stored' and e.processed_at is null`;

const WORDS = `
  insert into search.session_words (team_id, session_id, words)
  select s.team_id, s.id, search.words_of(s.team_id, s.document) from session s
  where s.team_id = $1 and s.id in (select jsonb_array_elements_text($2::jsonb)::uuid)
  on conflict (team_id, session_id) do update set words = excluded.words`;

const TELL = `
  select pg_notify('eitherway_news', jsonb_build_object('team', $1::text, 'kind', 'session', 'id', d."sessionId")::text)
  from jsonb_to_recordset($2::jsonb) as d ("sessionId" uuid)`;
