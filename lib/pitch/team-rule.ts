import * as z from 'zod/mini';
import { Category } from './flag';

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
