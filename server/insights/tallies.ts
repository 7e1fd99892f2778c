import { type SQL, sql } from 'drizzle-orm';
import { Category } from '@/lib/pitch/flag';
import { StageKind } from '@/lib/playbooks/playbook';
import type { Tx } from '../db/connect';
import { session } from '../db/schema';
import type { Member } from '../deps';
import { readable } from '../sessions/may-read';

/** The kinds of stage that come before the options in the method. */
export const STAGES_BEFORE = StageKind.options.slice(0, StageKind.options.indexOf('options'));

type Row = { playbook: string; month: string };
export type SessionTally = Row & {
  version: number;
  sessions: number;
  reasoned: number;
  /** Sessions in which options were talked of; by stage, in how many of them it was covered before. */
  options: number;
  before: Record<StageKind, number>;
  /** Sessions with "not yet" whose day has passed, and those of them after which both sides met again. */
  due: number;
  lookedAgain: number;
  words: number;
  flags: Record<Category, number>;
};
export type QuestionTally = Row & { question: string } & Record<'asked' | 'skipped' | 'notRelevant' | 'open', number>;
export type RewordedTally = Row & { question: string; flags: number };
export type DisputeTally = Row & { sessions: number; judged: number; agreed: number };
export type Tallies = {
  sessions: SessionTally[];
  questions: QuestionTally[];
  reworded: RewordedTally[];
  disputes: DisputeTally[];
};

export type Asked = { scope: 'team' | 'mine'; start: Date; end: Date; now: Date };

/** Days after the agreed one within which looking again still counts as kept. */
const GRACE_DAYS = 7;

/**
 * Counts the digests of the sessions that the member may read, by month and playbook, in one statement within the team.
 * The next talk with a client is one that the member may read too. No document is opened, and no digest says which way a decision went.
 */
export async function readTallies(tx: Tx, member: Member, { scope, start, end, now }: Asked): Promise<Tallies> {
  const teamId = member.team.id;
  const mine = scope === 'mine' ? sql`and r.expert_id = ${member.user.id}` : sql``;
  // Counting is quick: making machine code for it first is not, nor is writing what was read to the disk in between.
  await tx.execute(sql`select set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`);
  const { rows } = await tx.execute<Record<string, unknown>>(sql`
    with may_read as (
      select id, expert_id, playbook_id as playbook, playbook_version as version, started_at,
        lead(started_at) over (partition by lower(btrim(client)) order by started_at, id) as next_at,
        btrim(client) <> '' as has_client
      from ${session} where team_id = ${teamId} and ${readable(member, now)} and started_at >= ${start.toISOString()}
    ), counted as materialized (
      select r.*, to_char(r.started_at at time zone 'UTC', 'YYYY-MM') as month, d.words, d.flags_by_category as flags,
        d.measures, (d.look_again_on + ${GRACE_DAYS + 1}::int)::timestamp at time zone 'UTC' as look_again_before
      from may_read r join session_digest d on d.team_id = ${teamId} and d.session_id = r.id
      where d.measures is not null and r.started_at < ${end.toISOString()} ${mine}
    )
    select (${asJson(ofSessions(now))}) as sessions, (${asJson(OF_QUESTIONS)}) as questions,
      (${asJson(OF_REWORDED)}) as reworded, (${asJson(ofDisputes(teamId))}) as disputes`);
  return rows[0] as unknown as Tallies;
}

const asJson = (query: SQL) => sql`select coalesce(json_agg(one), '[]'::json) from (${query}) one`;
const count = (condition: SQL) => sql`count(*) filter (where ${condition})::int`;

/** An object of one number a name; the names are ours, never what somebody sent. */
const each = (names: readonly string[], value: (name: SQL) => SQL) =>
  sql`json_build_object(${sql.join(
    names.map((name) => sql`${sql.raw(`'${name}'`)}, ${value(sql.raw(`'${name}'`))}`),
    sql`, `,
  )})`;

const ofSessions = (now: Date) => {
  const isDue = sql`has_client and look_again_before <= ${now.toISOString()}`;
  return sql`
    select playbook, version, month, count(*)::int as sessions, ${count(sql`(measures->>'reasoned')::boolean`)} as reasoned,
      ${count(sql`jsonb_typeof(measures->'stagesBeforeOptions') = 'array'`)} as options,
      ${each(STAGES_BEFORE, (stage) => count(sql`measures->'stagesBeforeOptions' ? ${stage}`))} as before,
      ${count(isDue)} as due, ${count(sql`${isDue} and next_at < look_again_before`)} as "lookedAgain",
      sum(words)::int as words,
      ${each(Category.options, (category) => sql`coalesce(sum((flags->>${category})::int), 0)::int`)} as flags
    from counted group by playbook, version, month`;
};

/** Month by month, since the groups are then small: half the time of grouping all states of all sessions at once. */
const OF_QUESTIONS = sql`
  select playbook, month, states.*
  from (select playbook, month, array_agg(measures->'questions') as maps from counted group by playbook, month) by_month
  cross join lateral (
    select q.key as question, ${count(sql`q.value = 'asked'`)} as asked, ${count(sql`q.value = 'skipped'`)} as skipped,
      ${count(sql`q.value = 'not-relevant'`)} as "notRelevant", ${count(sql`q.value = 'open'`)} as open
    from unnest(maps) one, jsonb_each_text(one) q group by q.key
  ) states`;

const OF_REWORDED = sql`
  select playbook, month, w.key as question, sum(w.value::int)::int as flags
  from counted, jsonb_each_text(measures->'reworded') w group by playbook, month, w.key`;

/** A lead who disagrees with a disputed flag agrees with its dispute. The newest verdict on a flag counts. */
const ofDisputes = (teamId: string) => sql`
  select playbook, month, count(distinct id)::int as sessions, count(*)::int as judged, ${count(sql`v.verdict = 'disagree'`)} as agreed
  from counted
  join session_flag f on f.team_id = ${teamId} and f.session_id = counted.id and f.answer = 'disputed'
  cross join lateral (
    select verdict from flag_verdict where team_id = f.team_id and session_id = f.session_id and flag_id = f.flag_id
    order by at desc, by_id limit 1
  ) v
  group by playbook, month`;
