import * as z from 'zod/mini';
import { Day, Id } from './note';

const Line = z.string().check(z.maxLength(500));
const Text = z.string().check(z.maxLength(10_000));

/** The joint outcome. Yes and no are equals; "not yet" is honest only with what is missing and a date. */
export const Outcome = z.enum(['yes', 'no', 'not-yet']);
export type Outcome = z.infer<typeof Outcome>;

/** `leave` (leave it as it is) and `elsewhere` (themselves or someone else) are in every decision and cannot be removed. */
export const OptionKind = z.enum(['leave', 'elsewhere', 'with-us', 'other']);
export type OptionKind = z.infer<typeof OptionKind>;

export const WeighedOption = z.object({ id: Id, kind: OptionKind, title: Line, good: Text, bad: Text });
export type WeighedOption = z.infer<typeof WeighedOption>;

export const Side = z.enum(['client', 'ours']);
export type Side = z.infer<typeof Side>;

export const NextStep = z.object({
  id: Id,
  text: Line,
  owner: z.object({ side: Side, name: Line }),
  /** Calendar day, or null while not agreed. */
  date: z.nullable(Day),
});
export type NextStep = z.infer<typeof NextStep>;

/** The decision as it is being written: everything may still be empty. `decisionProblems` says what is missing. */
export const Decision = z.object({
  outcome: z.nullable(Outcome),
  /** To what: the thing decided on. */
  to: Line,
  /** Why, in the client's terms. */
  reason: Text,
  objectives: z.array(Line).check(z.maxLength(50)),
  options: z.array(WeighedOption).check(z.maxLength(30)),
  /** What was played back, and whether the client corrected or agreed with it. */
  playback: z.object({ text: Text, confirmed: z.boolean() }),
  /** Ids of people of the session who took part in deciding. */
  tookPart: z.array(Id).check(z.maxLength(100)),
  dissent: Text,
  nextSteps: z.array(NextStep).check(z.maxLength(100)),
  /** For "not yet": what is missing, and the day on which both look again. */
  missing: Text,
  lookAgainOn: z.nullable(Day),
  /** Why the talk ended without any decision; only when `outcome` is null at the finish. */
  undecidedReason: Text,
});
export type Decision = z.infer<typeof Decision>;
