import * as z from 'zod/mini';
import { StageKind } from '@/lib/playbooks/playbook';
import { Id, Instant } from '@/lib/session/note';
import { ClosingId } from './self-check';

/** A question of a self-check with its answer, in words, as they read when they were sent. */
export const Answered = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(64)),
  stage: StageKind,
  question: z.string().check(z.maxLength(400)),
  answer: z.string().check(z.maxLength(3_000)),
});
export type Answered = z.infer<typeof Answered>;

const Line = z.string().check(z.maxLength(254));

/** What a client let the team know at the end of a self-check: that they ask for a talk, or that they ended it there. */
export const SentCheck = z.object({
  id: Id,
  wish: z.enum(['talk', 'ended']),
  closing: ClosingId,
  organisation: Line,
  name: Line,
  email: Line,
  /** One of the times that were offered, ISO 8601 with its offset, or empty. */
  time: Line,
  message: z.string().check(z.maxLength(2_000)),
  sentAt: Instant,
  language: z.string(),
  /** Whom the link was made for; empty for one that everybody can open. */
  forName: Line,
  /** Of the self-check. */
  title: z.string(),
  answered: z.array(Answered).check(z.maxLength(20)),
  takenByName: z.nullable(z.string()),
  sessionId: z.nullable(Id),
  /** Whether who asks may offer it to everyone again. */
  mayBringBack: z.boolean(),
});
export type SentCheck = z.infer<typeof SentCheck>;
export const SentChecks = z.object({ sent: z.array(SentCheck) });

/** A self-check as it goes along with a session: beside its stages, never as if it had been talked about. */
export const SelfCheckOfSession = z.object({
  id: Id,
  /** Whose it is: another team knows nothing of it. */
  team: z.string().check(z.maxLength(64)),
  title: z.string().check(z.maxLength(120)),
  organisation: Line,
  sentAt: Instant,
  answered: z.array(Answered).check(z.maxLength(20)),
  /** Ids of answers that were talked about. */
  talkedAbout: z.array(z.string().check(z.maxLength(64))).check(z.maxLength(20)),
});
export type SelfCheckOfSession = z.infer<typeof SelfCheckOfSession>;
