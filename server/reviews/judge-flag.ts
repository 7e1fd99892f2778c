import { and, eq } from 'drizzle-orm';
import type { Verdict } from '@/lib/review/review';
import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { flagVerdict, sessionFlag } from '../db/schema';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import { type AtSession, changeReview } from './at-session';

/** What a reviewer thinks of a flag, once each; a new thought takes the place of the old one. */
export async function judgeFlag(
  tx: Tx,
  deps: Deps,
  who: Member,
  at: AtSession,
  flagId: string,
  given: { verdict: Verdict; reason: string },
): Promise<void> {
  const [flag] = await tx
    .select({ answer: sessionFlag.answer })
    .from(sessionFlag)
    .where(and(eq(sessionFlag.teamId, at.teamId), eq(sessionFlag.sessionId, at.id), eq(sessionFlag.flagId, flagId)));
  if (!flag) throw new Problem('not-found');
  // Whoever said why it is no agenda is owed a reason when a reviewer still sees one.
  if (flag.answer === 'disputed' && given.verdict === 'agree' && given.reason === '')
    throw new Problem('wrong-form', { issues: [{ path: 'reason', message: 'needed where the flag is disputed' }] });
  const row = { byName: who.user.name, ...given, at: deps.now() };
  await tx
    .insert(flagVerdict)
    .values({ teamId: at.teamId, sessionId: at.id, flagId, byId: who.user.id, ...row })
    .onConflictDoUpdate({
      target: [flagVerdict.teamId, flagVerdict.sessionId, flagVerdict.flagId, flagVerdict.byId],
      set: row,
    });
  await audit(tx, deps, who, { action: 'flag-judged', target: at.id, details: { verdict: given.verdict } });
  await changeReview(tx, at, {});
}

export async function takeVerdictBack(tx: Tx, who: Member, at: AtSession, flagId: string): Promise<void> {
  await tx
    .delete(flagVerdict)
    .where(
      and(
        eq(flagVerdict.teamId, at.teamId),
        eq(flagVerdict.sessionId, at.id),
        eq(flagVerdict.flagId, flagId),
        eq(flagVerdict.byId, who.user.id),
      ),
    );
  await changeReview(tx, at, {});
}
