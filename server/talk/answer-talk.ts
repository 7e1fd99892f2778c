import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { v4 } from 'uuid';
import { monthOf } from '@/lib/insights/months';
import { TALK_QUESTIONS, type TalkAnswers } from '@/lib/talk/talk';
import type { ClientLink } from '../client/links';
import type { Tx } from '../db/connect';
import { clientLink, talkAnswer } from '../db/schema';

export type Answered = 'taken' | 'empty' | 'already';
type Of = Pick<ClientLink, 'teamId' | 'id' | 'sessionId'>;

/**
 * Keeps the answers of a client, once for each talk, whichever of its links they came by. The row says the month and
 * nothing else: its id is random, and the link only learns the month in which it was asked, so that neither leads to the other.
 */
export async function answerTalk(tx: Tx, link: Of, answers: TalkAnswers, now: Date): Promise<Answered> {
  if (TALK_QUESTIONS.every((question) => answers[question] === null)) return 'empty';
  if (await isAsked(tx, link)) return 'already';
  const month = `${monthOf(now)}-01`;
  const [asked] = await tx
    .update(clientLink)
    .set({ askedAt: new Date(month) })
    .where(and(eq(clientLink.teamId, link.teamId), eq(clientLink.id, link.id), isNull(clientLink.askedAt)))
    .returning({ id: clientLink.id });
  if (!asked) return 'already';
  await tx.insert(talkAnswer).values({ teamId: link.teamId, id: v4(), month, ...answers });
  return 'taken';
}

/** Whether the questions about the talk of this link were answered before. */
export async function isAsked(tx: Tx, { teamId, id, sessionId }: Of): Promise<boolean> {
  const sameTalk = sessionId ? eq(clientLink.sessionId, sessionId) : eq(clientLink.id, id);
  const [asked] = await tx
    .select({ id: clientLink.id })
    .from(clientLink)
    .where(and(eq(clientLink.teamId, teamId), sameTalk, isNotNull(clientLink.askedAt)))
    .limit(1);
  return asked !== undefined;
}
