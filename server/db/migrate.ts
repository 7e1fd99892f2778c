import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { drizzle } from 'drizzle-orm/node-postgres';
import { migrate } from 'drizzle-orm/node-postgres/migrator';
import type pg from 'pg';

const FOLDER = fileURLToPath(new URL('./migrations', import.meta.url));

/** Any number: processes that start together take turns by it. */
const TURN = 7_310_554_201;

/** Brings the database to the newest form; harmless when it is there already or another process does the same. */
export async function migrateDatabase(pool: pg.Pool): Promise<void> {
  const client = await pool.connect();
  try {
    await client.query('set statement_timeout = 0');
    await client.query('select pg_advisory_lock($1)', [TURN]);
    await migrate(drizzle(client), { migrationsFolder: FOLDER });
  } finally {
    await client.query('select pg_advisory_unlock($1)', [TURN]).catch(() => {});
    client.release(true);
  }
}

function newestMigration(): number {
  const journal = JSON.parse(readFileSync(`${FOLDER}/meta/_journal.json`, 'utf8')) as { entries: { when: number }[] };
  return Math.max(...journal.entries.map((entry) => entry.when));
}

/** Whether the database can be reached and has every migration of this version. */
export async function isMigrated(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ newest: string | null }>(
    'select max(created_at) as newest from drizzle.__drizzle_migrations',
  );
  return Number(rows[0]?.newest ?? 0) >= newestMigration();
}
