import { and, eq } from 'drizzle-orm';
import { mayTakeBack } from '@/lib/record/may-take-back';
import { longestOf, partsOf } from '@/lib/record/parts';
import type { ResponseKind } from '@/lib/record/record';
import type { Tx } from '../db/connect';
import { recordResponse } from '../db/schema';
import { Problem } from '../errors';
import { type At, versionsOf } from './read-record';
import { takeTurns } from './take-turns';
import { tellRecord } from './tell-record';

/** As many as a record can hold; more is no talk any more. */
const MOST_RESPONSES = 200;

export type Said = { id: string; version: number; kind: ResponseKind; part: string; text: string; name: string };

/** Deletes what the client wrote, when nothing was made of it. Gone already is fine. */
export async function takeBack(tx: Tx, at: At, responseId: string): Promise<void> {
  await takeTurns(tx, at);
  const itself = and(
    eq(recordResponse.teamId, at.teamId),
    eq(recordResponse.sessionId, at.id),
    eq(recordResponse.id, responseId),
  );
  const [said] = await tx.select().from(recordResponse).where(itself);
  if (!said || !mayTakeBack(said)) return;
  await tx.delete(recordResponse).where(itself);
  await tellRecord(tx, at);
}

/**
 * Keeps what the client says to a version. The same id once more is the same. Throws `stale-revision` when there is a
 * newer version, which they have to see first; `wrong-form` for a correction of what is not there or that says nothing.
 */
export async function respond(tx: Tx, at: At, said: Said, now: Date): Promise<void> {
  const { teamId, id } = at;
  await takeTurns(tx, at);
  const all = and(eq(recordResponse.teamId, teamId), eq(recordResponse.sessionId, id));
  if ((await tx.$count(recordResponse, and(all, eq(recordResponse.id, said.id)))) > 0) return;
  const newest = (await versionsOf(tx, at)).at(-1);
  if (!newest) throw new Problem('not-found');
  if (said.version !== newest.version) throw new Problem('stale-revision', { revision: newest.version });
  const part = partsOf(newest.document).find((one) => one.id === said.part);
  const needsText = said.kind === 'correct' || said.kind === 'dissent';
  const saysNothing = (needsText && said.text === '') || (said.kind === 'correct' && said.text === part?.text);
  if (saysNothing || (said.kind === 'correct' && !part)) throw new Problem('wrong-form');
  if ((await tx.$count(recordResponse, all)) >= MOST_RESPONSES) throw new Problem('rate-limited');
  const text = said.kind === 'correct' ? said.text.slice(0, longestOf(said.part)) : said.text;
  await tx.insert(recordResponse).values({ teamId, sessionId: id, ...said, text, saidAt: now });
  await tellRecord(tx, at);
}
