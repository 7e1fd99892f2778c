import { and, eq, inArray, ne, notInArray, sql } from 'drizzle-orm';
import type { Db, Tx } from '../../db/connect';
import { crmDelivery } from '../../db/schema';
import { asTeam } from '../../db/team-transaction';
import { CHANNEL } from '../../news/news';
import { type Delivery, thisDelivery } from './rows';
import { NOW } from './want';

type Change = Partial<
  Pick<
    Delivery,
    | 'problem'
    | 'remoteId'
    | 'remoteUrl'
    | 'sentRevision'
    | 'sentHash'
    | 'links'
    | 'candidates'
    | 'shortened'
    | 'failures'
    | 'inDoubt'
    | 'deliveredAt'
  >
>;

/**
 * Committed before the request leaves: who finds it so later knows that something may have been created. Counts as due
 * again at `restUntil`, for when this process dies. False when the row has changed meanwhile; then nothing may be sent.
 */
export async function beginSending(
  db: Db,
  row: Delivery,
  restUntil: Date,
  now: Date,
  change: Change = {},
): Promise<boolean> {
  const begun = await asTeam(db, row.teamId, (tx) =>
    tx
      .update(crmDelivery)
      .set({
        ...change,
        state: 'sending',
        attempts: row.attempts + 1,
        firstTriedAt: row.firstTriedAt ?? now,
        sentAt: now,
        nextAt: restUntil,
        changedAt: now,
      })
      .where(and(thisDelivery(row), asRead(row))),
  );
  return begun.rowCount === 1;
}

/** Nobody else has tried or settled it since it was read. */
function asRead(row: Delivery) {
  return and(
    eq(crmDelivery.state, row.state),
    eq(crmDelivery.attempts, row.attempts),
    eq(crmDelivery.wanted, row.wanted),
    eq(crmDelivery.wantedRevision, row.wantedRevision),
  );
}

/**
 * Writes down how it ended. When the session changed or went meanwhile, it is due again at once, whatever this try came
 * to; what is in doubt stays so. `tries` is the attempt that this is about: a later one's outcome is not overwritten.
 */
export async function settle(
  db: Db,
  row: Delivery,
  to: { state: Delivery['state']; nextAt?: Date },
  now: Date,
  { tries, ...change }: Change & { tries: number },
): Promise<void> {
  const moved = sql`(wanted_revision <> ${row.wantedRevision} or wanted <> ${row.wanted})`;
  const isOver = to.state !== 'doubt' && to.state !== 'sending';
  await asTeam(db, row.teamId, async (tx) => {
    const settled = await tx
      .update(crmDelivery)
      .set({
        ...change,
        state: isOver ? sql`case when ${moved} then 'waiting' else ${to.state} end` : to.state,
        nextAt: isOver
          ? sql`case when ${moved} then ${NOW} else ${(to.nextAt ?? now).toISOString()}::timestamptz end`
          : (to.nextAt ?? now),
        changedAt: now,
      })
      .where(
        and(
          thisDelivery(row),
          eq(crmDelivery.attempts, tries),
          inArray(crmDelivery.state, ['waiting', 'sending', 'doubt']),
        ),
      );
    if (settled.rowCount) await tell(tx, row);
  });
}

/** What stands beside a note: wanted with it, and gone when it is gone from the session. */
export async function wantBeside(db: Db, note: Delivery, kinds: readonly string[], now: Date): Promise<void> {
  // Nothing stood beside it before, and nothing is to.
  if (kinds.length === 0 && note.sentRevision === null) return;
  await asTeam(db, note.teamId, async (tx) => {
    if (kinds.length > 0) {
      const rows = kinds.map((kind) => ({
        teamId: note.teamId,
        connectionId: note.connectionId,
        sessionId: note.sessionId,
        kind,
        wanted: 'present' as const,
        wantedRevision: note.wantedRevision,
        state: 'waiting' as const,
        nextAt: now,
        changedAt: now,
      }));
      await tx
        .insert(crmDelivery)
        .values(rows)
        .onConflictDoUpdate({
          target: [crmDelivery.teamId, crmDelivery.connectionId, crmDelivery.sessionId, crmDelivery.kind],
          set: {
            wanted: 'present',
            wantedRevision: note.wantedRevision,
            failures: 0,
            firstTriedAt: null,
            state: sql`case when crm_delivery.state in ('sending', 'doubt') then crm_delivery.state else 'waiting' end`,
            nextAt: sql`case when crm_delivery.state in ('sending', 'doubt') then crm_delivery.next_at else ${NOW} end`,
          },
          setWhere: sql`crm_delivery.wanted_revision < excluded.wanted_revision or crm_delivery.wanted <> 'present'`,
        });
    }
    const others = and(
      eq(crmDelivery.teamId, note.teamId),
      eq(crmDelivery.connectionId, note.connectionId),
      eq(crmDelivery.sessionId, note.sessionId),
      notInArray(crmDelivery.kind, ['note', ...kinds]),
      eq(crmDelivery.wanted, 'present'),
    );
    await unwant(tx, others);
  });
}

async function unwant(tx: Tx, which: ReturnType<typeof and>): Promise<void> {
  await tx
    .update(crmDelivery)
    .set({
      wanted: 'absent',
      problem: null,
      state: sql`case when state in ('sending', 'doubt') then state else 'waiting' end`,
      nextAt: sql`case when state in ('sending', 'doubt') then next_at else ${NOW} end`,
    })
    .where(and(which, ne(crmDelivery.state, 'removed')));
}

async function tell(tx: Tx, { teamId, sessionId }: Delivery): Promise<void> {
  const news = JSON.stringify({ team: teamId, kind: 'crm', id: sessionId });
  await tx.execute(sql`select pg_notify(${CHANNEL}, ${news})`);
}
