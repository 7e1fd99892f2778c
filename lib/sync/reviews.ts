import * as z from 'zod/mini';
import { type CommentedSession, CommentedSessions } from '@/lib/review/commented';
import { Comment, Standing } from '@/lib/review/review';
import { createApiClient, type SignedIn } from './api-client';
import { type Read, read } from './read-api';

/** What of a session's review the panel shows. */
const PanelReview = z.extend(Standing, { comments: z.array(Comment) });
export type PanelReview = z.infer<typeof PanelReview>;

/** One's own sessions that were commented, the unread first. */
export async function listCommented(who: SignedIn, fetcher?: typeof fetch): Promise<Read<CommentedSession[]>> {
  const found = await read(CommentedSessions, () => createApiClient(who, fetcher).api.reviews.mine.$get());
  return found.kind === 'read' ? { kind: 'read', value: found.value.sessions } : found;
}

/** Where one session stands with the leads, and the comments on it in the order in which they came. */
export function readReview(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<PanelReview>> {
  const client = createApiClient(who, fetcher);
  return read(PanelReview, () => client.api.sessions[':id'].review.$get({ param: { id } }));
}

/** Shares one's session with the leads before its time. */
export async function shareSession(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<null>> {
  const { share } = createApiClient(who, fetcher).api.sessions[':id'];
  return done(await read(z.unknown(), () => share.$post({ param: { id } })));
}

/** Asks the leads to look at something, or at the whole with ''; it shares the session. Null takes that back. */
export async function askForLook(
  who: SignedIn,
  id: string,
  what: string | null,
  fetcher?: typeof fetch,
): Promise<Read<null>> {
  const { look } = createApiClient(who, fetcher).api.sessions[':id'];
  const param = { id };
  return done(
    await read(z.unknown(), () =>
      what === null ? look.$delete({ param }) : look.$put({ param, json: { for: what } }),
    ),
  );
}

/** Says that the talk that a lead asked for was had. */
export async function endTalk(who: SignedIn, id: string, fetcher?: typeof fetch): Promise<Read<null>> {
  const { talk } = createApiClient(who, fetcher).api.sessions[':id'];
  return done(await read(z.unknown(), () => talk.$delete({ param: { id } })));
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
