import * as z from 'zod/mini';
import { Flag, Span } from '@/lib/pitch/flag';

export const Id = z.uuidv7();
export const Instant = z.iso.datetime();
export const Day = z.iso.date();

/** What the expert answered to a flag. A reason is needed for kept and disputed (see `answerProblem`). */
export const FlagAnswer = z.object({
  kind: z.enum(['reworded', 'kept', 'disputed']),
  reason: z.string().check(z.maxLength(500)),
  at: Instant,
});
export type FlagAnswer = z.infer<typeof FlagAnswer>;

/**
 * A flag as a session keeps it: the engine's finding, its own id, the flagged piece, and the expert's answer.
 * A reworded flag no longer stands in the text: `from` and `to` are then where it stood, and `piece` stays on the
 * device (`forTeam` empties it).
 */
export const NoteFlag = z.extend(Flag, {
  id: Id,
  piece: z.string().check(z.maxLength(2_000)),
  answer: z.nullable(FlagAnswer),
});
export type NoteFlag = z.infer<typeof NoteFlag>;

/** What was typed under one question (`questionId`), or as the session's free notes (`questionId` null). At most one note a question. */
export const Note = z.object({
  id: Id,
  questionId: z.nullable(z.string().check(z.maxLength(64))),
  text: z.string().check(z.maxLength(900_000)),
  /** Pieces for which the client gave leave ("they asked"), whole lines, as UTF-16 offsets in ascending order. */
  theyAsked: z.array(Span).check(z.maxLength(5_000)),
  flags: z.array(NoteFlag).check(z.maxLength(5_000)),
  updatedAt: Instant,
});
export type Note = z.infer<typeof Note>;
