import * as z from 'zod/mini';

/** The kinds of stage of the diagnostic sequence, in the order of the method; a playbook may leave some out. */
export const StageKind = z.enum([
  'self-check',
  'agreement',
  'situation',
  'problem',
  'cost',
  'tried',
  'objectives',
  'process',
  'options',
  'playback',
  'decide',
]);
export type StageKind = z.infer<typeof StageKind>;

/** What a question does: pure asks for facts and stories, diagnostic tests a cause, option weighs, process agrees how to work. */
export const QuestionKind = z.enum(['pure', 'diagnostic', 'option', 'process']);
export type QuestionKind = z.infer<typeof QuestionKind>;

const Slug = z.string().check(z.regex(/^[a-z0-9][a-z0-9-]{0,63}$/));

export const Question = z.object({
  id: Slug,
  text: z.string().check(z.minLength(1), z.maxLength(400)),
  why: z.string().check(z.maxLength(600)),
  listenFor: z.array(z.string().check(z.minLength(1), z.maxLength(300))).check(z.maxLength(12)),
  followUps: z.array(z.string().check(z.minLength(1), z.maxLength(300))).check(z.maxLength(12)),
  kind: QuestionKind,
  neededForDecision: z.boolean(),
});
export type Question = z.infer<typeof Question>;

export const Stage = z.object({
  id: Slug,
  kind: StageKind,
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  aim: z.string().check(z.maxLength(300)),
  /** Planned length in minutes; 0 for what happens outside the call. */
  minutes: z.int().check(z.minimum(0), z.maximum(240)),
  questions: z.array(Question).check(z.minLength(1), z.maxLength(40)),
});
export type Stage = z.infer<typeof Stage>;

/** A versioned diagnostic sequence. Ids of stages and of questions are unique within it (see `playbookProblems`). */
export const Playbook = z.object({
  id: Slug,
  version: z.int().check(z.minimum(1), z.maximum(100_000)),
  title: z.string().check(z.minLength(1), z.maxLength(80)),
  summary: z.string().check(z.maxLength(300)),
  stages: z.array(Stage).check(z.minLength(1), z.maxLength(20)),
});
export type Playbook = z.infer<typeof Playbook>;

export const PlaybookRef = z.object({ id: Slug, version: Playbook.shape.version });
export type PlaybookRef = z.infer<typeof PlaybookRef>;
