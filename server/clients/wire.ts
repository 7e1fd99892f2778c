import * as z from 'zod/mini';
import { SentCheck } from '@/lib/self-check/sent';
import { NextStep } from '@/lib/session/decision';
import { Day, Id, Instant } from '@/lib/session/note';

export const ClientQuery = z.object({ name: z.string().check(z.minLength(1), z.maxLength(200)) });

/** What is to be known of a client before the next call. Nothing in it says which way a session went, but for a day to look again. */
export const ClientView = z.object({
  name: z.string(),
  /** The newest hundred, newest first. */
  sessions: z.array(
    z.object({
      id: Id,
      title: z.string(),
      expert: z.object({ id: z.string(), name: z.string() }),
      startedAt: Instant,
      finishedAt: Instant,
    }),
  ),
  /** Whether there are older ones, of which nothing is here. */
  hasOlder: z.boolean(),
  /** What the client wrote by themselves before a call. */
  checks: z.array(SentCheck),
  /** What was agreed in them, by day; those without a day last. */
  steps: z.array(z.extend(NextStep, { sessionId: Id })),
  /** When both look again after a "not yet", by day. */
  lookAgain: z.array(z.object({ sessionId: Id, day: Day, to: z.string(), missing: z.string() })),
});
export type ClientView = z.infer<typeof ClientView>;
