import pg from 'pg';
import { paragraphs } from './paragraphs';
import { teamIdOf, writePeople } from './people';
import { seededSession } from './seeded-session';
import { keepBank, writeBatch } from './write-batch';

const PARAGRAPHS = 4_000;
const BATCH = 250;
/** From so many new sessions on the index of words is made anew at the end, which is quicker than to keep it. */
const MANY = 50_000;
const INDEX = 'search.session_words_words';

export type SeedOptions = {
  databaseUrl: string;
  /** As many as there shall be in all, spread evenly over the teams. Those that are there already stay. */
  sessions: number;
  teams: number;
  now: Date;
  /** How many connections write at once. */
  writers?: number;
  onProgress?: (done: number, of: number, phase: 'sessions' | 'index' | 'statistics') => void;
};

/** Fills a migrated database with teams and sessions that look like real ones, for measuring. Returns how many were written. */
export async function seed(options: SeedOptions): Promise<number> {
  const { databaseUrl, sessions, teams, now, writers = 2, onProgress = () => {} } = options;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: writers + 1, application_name: 'eitherway-seed' });
  try {
    const owner = await pool.connect();
    await owner.query("set maintenance_work_mem = '1GB'");
    await writePeople(owner, teams, now);
    const batches = await missing(owner, sessions, teams);
    const wanted = batches.reduce((sum, { count }) => sum + count, 0);
    if (wanted >= MANY) await owner.query(`drop index if exists ${INDEX}`);
    let done = 0;
    const bank = paragraphs(PARAGRAPHS);
    const write = async () => {
      const client = await pool.connect();
      // Whoever seeds can seed again: a power cut may cost the last moment.
      await client.query('set synchronous_commit = off');
      await keepBank(client, bank);
      for (let next = batches.shift(); next; next = batches.shift()) {
        const { team, from, count } = next;
        // Every team's sessions are its own: numbered across all teams.
        const made = Array.from({ length: count }, (_, n) => seededSession((from + n) * 10_000 + team, bank, now));
        await writeBatch(client, team, from, made);
        done += count;
        onProgress(done, wanted, 'sessions');
      }
      client.release(true);
    };
    await Promise.all(Array.from({ length: writers }, write));
    onProgress(done, wanted, 'index');
    // Also when a seeding that was broken off has left the database without it.
    await owner.query('create index if not exists session_words_words on search.session_words using gin (words)');
    onProgress(done, wanted, 'statistics');
    if (wanted > 0) await owner.query('vacuum (analyze)');
    owner.release(true);
    return done;
  } finally {
    await pool.end();
  }
}

type Batch = { team: number; from: number; count: number };

/** What is not there yet, in pieces, one team after the other within each round, as sessions come. */
async function missing(client: pg.ClientBase, sessions: number, teams: number): Promise<Batch[]> {
  const batches: Batch[] = [];
  for (let team = 0; team < teams; team += 1) {
    const share = Math.floor(sessions / teams) + (team < sessions % teams ? 1 : 0);
    const id = teamIdOf(team);
    await client.query("select set_config('app.team', $1, false)", [id]);
    const { rows } = await client.query('select count(*)::int as n from session where team_id = $1', [id]);
    for (let from = rows[0].n; from < share; from += BATCH)
      batches.push({ team, from, count: Math.min(BATCH, share - from) });
  }
  return batches.sort((a, b) => a.from - b.from || a.team - b.team);
}
