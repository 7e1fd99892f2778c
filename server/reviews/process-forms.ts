import { and, eq } from 'drizzle-orm';
import type { ProcessAnswers } from '@/lib/review/review';
import type { Tx } from '../db/connect';
import { processForm } from '../db/schema';
import type { Deps, Member } from '../deps';
import { type AtSession, refreshAndTell } from './at-session';

/** How someone saw the deciding, one form a person. */
export async function writeForm(
  tx: Tx,
  deps: Deps,
  who: Member,
  at: AtSession,
  answers: ProcessAnswers,
): Promise<void> {
  const row = { byName: who.user.name, answers, at: deps.now() };
  await tx
    .insert(processForm)
    .values({ teamId: at.teamId, sessionId: at.id, byId: who.user.id, ...row })
    .onConflictDoUpdate({ target: [processForm.teamId, processForm.sessionId, processForm.byId], set: row });
  await refreshAndTell(tx, at.teamId, at.id, 'review');
}

export async function deleteForm(tx: Tx, who: Member, at: AtSession): Promise<void> {
  await tx
    .delete(processForm)
    .where(and(eq(processForm.teamId, at.teamId), eq(processForm.sessionId, at.id), eq(processForm.byId, who.user.id)));
  await refreshAndTell(tx, at.teamId, at.id, 'review');
}
