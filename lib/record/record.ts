import * as z from 'zod/mini';
import { OptionKind, Outcome, Side } from '@/lib/session/decision';
import { Day, Instant } from '@/lib/session/note';

const Text = z.string().check(z.maxLength(10_000));
const Line = z.string().check(z.maxLength(500));

/**
 * A decision as both sides read it. It is made of the decision of a session and of nothing else: no note, no flag, no
 * review, no address.
 */
export const RecordDocument = z.object({
  client: Line,
  title: Line,
  /** When the talk was finished. */
  decidedAt: Instant,
  /** Names as they took part, by side. */
  people: z.array(z.object({ name: Line, side: Side })).check(z.maxLength(100)),
  outcome: z.nullable(Outcome),
  to: Line,
  reason: Text,
  objectives: z.array(Line).check(z.maxLength(50)),
  options: z
    .array(z.object({ id: z.string(), kind: OptionKind, title: Line, good: Text, bad: Text }))
    .check(z.maxLength(30)),
  nextSteps: z
    .array(z.object({ id: z.string(), text: Line, side: Side, name: Line, date: z.nullable(Day) }))
    .check(z.maxLength(100)),
  dissent: Text,
  missing: Text,
  lookAgainOn: z.nullable(Day),
  undecidedReason: Text,
});
export type RecordDocument = z.infer<typeof RecordDocument>;

/** What the client can say to a record. Not answering is a choice of its own, `decline`. */
export const ResponseKind = z.enum(['confirm', 'correct', 'dissent', 'decline']);
export type ResponseKind = z.infer<typeof ResponseKind>;

export const RecordResponse = z.object({
  id: z.string(),
  version: z.int(),
  kind: ResponseKind,
  /** Of a correction: the part it is for. */
  part: z.string(),
  text: Text,
  name: Line,
  saidAt: Instant,
  answer: z.nullable(z.enum(['accepted', 'answered'])),
  answerText: Text,
  answeredByName: z.nullable(z.string()),
  answeredAt: z.nullable(Instant),
});
export type RecordResponse = z.infer<typeof RecordResponse>;
