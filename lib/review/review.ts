import * as z from 'zod/mini';
import { Span } from '@/lib/pitch/flag';
import { Id, Instant } from '@/lib/session/note';
import { Session } from '@/lib/session/session';

/** Why a session should be looked at, the most pressing first. */
export const Need = z.enum(['look-asked', 'open-dispute', 'sure-flag', 'undecided']);
export type Need = z.infer<typeof Need>;

/** `answer` is a reply to one of the others. */
export const CommentKind = z.enum(['praise', 'question', 'suggestion', 'answer']);
export type CommentKind = z.infer<typeof CommentKind>;

/** What a comment is about: a piece of a note (with its words, for when the note changes), or a question of the session. */
export const CommentAnchor = z.union([
  z.object({ kind: z.literal('note'), noteId: Id, span: Span, piece: z.string().check(z.maxLength(2_000)) }),
  z.object({ kind: z.literal('question'), questionId: z.string().check(z.maxLength(64)) }),
]);
export type CommentAnchor = z.infer<typeof CommentAnchor>;

export const CommentText = z.string().check(z.trim(), z.minLength(1), z.maxLength(4_000));

export const Comment = z.object({
  id: Id,
  parentId: z.nullable(Id),
  author: z.object({ id: z.string(), name: z.string() }),
  kind: CommentKind,
  /** Null for the session as a whole. */
  anchor: z.nullable(CommentAnchor),
  text: z.string(),
  createdAt: Instant,
  editedAt: z.nullable(Instant),
  /** When the expert said that they read it. */
  acknowledgedAt: z.nullable(Instant),
});
export type Comment = z.infer<typeof Comment>;

/**
 * How the deciding went, 0 (not seen) to 4 (done with care) each, modelled on Observer OPTION-5; null for "cannot say".
 * Source: Elwyn et al., Observer OPTION-5 (2013), in our own words. It asks nothing of the outcome.
 */
const Effort = z.nullable(z.int().check(z.minimum(0), z.maximum(4)));
export const ProcessAnswers = z.object({
  choiceNamed: Effort,
  asTeam: Effort,
  optionsWeighed: Effort,
  concernsAsked: Effort,
  concernsWorkedIn: Effort,
  remark: z.string().check(z.maxLength(2_000)),
});
export type ProcessAnswers = z.infer<typeof ProcessAnswers>;

export const Verdict = z.enum(['agree', 'disagree']);
export type Verdict = z.infer<typeof Verdict>;

/** Where a session stands between its expert and the leads, as both see it alike. */
export const Standing = z.object({
  /** Until then its expert alone reads it. */
  sharedFrom: Instant,
  look: z.nullable(z.object({ at: Instant, for: z.string() })),
  reviewed: z.nullable(z.object({ at: Instant, by: z.string(), revision: Session.shape.revision })),
  talk: z.nullable(z.object({ at: Instant, by: z.string() })),
  /** Who else read it, and when. */
  looks: z.array(z.object({ name: z.string(), firstAt: Instant, lastAt: Instant })),
});
export type Standing = z.infer<typeof Standing>;
