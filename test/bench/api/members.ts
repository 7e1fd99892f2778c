import pg from 'pg';
import { expertIdOf, teamIdOf } from '@/server/seed/people';
import type { TestApi } from '@/server/test-api';
import { aPerson, ask, type Caller } from '@/server/test-people';

export type Sample = { id: string; client: string; rare: string };

/** A lead of a seeded team, and what there is to ask for in it. */
export type Member = {
  caller: Caller;
  sessions: number;
  expert: (turn: number) => string;
  sampleOf: (turn: number) => Sample;
  /** Cursors of the deepest page that is there, of 100 at most. */
  lastPage: { newest: string | null; need: string | null };
  longAgo: Record<string, string>;
  years: Record<string, string>;
};

const PAGE = 25;
const MOST_PAGES = 100;

/** Leads who are signed in, each of another team. */
export async function membersOf(origin: string, databaseUrl: string, teams: number, count: number): Promise<Member[]> {
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const every = Math.max(1, Math.floor(teams / count));
    const numbers = Array.from({ length: Math.min(count, teams) }, (_, n) => n * every);
    const members: Member[] = [];
    for (const team of numbers) members.push(await memberOf(origin, pool, team));
    return members;
  } finally {
    await pool.end();
  }
}

async function memberOf(origin: string, pool: pg.Pool, team: number): Promise<Member> {
  const api = { origin } as TestApi;
  const person = await aPerson(api, 'Bench');
  const teamId = teamIdOf(team);
  await pool.query(`insert into sign_in.member values ($1, $2, $1, 'lead', now())`, [person.id, teamId]);
  await ask(api, person, 'POST', '/api/auth/organization/set-active', { organizationId: teamId });
  const { rows } = await pool.query('select count(*)::int as n from session where team_id = $1', [teamId]);
  const samples = await samplesOf(pool, teamId);
  const now = new Date();
  const ago = (months: number) => new Date(now.getFullYear(), now.getMonth() - months, 2).toISOString();
  const [from, to] = [ago(24), ago(23)];
  return {
    caller: person,
    sessions: rows[0].n,
    expert: (turn) => expertIdOf(team, turn),
    sampleOf: (turn) => samples[turn % samples.length] as Sample,
    lastPage: {
      newest: await lastPage(api, person, '', rows[0].n),
      need: await lastPage(api, person, '&order=need', rows[0].n),
    },
    longAgo: { from, to },
    years: { from: ago(34).slice(0, 7), to: ago(0).slice(0, 7) },
  };
}

/** Sessions here and there, with a name out of their notes that hardly another has. */
async function samplesOf(pool: pg.Pool, teamId: string): Promise<Sample[]> {
  const { rows } = await pool.query(
    `select id, client, document #>> '{notes,0,text}' as text from session
     where team_id = $1 and shared_from < now() order by hashtext(id::text) limit 40`,
    [teamId],
  );
  return rows.map(({ id, client, text }) => ({
    id,
    client,
    rare: /[a-z] ([A-Z][a-z]{7,})\b/.exec(text)?.[1] ?? client,
  }));
}

/** Walks there in pages of 100; the cursor then also serves for a page of the usual length. */
async function lastPage(api: TestApi, caller: Caller, query: string, sessions: number): Promise<string | null> {
  let cursor: string | null = null;
  const rows = Math.min(MOST_PAGES * PAGE, sessions) - PAGE;
  for (let passed = 0; passed + 100 <= rows; passed += 100) {
    const at: string = cursor ? `&cursor=${cursor}` : '';
    const { body } = await ask(api, caller, 'GET', `/api/sessions?limit=100${query}${at}`);
    cursor = (body.nextCursor as string | null) ?? cursor;
  }
  return cursor;
}
