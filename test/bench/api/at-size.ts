import { pino } from 'pino';
import { connect } from '@/server/db/connect';
import { migrateDatabase } from '@/server/db/migrate';
import { showProgress } from '@/server/seed/progress';
import { seed } from '@/server/seed/seed';
import { startApi } from '@/server/start-api';
import type { Table } from '../table';
import { startDatabase } from './database';
import { measure } from './measure';
import { membersOf } from './members';

const UNLIMITED = [100_000_000, 60] as const;
/** So many teams are asked for in turn, so that no answer comes from what the one before left in memory. */
const ASKED = 10;

/** Fills the folder's database up to that size, and measures the API on it. */
export async function atSize(folder: string, sessions: number, teams: number): Promise<Table['rows']> {
  const filling = await startDatabase(folder, { durable: false });
  try {
    const { pool } = connect(filling.url, 1);
    await migrateDatabase(pool);
    await pool.end();
    await seed({ databaseUrl: filling.url, sessions, teams, now: new Date(), onProgress: showProgress() });
  } finally {
    await filling.stop();
  }

  const database = await startDatabase(folder, { durable: true });
  const api = await startApi({
    port: 0,
    databaseUrl: database.url,
    secret: 'only-for-measuring-only-for-measuring',
    signUp: 'open',
    limits: { readByPerson: UNLIMITED, writeByPerson: UNLIMITED, signUpByAddress: UNLIMITED },
    log: pino({ level: 'silent' }),
  });
  try {
    const members = await membersOf(api.origin, database.url, teams, ASKED);
    return await measure(api.origin, members, sessions);
  } finally {
    await api.stop();
    await database.stop();
  }
}
