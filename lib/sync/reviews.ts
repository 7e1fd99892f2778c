import * as z from 'zod/mini';
import { type CommentedSession, CommentedSessions } from '@/lib/review/commented';
import { Comment } from '@/lib/review/review';
import { createApiClient, type SignedIn } from './api-client';
import { type Read, read } from './read-api';

/** What of a session's review the panel shows. */
const Comments = z.object({ comments: z.array(Comment) });

/** One's own sessions that were commented, the unread first. */
export async function listCommented(who: SignedIn, fetcher?: typeof fetch): Promise<Read<CommentedSession[]>> {
  const found = await read(CommentedSessions, () => createApiClient(who, fetcher).api.reviews.mine.$get());
  return found.kind === 'read' ? { kind: 'read', value: found.value.sessions } : found;
}

/** The comments on one session, in the order in which they came. */
export async function readComments(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<Comment[]>> {
  const client = createApiClient(who, fetcher);
  const found = await read(Comments, () => client.api.sessions[':id'].review.$get({ param: { id } }));
  return found.kind === 'read' ? { kind: 'read', value: found.value.comments } : found;
}

/** Answers a comment; sent again under the same id it stays one. */
export async function sendAnswer(
  who: SignedIn,
  sessionId: string,
  answer: Pick<Comment, 'id' | 'parentId' | 'text'>,
  fetcher?: typeof fetch,
): Promise<Read<null>> {
  const json = { ...answer, kind: 'answer' as const, anchor: null };
  const client = createApiClient(who, fetcher);
  return done(
    await read(z.unknown(), () => client.api.sessions[':id'].comments.$post({ param: { id: sessionId }, json })),
  );
}

/** Says that the expert read a comment. */
export async function acknowledgeComment(
  who: SignedIn,
  sessionId: string,
  commentId: string,
  fetcher?: typeof fetch,
): Promise<Read<null>> {
  const param = { id: sessionId, commentId };
  const { comments } = createApiClient(who, fetcher).api.sessions[':id'];
  return done(await read(z.unknown(), () => comments[':commentId'].acknowledge.$post({ param })));
}

function done(answer: Read<unknown>): Read<null> {
  return answer.kind === 'read' ? { kind: 'read', value: null } : answer;
}
