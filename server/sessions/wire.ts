import * as z from 'zod/mini';
import { Category } from '@/lib/pitch/flag';
import { PlaybookRef, StageKind } from '@/lib/playbooks/playbook';
import { Need } from '@/lib/review/review';
import { Id, Instant } from '@/lib/session/note';
import { Session } from '@/lib/session/session';

export const IdParam = z.object({ id: Id });

export const PutAnswer = z.object({
  id: Id,
  revision: Session.shape.revision,
  receivedAt: Instant,
  /** `already` when this revision was stored before: nothing changed. */
  state: z.enum(['stored', 'already']),
});

const Expert = z.object({ id: z.string(), name: z.string() });

export const StoredSession = z.object({ session: Session, expert: Expert, receivedAt: Instant });
export type StoredSession = z.infer<typeof StoredSession>;

/** One line of a list. It never says which way a decision went. */
export const SessionSummary = z.object({
  id: Id,
  client: z.string(),
  title: z.string(),
  expert: Expert,
  startedAt: Instant,
  finishedAt: Instant,
  playbook: PlaybookRef,
  flagsByCategory: z.partialRecord(Category, z.int()),
  decisionReached: z.boolean(),
  /** Which revision it is, as marking it reviewed names it. */
  revision: Session.shape.revision,
  /** Why it should be looked at, the most pressing first; empty when reviewed, or not counted yet. */
  needs: z.array(Need),
  reviewedAt: z.nullable(Instant),
  /** From when on the leads may read it. */
  sharedFrom: Instant,
  commentCount: z.int(),
});
export type SessionSummary = z.infer<typeof SessionSummary>;

export const SessionPage = z.object({ sessions: z.array(SessionSummary), nextCursor: z.nullable(z.string()) });
export type SessionPage = z.infer<typeof SessionPage>;

const When = z
  .union([z.iso.date(), Instant])
  .check(z.refine((time) => Date.parse(time) >= 0, { error: 'before 1970' }));

/** `from` is included, `to` is not; both are compared with the start of the call. `decided` asks whether a decision was reached. */
export const ListQuery = z.object({
  cursor: z.optional(z.string().check(z.maxLength(500))),
  limit: z.optional(z.string().check(z.regex(/^([1-9]|[1-9][0-9]|100)$/, '1 to 100'))),
  expert: z.optional(z.string().check(z.maxLength(64))),
  client: z.optional(z.string().check(z.maxLength(200))),
  category: z.optional(Category),
  decided: z.optional(z.enum(['true', 'false'])),
  from: z.optional(When),
  to: z.optional(When),
  order: z.optional(z.enum(['newest', 'need'])),
  need: z.optional(Need),
  /** Any version of it. */
  playbook: z.optional(PlaybookRef.shape.id),
  /** The kind of stage under which a standing flag was found; with `category` the same flag is of both. */
  stage: z.optional(StageKind),
  reviewed: z.optional(z.enum(['true', 'false'])),
  /** Words that the notes, the client or the title hold. */
  text: z.optional(z.string().check(z.maxLength(200))),
});
export type ListQuery = z.infer<typeof ListQuery>;
