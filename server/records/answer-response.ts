import { and, eq } from 'drizzle-orm';
import { withCorrection } from '@/lib/record/parts';
import type { ResponseAnswer } from '@/lib/record/wire';
import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { decisionRecord, recordResponse } from '../db/schema';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import { type At, versionsOf } from './read-record';
import { takeTurns } from './take-turns';
import { tellRecord } from './tell-record';

/**
 * Answers a correction: accepting it makes the next version with the client's wording; answering keeps the wording and
 * says why. An answer stays; the same once more is harmless.
 */
export async function answerResponse(
  tx: Tx,
  deps: Deps,
  who: Member,
  at: At,
  responseId: string,
  { answer, text }: ResponseAnswer,
): Promise<void> {
  const { teamId, id } = at;
  await takeTurns(tx, at);
  const itself = and(
    eq(recordResponse.teamId, teamId),
    eq(recordResponse.sessionId, id),
    eq(recordResponse.id, responseId),
  );
  const [said] = await tx.select().from(recordResponse).where(itself);
  if (said?.kind !== 'correct') throw new Problem('not-found');
  if (said.answer) {
    if (said.answer === answer && said.answerText === text) return;
    throw new Problem('answered');
  }
  if (answer === 'answered' && text.trim() === '')
    throw new Problem('wrong-form', { issues: [{ path: 'text', message: 'needed' }] });
  const { user } = who;
  const now = deps.now();
  if (answer === 'accepted') {
    const newest = (await versionsOf(tx, at)).at(-1);
    const document = newest && withCorrection(newest.document, said.part, said.text);
    if (!newest || !document)
      throw new Problem('wrong-form', { detail: 'This part is no longer there. Please answer in words.' });
    const { revision } = newest;
    const by = { madeBy: user.id, madeByName: user.name, madeAt: now };
    const version = newest.version + 1;
    await tx
      .insert(decisionRecord)
      .values({ teamId, sessionId: id, version, document, revision, madeOf: 'correction', ...by });
  }
  await tx
    .update(recordResponse)
    .set({ answer, answerText: text, answeredByName: user.name, answeredAt: now })
    .where(itself);
  await audit(tx, deps, who, { action: 'record-answered', target: id, details: { answer } });
  await tellRecord(tx, at);
}
