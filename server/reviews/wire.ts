import * as z from 'zod/mini';
import {
  Comment,
  CommentAnchor,
  CommentKind,
  CommentText,
  Need,
  ProcessAnswers,
  Standing,
  Verdict,
} from '@/lib/review/review';
import { Id, Instant } from '@/lib/session/note';
import { Session } from '@/lib/session/session';

const Name = z.object({ id: z.string(), name: z.string() });
const Reason = z.string().check(z.trim(), z.maxLength(1_000));

export const FlagVerdict = z.object({ flagId: Id, by: Name, verdict: Verdict, reason: z.string(), at: Instant });
export type FlagVerdict = z.infer<typeof FlagVerdict>;

/** All that was said of one session, as its expert and the leads see it alike. */
export const Review = z.extend(Standing, {
  needs: z.array(Need),
  comments: z.array(Comment),
  verdicts: z.array(FlagVerdict),
  forms: z.array(z.object({ by: Name, answers: ProcessAnswers, at: Instant })),
});
export type Review = z.infer<typeof Review>;

/** With an id made by who writes, so that sending it again is harmless. */
export const NewComment = z.object({
  id: Id,
  parentId: z.nullable(Id),
  kind: CommentKind,
  anchor: z.nullable(CommentAnchor),
  text: CommentText,
});
export type NewComment = z.infer<typeof NewComment>;

export const CommentStored = z.object({ id: Id, state: z.enum(['stored', 'already']) });
export const CommentChange = z.object({ text: CommentText });
export const VerdictGiven = z.object({ verdict: Verdict, reason: Reason });
export const ReviewedRevision = z.object({ revision: Session.shape.revision });
export const LookAsked = z.object({ for: Reason });

export const CommentParam = z.object({ id: Id, commentId: Id });
export const FlagParam = z.object({ id: Id, flagId: Id });
