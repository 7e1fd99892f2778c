import * as z from 'zod/mini';
import { Category, Sensitivity } from './flag';

const Line = z.string().check(z.trim(), z.minLength(1), z.maxLength(300));

/** A rule of a team's own: whole words or phrases, not patterns, so that nobody can write a slow one. */
export const TeamRule = z.object({
  phrases: z.array(Line.check(z.maxLength(80))).check(z.minLength(1), z.maxLength(20)),
  category: Category,
  /** A diagnostic question to ask instead. */
  ask: Line,
  why: Line,
  /** Lines that it must flag and lines that it must not; it cannot be published while one fails. */
  flags: z.array(Line).check(z.minLength(1), z.maxLength(20)),
  allows: z.array(Line).check(z.minLength(1), z.maxLength(20)),
});
export type TeamRule = z.infer<typeof TeamRule>;

/** A published rule as the engine takes it: without its examples. */
export const PublishedRule = z.object({
  id: z.string().check(z.maxLength(64)),
  phrases: TeamRule.shape.phrases,
  category: Category,
  ask: Line,
  why: Line,
});
export type PublishedRule = z.infer<typeof PublishedRule>;

/** What a team sets for the flags of all of its members. */
export const TeamFlags = z.object({
  /** Another one for every other content; it becomes part of the engine's version. */
  version: z.string().check(z.maxLength(12)),
  rules: z.array(PublishedRule).check(z.maxLength(500)),
  /** Words that are never an agenda here: names of products and clients. */
  neverFlagged: z.array(z.string().check(z.maxLength(80))).check(z.maxLength(500)),
  /** How readily a panel flags until its expert chooses; null leaves it to the panel. */
  sensitivity: z.nullable(Sensitivity),
});
export type TeamFlags = z.infer<typeof TeamFlags>;
