import * as z from 'zod/mini';
import type { StageKind } from '@/lib/playbooks/playbook';

/** The eleven categories of agenda-driven language, in the order in which the product names them. */
export const Category = z.enum([
  'premature-solution',
  'feature-pitch',
  'pressure',
  'closing',
  'quota',
  'objection-combat',
  'leading-question',
  'flattery',
  'disparage',
  'social-proof',
  'manipulation',
]);
export type Category = z.infer<typeof Category>;

/** A piece of a text, as half-open UTF-16 offsets: `from` included, `to` excluded. */
export const Span = z.object({ from: z.int().check(z.minimum(0)), to: z.int().check(z.minimum(0)) });
export type Span = z.infer<typeof Span>;

/** One finding of agenda-driven language. `from` and `to` are UTF-16 offsets into the text that was checked. */
export const Flag = z.object({
  from: Span.shape.from,
  to: Span.shape.to,
  category: Category,
  /** Why this piece was flagged: one calm sentence. */
  why: z.string().check(z.maxLength(400)),
  /** A diagnostic question to ask instead. */
  ask: z.string().check(z.maxLength(400)),
  /** How sure the engine is: a probability, 0 to 1. */
  sureness: z.number().check(z.minimum(0), z.maximum(1)),
  /** Which part of the engine found it: a rule by its id, or the model. */
  part: z.object({ kind: z.enum(['rule', 'model']), id: z.string().check(z.maxLength(80)) }),
  /** Version of the engine and its tables, e.g. "rules-3". */
  engine: z.string().check(z.maxLength(40)),
});
export type Flag = z.infer<typeof Flag>;

export const Sensitivity = z.enum(['quiet', 'normal', 'strict']);
export type Sensitivity = z.infer<typeof Sensitivity>;

/** What the engine may know besides the words. Everything is plain data, so that it can cross into a worker. */
export type CheckContext = {
  /** The stage the note stands under; null for free notes. */
  stage: StageKind | null;
  /** The question under which the note stands: it is not proposed again. */
  question?: string;
  sensitivity: Sensitivity;
  /** Names of the client's people and organisation, as typed at the start: what they say is theirs. */
  clientNames: readonly string[];
  /** Version of the team's own rules: with others every line is checked again. */
  team?: string;
};

/** One line to check: its text without the line break, whether the client gave leave ("they asked"), and the lines before it in the note, nearest last (at most 5). */
export type LineInput = { text: string; theyAsked: boolean; before: readonly string[] };

/** A whole note to check: its text and the pieces marked "they asked". */
export type NoteInput = { text: string; theyAsked: readonly Span[] };
