import type pg from 'pg';
import { findShipped } from '@/lib/playbooks';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { Session } from '@/lib/session/session';
import type { Deps, Member } from '../../deps';
import { rowsOf } from './rows-of';
import { decidingQuestions, decisionPart, withoutDecision } from './split-decision';

export const EXPORT_FORM = 1;
/** So many decisions at least come out together: of two exports one after the other none tells a single one. */
const TOGETHER = 5;

/** Parts that are given as they are kept. `$1` is the team. No secret and no hash is among them. */
const PARTS: Record<string, string> = {
  settings: `select to_jsonb(t) - 'team_id' as row from team_settings t where team_id = $1`,
  member: `select jsonb_build_object('id', u.id, 'name', u.name, 'email', u.email, 'role', m.role, 'joinedAt', m.created_at)
    as row from sign_in.member m join sign_in.user u on u.id = m.user_id where m.organization_id = $1 order by m.created_at`,
  invitation: `select to_jsonb(t) - 'team_id' - 'secret_hash' as row from invitation t where team_id = $1 order by created_at`,
  playbook: `select to_jsonb(t) - 'team_id' as row from playbook t where team_id = $1 order by id, version`,
  'playbook-draft': `select to_jsonb(t) - 'team_id' as row from playbook_draft t where team_id = $1 order by id`,
  rule: `select to_jsonb(t) - 'team_id' as row from team_rule t where team_id = $1 order by id, version`,
  'self-check': `select to_jsonb(t) - 'team_id' as row from self_check t where team_id = $1 order by id, version`,
  'client-link': `select to_jsonb(t) - 'team_id' - 'secret_hash' as row from client_link t
    where team_id = $1 and kind <> 'sent' order by made_at, id`,
  // Neither what a self-check came to nor what was written of a decision: both tell which way it went.
  'sent-check': `select to_jsonb(t) - 'team_id' - 'wish' - 'closing' as row from sent_check t
    where team_id = $1 and wish = 'talk' order by sent_at, id`,
  'record-response': `select to_jsonb(t) - 'team_id' - 'session_id' - 'part' - 'text' - 'answer_text' as row
    from record_response t where team_id = $1 order by said_at, id`,
  'saved-view': `select to_jsonb(t) - 'team_id' as row from saved_view t where team_id = $1 order by id`,
  'deleted-session': `select to_jsonb(t) - 'team_id' as row from session_tombstone t where team_id = $1 order by deleted_at`,
  audit: `select to_jsonb(t) - 'team_id' as row from audit_entry t where team_id = $1 order by at, id`,
};

const OF_SESSION = ['session_review', 'review_comment', 'flag_verdict', 'process_form', 'session_look'] as const;
const READABLE = `s.team_id = $1 and (s.shared_from <= $2 or s.expert_id = $3)`;
const DECIDED = `${READABLE} and s.decision_reached`;

const SESSIONS = `select s.document, s.expert_id, s.expert_name, s.received_at, s.shared_from, p.document as playbook,
  ${OF_SESSION.map(
    (
      table,
    ) => `(select coalesce(jsonb_agg(to_jsonb(t) - 'team_id' - 'session_id' order by to_jsonb(t)), '[]') from ${table} t
      where t.team_id = s.team_id and t.session_id = s.id) as ${table}`,
  ).join(', ')}
  from session s left join playbook p on p.team_id = s.team_id and p.id = s.playbook_id and p.version = s.playbook_version
  where ${READABLE} order by s.started_at, s.id`;

/** Only whole groups, the oldest first, in no order; none while one expert alone could have made them. */
const DECISIONS = `select d.document, d.expert_name, p.document as playbook from (
    select s.* from session s where ${DECIDED} order by s.received_at, s.id
    limit (select case when count(distinct s.expert_id) < 2 then 0 else count(*) / ${TOGETHER} * ${TOGETHER} end
      from session s where ${DECIDED})
  ) d left join playbook p on p.team_id = d.team_id and p.id = d.playbook_id and p.version = d.playbook_version
  order by random()`;

type Kept = { document: Session; playbook: Playbook | null; expert_name: string };

/** Everything of a team that the member may read, a JSON value a line, of one moment, with few of them held at a time. */
export async function* exportTeam({ pool, now }: Pick<Deps, 'pool' | 'now'>, who: Member): AsyncGenerator<string> {
  const client = await pool.connect();
  let isOver = false;
  try {
    await begin(client, who.team.id);
    const { id, name } = who.team;
    yield line('team', { form: EXPORT_FORM, id, name, exportedAt: now().toISOString() });
    for (const [kind, query] of Object.entries(PARTS))
      for await (const rows of rowsOf<{ row: unknown }>(client, query, [id]))
        yield lines(
          kind,
          rows.map(({ row }) => row),
        );
    const readable = [id, now(), who.user.id];
    for await (const rows of rowsOf<Kept & Record<string, unknown>>(client, SESSIONS, readable))
      yield lines('session', rows.map(sessionLine));
    for await (const rows of rowsOf<Kept>(client, DECISIONS, readable)) yield lines('decision', rows.map(decisionLine));
    yield line('end', {});
    await client.query('commit');
    isOver = true;
  } finally {
    // Someone who stopped the download left the transaction in the middle.
    client.release(!isOver);
  }
}

/** One moment for all parts, and time enough for a slow line. */
async function begin(client: pg.ClientBase, teamId: string): Promise<void> {
  await client.query('begin isolation level repeatable read read only');
  await client.query(`set local statement_timeout = '120s'`);
  await client.query(`set local idle_in_transaction_session_timeout = '10min'`);
  await client.query("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [teamId]);
}

function sessionLine({
  document,
  playbook,
  expert_id,
  expert_name,
  received_at,
  shared_from,
  ...parts
}: Kept & Record<string, unknown>) {
  const known = findShipped(document.playbook) ?? playbook;
  const out = withoutDecision(document, known);
  const left = new Set(out.notes.map(({ id }) => id));
  const deciding = decidingQuestions(document, known);
  const comments = (parts.review_comment as { anchor: { noteId?: string; piece?: string } | null }[]).map((one) =>
    one.anchor?.noteId && deciding.size > 0 && !left.has(one.anchor.noteId)
      ? { ...one, anchor: { ...one.anchor, piece: '' } }
      : one,
  );
  const expert = { id: expert_id, name: expert_name };
  return { expert, receivedAt: received_at, sharedFrom: shared_from, session: out, ...parts, review_comment: comments };
}

function decisionLine({ document, playbook, expert_name }: Kept) {
  return decisionPart(document, findShipped(document.playbook) ?? playbook, expert_name);
}

function lines(kind: string, values: unknown[]): string {
  return values.map((value) => line(kind, value)).join('');
}

function line(kind: string, value: unknown): string {
  return `${JSON.stringify({ kind, value })}\n`;
}
