import pg from 'pg';

/** In an order in which every row finds what it refers to. Counters of rate limits, consents that did not come back and finished jobs stay behind. */
export const SHARED_TABLES = [
  'sign_in.user',
  'sign_in.organization',
  'sign_in.member',
  'sign_in.account',
  'sign_in.session',
  'sign_in.verification',
  'sign_in.invitation',
  'sign_in.two_factor',
  'sign_in.device_code',
] as const;
export const TEAM_TABLES = [
  'public.playbook',
  'public.invitation',
  'public.session',
  'public.session_flag',
  'public.session_digest',
  'public.session_event',
  'public.session_tombstone',
  'public.session_review',
  'public.review_comment',
  'public.flag_verdict',
  'public.process_form',
  'public.session_look',
  'public.saved_view',
  'public.team_settings',
  'public.team_rule',
  'public.playbook_draft',
  'public.audit_entry',
  'public.crm_connection',
  'public.crm_delivery',
  'public.crm_match',
  'public.crm_lane',
  'public.calendar_feed',
  'public.self_check',
  'public.client_link',
  'public.sent_check',
  'public.decision_record',
  'public.record_response',
  'public.talk_answer',
  'search.session_words',
] as const;

/** Rows at a time; a session may be 1 MB. */
const BATCH = 20;

export type Copied = Record<string, number>;

/**
 * Copies everything from one migrated database to another, empty one, in one transaction on either side: all of it
 * arrives or nothing. The source is read as its administrator; the target may be owned by a plain role, so its rows are
 * written team by team, as row security asks of it.
 */
export async function copyDatabase(fromUrl: string, toUrl: string): Promise<Copied> {
  const from = new pg.Client({ connectionString: fromUrl });
  const to = new pg.Client({ connectionString: toUrl });
  await Promise.all([from.connect(), to.connect()]);
  try {
    await from.query('begin isolation level repeatable read read only');
    await to.query('begin');
    if ((await to.query('select 1 from sign_in.user limit 1')).rowCount)
      throw new Error('There are people in the target database already. Please give an empty one.');
    const copied: Copied = {};
    for (const table of SHARED_TABLES) copied[table] = await copyRows(from, to, table);
    const teams = await from.query<{ id: string }>('select id from sign_in.organization order by id');
    for (const table of TEAM_TABLES) {
      copied[table] = 0;
      for (const { id } of teams.rows) {
        await to.query("select set_config('app.team', $1, true)", [id]);
        copied[table] += await copyRows(from, to, table, id);
      }
    }
    await to.query('commit');
    return copied;
  } catch (error) {
    await to.query('rollback').catch(() => {});
    throw error;
  } finally {
    await Promise.all([from.end(), to.end()]);
  }
}

async function copyRows(from: pg.Client, to: pg.Client, table: string, teamId?: string): Promise<number> {
  const name = table
    .split('.')
    .map((part) => pg.escapeIdentifier(part))
    .join('.');
  const where = teamId === undefined ? '' : `where t.team_id = ${pg.escapeLiteral(teamId)}`;
  await from.query(`declare rows no scroll cursor for select to_jsonb(t)::text as row from ${name} t ${where}`);
  let copied = 0;
  for (;;) {
    const { rows } = await from.query<{ row: string }>(`fetch ${BATCH} from rows`);
    if (rows.length === 0) break;
    const batch = `[${rows.map(({ row }) => row).join(',')}]`;
    const { rowCount } = await to.query(
      `insert into ${name} select * from jsonb_populate_recordset(null::${name}, $1::jsonb)`,
      [batch],
    );
    if (rowCount !== rows.length) throw new Error(`${table}: of ${rows.length} rows ${rowCount} arrived`);
    copied += rows.length;
  }
  await from.query('close rows');
  return copied;
}
