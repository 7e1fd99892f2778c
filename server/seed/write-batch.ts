import { PgDialect } from 'drizzle-orm/pg-core';
import type { ClientBase } from 'pg';
import { v7 } from 'uuid';
import { findShipped } from '@/lib/playbooks';
import { countFlags } from '@/lib/session/standing-flags';
import { digestOf } from '../jobs/digest';
import { refreshNeed } from '../sessions/refresh-need';
import { flagsOf } from '../sessions/storable';
import { expertIdOf, leadIdOf, teamIdOf } from './people';
import type { Seeded } from './seeded-session';

/** The words of every paragraph, found once: to find them in each session again would take most of the time. */
export async function keepBank(client: ClientBase, bank: readonly string[]): Promise<void> {
  await client.query('create temp table seed_bank (n int primary key, words tsvector not null)');
  await client.query(
    `insert into seed_bank select ordinality, to_tsvector('english', text)
     from jsonb_array_elements_text($1::jsonb) with ordinality as bank (text, ordinality)`,
    [JSON.stringify(bank)],
  );
}

/** Writes sessions of one team, with all that the API and its job would have written of them. `from` numbers them within the team. */
export async function writeBatch(
  client: ClientBase,
  team: number,
  from: number,
  seeded: readonly Seeded[],
): Promise<void> {
  const made = seeded.map(({ session, paragraphs }, at) => {
    const digest = digestOf(
      session,
      session.revision,
      findShipped(session.playbook) ?? null,
      countFlags(session).standing,
    );
    const stages = new Map(digest.flags.map(({ id, stage }) => [id, stage]));
    const flags = flagsOf(session).map(({ id, category, sureness, answer }) => ({
      ...{ id, category, sureness, answer: answer?.kind ?? null, stage: stages.get(id) ?? null },
    }));
    const { startedAt, flagsByCategory, words, lookAgainOn, calendarUntil, measures } = digest;
    const { id, revision, client: clientOf, title, finishedAt, playbook, decision } = session;
    return {
      ...{ id, revision, n: from + at, expert: expertIdOf(team, from + at), client: clientOf.name, title, flags },
      ...{
        startedAt,
        finishedAt,
        playbook: playbook.id,
        version: playbook.version,
        flagsByCategory,
        words,
        lookAgainOn,
        calendarUntil,
      },
      ...{ decided: decision.outcome !== null, paragraphs: paragraphs.map((paragraph) => paragraph + 1), measures },
    };
  });
  const teamId = teamIdOf(team);
  // Each statement reads its rows from their beginning, so what only one needs is only in that one's.
  const rows = made.map(({ measures: _measures, ...row }) => row);
  const values = [teamId, JSON.stringify(rows)];
  const documents = rows.map((row, at) => ({ ...row, flags: [], document: seeded[at]?.session }));
  const digests = rows.map((row, at) => ({ ...row, flags: [], measures: made[at]?.measures }));
  await client.query('begin');
  await client.query("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [teamId]);
  await client.query(SESSIONS, [teamId, JSON.stringify(documents)]);
  await client.query(DIGESTS, [teamId, JSON.stringify(digests)]);
  for (const statement of OF_TEAM) await client.query(statement, values);
  await client.query(COMMENTS, [...values, leadIdOf(team), `lead of team ${team}`, rows.map(() => v7())]);
  const need = new PgDialect().sqlToQuery(
    refreshNeed(
      teamId,
      rows.map(({ id }) => id),
    ),
  );
  await client.query(need.sql, need.params);
  await client.query("select set_config('role', 'none', true)");
  await client.query(WORDS, values);
  await client.query('commit');
}

const rowsAs = (columns: string) => `json_to_recordset($2::json) as s (${columns})`;

const SESSIONS = `insert into session (team_id, id, expert_id, expert_name, revision, body_hash, client, title, started_at, finished_at,
     playbook_id, playbook_version, decision_reached, document, received_at, shared_from)
   select $1, id, expert, expert, revision, md5(id::text), client, title, "startedAt", "finishedAt", playbook, version,
     decided, document, "finishedAt", "finishedAt" + interval '24 hours'
   from ${rowsAs(`id uuid, expert text, revision int, client text, title text, "startedAt" timestamptz,
     "finishedAt" timestamptz, playbook text, version int, decided boolean, document jsonb`)}`;

const DIGESTS = `insert into session_digest (team_id, session_id, revision, flags_by_category, words, measures, look_again_on, calendar_until)
   select $1, id, revision, "flagsByCategory", words, measures, "lookAgainOn", "calendarUntil"
   from ${rowsAs(`id uuid, revision int, "flagsByCategory" jsonb, words int, measures jsonb, "lookAgainOn" date,
     "calendarUntil" date`)}`;

const OF_TEAM = [
  `insert into session_flag (team_id, session_id, flag_id, category, sureness, answer, stage)
   select $1, s.id, f.id, f.category, f.sureness, f.answer, f.stage from ${rowsAs('id uuid, flags json')},
     json_to_recordset(s.flags) as f (id uuid, category text, sureness real, answer text, stage text)`,
  `insert into session_event (team_id, session_id, revision, kind, at, processed_at)
   select $1, id, revision, 'stored', "finishedAt", "finishedAt" from ${rowsAs('id uuid, revision int, "finishedAt" timestamptz')}`,
  // Two of five are reviewed; of one in thirty the expert asked for a look.
  `insert into session_review (team_id, session_id, started_at, reviewed_at, reviewed_revision, look_asked_at, look_asked_for)
   select $1, id, "startedAt", case when n % 5 < 2 then "finishedAt" + interval '2 days' end,
     case when n % 5 < 2 then revision end, case when n % 30 = 7 then "finishedAt" end,
     case when n % 30 = 7 then 'How I asked for the cost' end
   from ${rowsAs('id uuid, n int, revision int, "startedAt" timestamptz, "finishedAt" timestamptz')}`,
  `insert into flag_verdict (team_id, session_id, flag_id, by_id, by_name, verdict, reason, at)
   select $1, s.id, f.id, $1 || '-lead', 'lead', case when n % 3 = 0 then 'agree' else 'disagree' end, '', "finishedAt"
   from ${rowsAs('id uuid, n int, flags json, "finishedAt" timestamptz')},
     json_to_recordset(s.flags) as f (id uuid, answer text) where f.answer = 'disputed' and n % 2 = 0`,
];

/** Under one session in eight stands a comment of the lead's. */
const COMMENTS = `
  insert into review_comment (team_id, id, session_id, author_id, author_name, kind, text, created_at)
  select $1, ($5::uuid[])[ordinality], (s ->> 'id')::uuid, $3, $4, 'question', 'What did they say when you asked for the cost?',
    (s ->> 'finishedAt')::timestamptz + interval '3 days'
  from json_array_elements($2::json) with ordinality as rows (s, ordinality) where (s ->> 'n')::int % 8 = 3`;

/** The same words as search.words_of finds; those of the notes come from the bank. */
const WORDS = `
  insert into search.session_words (team_id, session_id, words)
  select $1, s.id, search.words_of($1, jsonb_build_object('client', jsonb_build_object('name', client), 'title', title,
      'notes', '[]'::jsonb, 'ownQuestions', '[]'::jsonb))
    || coalesce((select words from seed_bank where n = paragraphs[1]), '') || coalesce((select words from seed_bank where n = paragraphs[2]), '')
    || coalesce((select words from seed_bank where n = paragraphs[3]), '') || coalesce((select words from seed_bank where n = paragraphs[4]), '')
    || coalesce((select words from seed_bank where n = paragraphs[5]), '')
  from ${rowsAs('id uuid, client text, title text, paragraphs int[]')}`;
