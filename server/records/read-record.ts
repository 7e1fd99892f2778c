import { isDeepStrictEqual } from 'node:util';
import { and, asc, desc, eq, gt, isNull } from 'drizzle-orm';
import { carryOver } from '@/lib/record/carry-over';
import { changesBetween } from '@/lib/record/changes';
import { RecordDocument, type RecordResponse } from '@/lib/record/record';
import { recordOf } from '@/lib/record/record-of';
import type { SharedRecord } from '@/lib/record/wire';
import type { Session } from '@/lib/session/session';
import type { Tx } from '../db/connect';
import { clientLink, decisionRecord, recordResponse, session } from '../db/schema';

export type At = { teamId: string; id: string };
export type Version = typeof decisionRecord.$inferSelect;

/** Every version of the record of a session, the oldest first. */
export function versionsOf(tx: Tx, { teamId, id }: At): Promise<Version[]> {
  return tx
    .select()
    .from(decisionRecord)
    .where(and(eq(decisionRecord.teamId, teamId), eq(decisionRecord.sessionId, id)))
    .orderBy(asc(decisionRecord.version));
}

/** What was said to a record, and answered, in its order. */
export async function responsesOf(tx: Tx, { teamId, id }: At): Promise<RecordResponse[]> {
  const rows = await tx
    .select()
    .from(recordResponse)
    .where(and(eq(recordResponse.teamId, teamId), eq(recordResponse.sessionId, id)))
    .orderBy(asc(recordResponse.saidAt), asc(recordResponse.id));
  return rows.map(({ teamId: _, sessionId: __, saidAt, answeredAt, ...row }) => ({
    ...row,
    saidAt: saidAt.toISOString(),
    answeredAt: answeredAt?.toISOString() ?? null,
  }));
}

/** The link under which the client opens the record, when there is one that opens. */
export async function openLinkOf(tx: Tx, { teamId, id }: At, now: Date) {
  const itself = and(eq(clientLink.teamId, teamId), eq(clientLink.sessionId, id), eq(clientLink.kind, 'record'));
  const [link] = await tx
    .select()
    .from(clientLink)
    .where(and(itself, isNull(clientLink.revokedAt), gt(clientLink.expiresAt, now)))
    .orderBy(desc(clientLink.madeAt), desc(clientLink.id))
    .limit(1);
  return link ?? null;
}

/** The record of a session with all that was said to it; null while it was not shared. */
export async function readRecord(tx: Tx, at: At, now: Date): Promise<Omit<SharedRecord, 'mail'> | null> {
  const versions = await versionsOf(tx, at);
  const newest = versions.at(-1);
  if (!newest) return null;
  const link = await openLinkOf(tx, at, now);
  const [stored] = await tx
    .select({ document: session.document })
    .from(session)
    .where(and(eq(session.teamId, at.teamId), eq(session.id, at.id)));
  return {
    version: newest.version,
    document: newest.document,
    versions: versions.map(({ version, document, madeOf, madeByName, madeAt }, index) => ({
      version,
      madeOf,
      madeByName,
      madeAt: madeAt.toISOString(),
      changes: changesBetween(versions[index - 1]?.document ?? document, document),
    })),
    responses: await responsesOf(tx, at),
    link: link && { madeAt: link.madeAt.toISOString(), expiresAt: link.expiresAt.toISOString() },
    isBehind: stored !== undefined && nextOf(stored.document, versions) !== null,
  };
}

/**
 * The record as the session makes it by now, with the wordings of the client that were taken over; null when the newest
 * version says the same. A talk that was only finished anew says the same.
 */
export function nextOf(session: Session, versions: readonly Version[]): RecordDocument | null {
  const next = carryOver(RecordDocument.parse(recordOf(session)), versions);
  const newest = versions.at(-1)?.document;
  return newest && isDeepStrictEqual({ ...next, decidedAt: '' }, { ...newest, decidedAt: '' }) ? null : next;
}
