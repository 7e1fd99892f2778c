import { and, eq } from 'drizzle-orm';
import type { Comment } from '@/lib/review/review';
import { audit } from '../audit/audit';
import type { Tx } from '../db/connect';
import { reviewComment } from '../db/schema';
import type { Deps, Member } from '../deps';
import { Problem } from '../errors';
import { type AtSession, refreshAndTell } from './at-session';
import type { NewComment } from './wire';

/** A session holds no more; who writes that many should talk. */
const MOST = 500;

/**
 * Writes a comment; sent again it stays one. A reviewer praises, asks and suggests; the expert answers what was said, and
 * so does a reviewer.
 */
export async function writeComment(
  tx: Tx,
  deps: Deps,
  who: Member,
  at: AtSession,
  sent: NewComment,
): Promise<'stored' | 'already'> {
  if ((sent.kind === 'answer') !== (sent.parentId !== null))
    throw new Problem('wrong-form', { issues: [{ path: 'parentId', message: 'an answer names what it answers' }] });
  if (at.isOwn && sent.kind !== 'answer') throw new Problem('forbidden');
  const mine = await commentsOf(tx, at);
  const stored = mine.find(({ id }) => id === sent.id);
  if (stored) {
    if (stored.authorId !== who.user.id || stored.text !== sent.text) throw new Problem('already-there');
    return 'already';
  }
  if (mine.length >= MOST) throw new Problem('too-many-comments');
  const parent = sent.parentId === null ? null : mine.find(({ id }) => id === sent.parentId);
  if (parent === undefined || parent?.parentId) throw new Problem('not-found');
  const added = await tx
    .insert(reviewComment)
    .values({
      teamId: at.teamId,
      id: sent.id,
      sessionId: at.id,
      parentId: sent.parentId,
      authorId: who.user.id,
      authorName: who.user.name,
      kind: sent.kind,
      anchor: parent ? null : sent.anchor,
      text: sent.text,
      createdAt: deps.now(),
    })
    .onConflictDoNothing()
    .returning({ id: reviewComment.id });
  if (added.length === 0) throw new Problem('already-there');
  // To answer is to have read it.
  if (parent && at.isOwn) await acknowledge(tx, deps, at, parent.id);
  await audit(tx, deps, who, { action: 'comment-written', target: at.id });
  await refreshAndTell(tx, at.teamId, at.id, 'comment');
  return 'stored';
}

/** Changes the words of one's own comment; the change is shown. */
export async function changeComment(
  tx: Tx,
  deps: Deps,
  who: Member,
  at: AtSession,
  id: string,
  text: string,
): Promise<void> {
  await ownComment(tx, who, at, id);
  await tx.update(reviewComment).set({ text, editedAt: deps.now(), acknowledgedAt: null }).where(isComment(at, id));
  await refreshAndTell(tx, at.teamId, at.id, 'comment');
}

/** Deletes one's own comment; answered ones stay, or the answers would hang in the air. */
export async function deleteComment(tx: Tx, deps: Deps, who: Member, at: AtSession, id: string): Promise<void> {
  await ownComment(tx, who, at, id);
  const answered = (await commentsOf(tx, at)).some(({ parentId }) => parentId === id);
  if (answered) throw new Problem('answered');
  await tx.delete(reviewComment).where(isComment(at, id));
  await audit(tx, deps, who, { action: 'comment-deleted', target: at.id });
  await refreshAndTell(tx, at.teamId, at.id, 'comment');
}

/** The expert says that they read it; saying it again is harmless. */
export async function acknowledge(tx: Tx, deps: Deps, at: AtSession, id: string): Promise<void> {
  const found = (await commentsOf(tx, at)).find((comment) => comment.id === id);
  if (!found) throw new Problem('not-found');
  if (found.acknowledgedAt) return;
  await tx.update(reviewComment).set({ acknowledgedAt: deps.now() }).where(isComment(at, id));
  await refreshAndTell(tx, at.teamId, at.id, 'comment');
}

async function ownComment(tx: Tx, who: Member, at: AtSession, id: string): Promise<void> {
  const found = (await commentsOf(tx, at)).find((comment) => comment.id === id);
  if (!found) throw new Problem('not-found');
  if (found.authorId !== who.user.id) throw new Problem('forbidden');
}

type Stored = Pick<Comment, 'id' | 'parentId' | 'text'> & { authorId: string; acknowledgedAt: Date | null };

async function commentsOf(tx: Tx, at: AtSession): Promise<Stored[]> {
  const { id, parentId, text, authorId, acknowledgedAt } = reviewComment;
  return await tx
    .select({ id, parentId, text, authorId, acknowledgedAt })
    .from(reviewComment)
    .where(and(eq(reviewComment.teamId, at.teamId), eq(reviewComment.sessionId, at.id)));
}

function isComment(at: AtSession, id: string) {
  return and(eq(reviewComment.teamId, at.teamId), eq(reviewComment.sessionId, at.id), eq(reviewComment.id, id));
}
