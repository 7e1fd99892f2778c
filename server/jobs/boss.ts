import type pg from 'pg';
import { PgBoss, type Db as QueueDb } from 'pg-boss';
import type { Logger } from 'pino';
import { v7 } from 'uuid';
import { findShipped } from '@/lib/playbooks';
import type { Db } from '../db/connect';
import { ageing } from './ageing';
import { housekeeping } from './housekeeping';
import type { Jobs, SessionStored } from './jobs';
import { digestSessions } from './session-stored';

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
  });
  // For a queue that was made to notify: commits that do wait for each other, all of the database's.
  await boss.updateQueue(SESSION_STORED, { notify: false });
  await boss.createQueue(HOUSEKEEPING, { policy: 'exclusive', retryLimit: 2, deleteAfterSeconds: 86_400 });
  await boss.schedule(HOUSEKEEPING, '*/15 * * * *');

  // Soon, but never more than forty a second: to find the words of a session takes longer than to store it, and who waits
  // for an answer goes first. Lists count for themselves until a digest is there.
  const often = { batchSize: 20, pollingIntervalSeconds: 0.5, transactional: true } as const;
  await boss.work<SessionStored, void, typeof often>(SESSION_STORED, often, async (jobs, tx) => {
    await digestSessions(
      tx,
      jobs.map(({ data }) => data),
      { now: now(), findShipped },
    );
  });
  await boss.work(HOUSEKEEPING, { pollingIntervalSeconds: 30 }, async () => {
    const aged = await ageing({ db, now, newId: v7 });
    log.info({ part: 'housekeeping', ...(await housekeeping(db, now())), ...aged }, 'tidied up');
  });

  return {
    boss,
    jobs: {
      sessionStored: (job) => statementOf((db) => boss.send(SESSION_STORED, job, { db })),
    },
    stop: () => boss.stop({ graceful: true, timeout: 10_000, close: true }),
  };
}

/** The one statement by which the queue would send, not sent yet. */
async function statementOf(send: (db: QueueDb) => Promise<unknown>): Promise<pg.QueryConfig> {
  const made: pg.QueryConfig[] = [];
  await send({
    async executeSql(text, values = []) {
      made.push({ name: `queue-${SESSION_STORED}`, text, values });
      return { rows: [{ id: null }] };
    },
  });
  const [statement, ...more] = made;
  if (!statement || more.length > 0) throw new Error('the queue sends by one statement');
  return statement;
}
