import { parseArgs } from 'node:util';
import { connect } from '../db/connect';
import { startEmbedded } from '../db/embedded/start-embedded';
import { migrateDatabase } from '../db/migrate';
import { emailOf, leadIdOf } from './people';
import { showProgress } from './progress';
import { seed } from './seed';

/** `npm run seed -- --sessions N --teams N`, on DATABASE_URL or the embedded database. */
const { values } = parseArgs({
  options: { sessions: { type: 'string', default: '10000' }, teams: { type: 'string', default: '20' } },
});
const [sessions, teams] = [Number(values.sessions), Number(values.teams)];
if (!Number.isInteger(sessions) || !Number.isInteger(teams) || sessions < 0 || teams < 1 || teams > 10_000)
  throw new Error('Usage: npm run seed -- --sessions N --teams N (whole numbers; at most 10,000 teams)');

const hosted = process.env.DATABASE_URL;
const embedded = hosted ? null : await startEmbedded(process.env.EITHERWAY_DATA || '.data');
try {
  const databaseUrl = hosted || embedded?.url || '';
  const { pool } = connect(databaseUrl, 1);
  await migrateDatabase(pool);
  await pool.end();
  const written = await seed({ databaseUrl, sessions, teams, now: new Date(), onProgress: showProgress() });
  console.log(
    `\n${written} sessions written. To look at them: npm run api:password -- --email ${emailOf(leadIdOf(0))}`,
  );
} finally {
  await embedded?.stop();
}
