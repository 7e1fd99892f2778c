import { sql } from 'drizzle-orm';
import { fromDrizzle, PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import type { Db } from '../db/connect';
import { housekeeping } from './housekeeping';
import type { Jobs, SessionStored } from './jobs';
import { digestSession } from './session-stored';

export const SESSION_STORED = 'session-stored';
export const HOUSEKEEPING = 'housekeeping';

export type JobsOptions = { databaseUrl: string; db: Db; log: Logger; now: () => Date };

/**
 * Starts the job queue on the same database. A job is queued in its request's transaction, and its effect commits with
 * its completion: exactly once, whatever is killed when. What fails six times rests in `session-stored-failed`.
 */
export async function startJobs({
  databaseUrl,
  db,
  log,
  now,
}: JobsOptions): Promise<{ boss: PgBoss; jobs: Jobs; stop(): Promise<void> }> {
  const boss = new PgBoss({
    connectionString: databaseUrl,
    schema: 'pgboss',
    max: 4,
    useListenNotify: true,
    application_name: 'eitherway-jobs',
  });
  // A job's error may quote its data; its name says enough.
  boss.on('error', (error) => log.error({ part: 'jobs', kind: error.name }, 'job queue'));
  await boss.start();
  await boss.createQueue(`${SESSION_STORED}-failed`);
  await boss.createQueue(SESSION_STORED, {
    retryLimit: 5,
    retryBackoff: true,
    retryDelay: 2,
    expireInSeconds: 60,
    deleteAfterSeconds: 86_400,
    deadLetter: `${SESSION_STORED}-failed`,
    notify: true,
  });
  await boss.createQueue(HOUSEKEEPING, { policy: 'exclusive', retryLimit: 2, deleteAfterSeconds: 86_400 });
  await boss.schedule(HOUSEKEEPING, '*/15 * * * *');

  const often = { batchSize: 50, pollingIntervalSeconds: 2, transactional: true } as const;
  await boss.work<SessionStored, void, typeof often>(SESSION_STORED, often, async (jobs, tx) => {
    for (const { data } of jobs) await digestSession(tx, data, now());
  });
  await boss.work(HOUSEKEEPING, { pollingIntervalSeconds: 30 }, async () => {
    log.info({ part: 'housekeeping', ...(await housekeeping(db, now())) }, 'tidied up');
  });

  return {
    boss,
    jobs: {
      async sessionStored(tx, job) {
        await boss.send(SESSION_STORED, job, { db: fromDrizzle(tx as never, sql as never) });
      },
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  };
}
