import { and, eq, isNull } from 'drizzle-orm';
import pg from 'pg';
import { pino } from 'pino';
import { startJobs } from '../jobs/boss';
import { MAIL, type QueuedMail } from '../mail/mail';
import { makeMailQueue } from '../mail/start-mail';
import { inTransaction } from './client-transaction';
import { connect } from './connect';
import { type Copied, copyDatabase } from './copy-database';
import { migrateDatabase } from './migrate';
import { organization, sessionEvent } from './schema';
import { asTeam } from './team-transaction';

/** Moves an embedded database to a hosted, empty one. The embedded one stays as it was. */
export async function moveToHosted(embeddedUrl: string, hostedUrl: string): Promise<Copied> {
  await refuseWhileInUse(embeddedUrl);
  const target = connect(hostedUrl, 2);
  try {
    await migrateDatabase(target.pool);
    const copied = await copyDatabase(embeddedUrl, hostedUrl);
    await queueWhatWaits(target, hostedUrl, await waitingMail(embeddedUrl));
    return copied;
  } finally {
    await target.pool.end();
  }
}

/** What a running server would still take in during the copy would not arrive. */
async function refuseWhileInUse(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rowCount } = await client.query(
    "select 1 from pg_stat_activity where datname = current_database() and application_name like 'eitherway%' limit 1",
  );
  await client.end();
  if (rowCount) throw new Error('A server is using this database. Please stop it first, then move.');
}

/** Mail that has not gone yet, sealed as it lies there. */
async function waitingMail(url: string): Promise<{ id: string; data: QueuedMail }[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ id: string; data: QueuedMail }>(
    "select id, data from pgboss.job where name = $1 and state in ('created', 'retry', 'active')",
    [MAIL],
  );
  await client.end();
  return rows;
}

/** Jobs are not copied; those that had not run are queued anew: from the events they were for, and mail as it was. */
async function queueWhatWaits(
  { db, pool }: ReturnType<typeof connect>,
  databaseUrl: string,
  mails: readonly { id: string; data: QueuedMail }[],
): Promise<void> {
  const queue = await startJobs({ databaseUrl, db, log: pino({ level: 'silent' }), now: () => new Date() });
  for (const { id: teamId } of await db.select({ id: organization.id }).from(organization)) {
    const waiting = await asTeam(db, teamId, (tx) =>
      tx
        .select({ sessionId: sessionEvent.sessionId, revision: sessionEvent.revision })
        .from(sessionEvent)
        .where(and(eq(sessionEvent.kind, 'stored'), isNull(sessionEvent.processedAt))),
    );
    await inTransaction(pool, async (client) => {
      for (const event of waiting) await client.query(await queue.jobs.sessionStored({ teamId, ...event }));
    });
  }
  await makeMailQueue(queue.boss);
  for (const { id, data } of mails) await queue.boss.send(MAIL, data, { id });
  await queue.stop();
}
