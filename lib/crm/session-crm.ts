import * as z from 'zod/mini';
import { Id, Instant } from '@/lib/session/note';

/** A record of a CRM that may be meant. */
export const Match = z.object({
  kind: z.enum(['person', 'company', 'opportunity']),
  id: z.string().check(z.maxLength(200)),
  name: z.string(),
  /** What tells it from others of its name. */
  detail: z.string(),
  url: z.nullable(z.string()),
});
export type Match = z.infer<typeof Match>;

export const DeliveryState = z.enum([
  'waiting',
  'sending',
  'doubt',
  'done',
  'needs-match',
  'needs-person',
  'kept-here',
  'removed',
]);
export type DeliveryState = z.infer<typeof DeliveryState>;

/** Where one thing of a session stands at one account. */
export const DeliveryLine = z.object({
  connectionId: Id,
  connectionName: z.string(),
  crmName: z.string(),
  sessionId: Id,
  /** Empty when the session is not there any more, or not to be read yet. */
  client: z.string(),
  /** `note`, `fields`, or `step:` and the id of a next step. */
  kind: z.string(),
  state: DeliveryState,
  /** Why it waits or needs a person: a code. */
  problem: z.nullable(z.string()),
  url: z.nullable(z.string()),
  /** Whether the CRM had no room for all of it. */
  shortened: z.boolean(),
  /** When it is tried next; null when nobody waits. */
  nextAt: z.nullable(Instant),
  deliveredAt: z.nullable(Instant),
  changedAt: Instant,
});
export type DeliveryLine = z.infer<typeof DeliveryLine>;

export const NoteAtCrm = z.extend(DeliveryLine, {
  candidates: z.array(Match),
  /** Whether nothing is sent there at the moment. */
  paused: z.boolean(),
});
export type NoteAtCrm = z.infer<typeof NoteAtCrm>;
export const SessionCrm = z.object({ notes: z.array(NoteAtCrm) });
export type SessionCrm = z.infer<typeof SessionCrm>;

/** Which record is meant: one of those that were found; null to keep the note here. */
export const MatchChoice = z.object({
  link: z.nullable(z.object({ kind: Match.shape.kind, id: Match.shape.id })),
  /** Whether it holds for these people's next talks too. */
  remember: z.boolean(),
});
export type MatchChoice = z.infer<typeof MatchChoice>;
export const Matches = z.object({ matches: z.array(Match) });
