import { and, asc, desc, eq, sql } from 'drizzle-orm';
import type { AnyPgColumn } from 'drizzle-orm/pg-core';
import type { CommentedSessions } from '@/lib/review/commented';
import type { Tx } from '../db/connect';
import { flagVerdict, processForm, reviewComment, session, sessionLook, sessionReview } from '../db/schema';
import type { AtSession } from './at-session';
import type { Review } from './wire';

const iso = (at: Date | null) => at?.toISOString() ?? null;

/** All that was said of a session. */
export async function readReview(tx: Tx, { teamId, id }: AtSession): Promise<Review> {
  const of = (table: { teamId: AnyPgColumn; sessionId: AnyPgColumn }) =>
    and(eq(table.teamId, teamId), eq(table.sessionId, id));
  const [head] = await tx
    .select({ sharedFrom: session.sharedFrom, review: sessionReview })
    .from(session)
    .leftJoin(sessionReview, of(sessionReview))
    .where(and(eq(session.teamId, teamId), eq(session.id, id)));
  if (!head) throw new Error('the session was there a moment ago');
  const comments = await tx
    .select()
    .from(reviewComment)
    .where(of(reviewComment))
    .orderBy(asc(reviewComment.createdAt), asc(reviewComment.id));
  const verdicts = await tx
    .select()
    .from(flagVerdict)
    .where(of(flagVerdict))
    .orderBy(asc(flagVerdict.at), asc(flagVerdict.flagId), asc(flagVerdict.byId));
  const forms = await tx
    .select()
    .from(processForm)
    .where(of(processForm))
    .orderBy(asc(processForm.byName), asc(processForm.byId));
  const looks = await tx
    .select()
    .from(sessionLook)
    .where(of(sessionLook))
    .orderBy(desc(sessionLook.lastAt), asc(sessionLook.viewerId));
  const { review } = head;
  return {
    sharedFrom: head.sharedFrom.toISOString(),
    needs: review?.needs ?? [],
    look: review?.lookAskedAt ? { at: review.lookAskedAt.toISOString(), for: review.lookAskedFor ?? '' } : null,
    reviewed: review?.reviewedAt
      ? {
          at: review.reviewedAt.toISOString(),
          by: review.reviewedByName ?? '',
          revision: review.reviewedRevision ?? 1,
        }
      : null,
    talk: review?.talkAskedAt ? { at: review.talkAskedAt.toISOString(), by: review.talkAskedByName ?? '' } : null,
    comments: comments.map((row) => ({
      id: row.id,
      parentId: row.parentId,
      author: { id: row.authorId, name: row.authorName },
      kind: row.kind,
      anchor: row.anchor,
      text: row.text,
      createdAt: row.createdAt.toISOString(),
      editedAt: iso(row.editedAt),
      acknowledgedAt: iso(row.acknowledgedAt),
    })),
    verdicts: verdicts.map(({ flagId, byId, byName, verdict, reason, at }) => ({
      flagId,
      by: { id: byId, name: byName },
      verdict,
      reason,
      at: at.toISOString(),
    })),
    forms: forms.map(({ byId, byName, answers, at }) => ({
      by: { id: byId, name: byName },
      answers,
      at: at.toISOString(),
    })),
    looks: looks.map(({ viewerName, firstAt, lastAt }) => ({
      name: viewerName,
      firstAt: firstAt.toISOString(),
      lastAt: lastAt.toISOString(),
    })),
  };
}

const MOST = 50;

/** The person's own sessions that were commented, those with something unread first, then the last commented. */
export async function commentedSessions(tx: Tx, teamId: string, userId: string): Promise<CommentedSessions> {
  const unread = sql<number>`count(*) filter (where ${reviewComment.authorId} <> ${userId} and ${reviewComment.acknowledgedAt} is null)::int`;
  const lastAt = sql<string>`max(${reviewComment.createdAt})`;
  const rows = await tx
    .select({
      id: session.id,
      client: session.client,
      title: session.title,
      startedAt: session.startedAt,
      comments: sql<number>`count(*)::int`,
      unread,
      lastAt,
    })
    .from(reviewComment)
    .innerJoin(session, and(eq(session.teamId, reviewComment.teamId), eq(session.id, reviewComment.sessionId)))
    .where(and(eq(reviewComment.teamId, teamId), eq(session.teamId, teamId), eq(session.expertId, userId)))
    .groupBy(session.id, session.client, session.title, session.startedAt)
    .orderBy(desc(sql`least(${unread}, 1)`), desc(lastAt), desc(session.id))
    .limit(MOST);
  return {
    sessions: rows.map((row) => ({
      ...row,
      startedAt: row.startedAt.toISOString(),
      lastAt: new Date(row.lastAt).toISOString(),
    })),
  };
}
