import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';

/** A session of one's own that was commented; unread is what one has not said to have read. */
export const CommentedSession = z.object({
  id: Id,
  client: z.string(),
  title: z.string(),
  startedAt: Instant,
  comments: z.int(),
  unread: z.int(),
  lastAt: Instant,
});
export type CommentedSession = z.infer<typeof CommentedSession>;

export const CommentedSessions = z.object({ sessions: z.array(CommentedSession) });
export type CommentedSessions = z.infer<typeof CommentedSessions>;
