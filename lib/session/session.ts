import * as z from 'zod/mini';
import { PlaybookRef } from '@/lib/playbooks/playbook';
import { SelfCheckOfSession } from '@/lib/self-check/sent';
import { Decision, Side } from './decision';
import { EMAIL_FORM } from './email-address';
import { Id, Instant, Note } from './note';

/** The version of the stored and sent form of a session. A change of form raises it and adds a migration in lib/storage/migrations. */
export const SESSION_FORM = 1;

/** Lower-case and trimmed, as it is compared. */
export const EmailAddress = z.string().check(z.trim(), z.toLowerCase(), z.maxLength(254), z.regex(EMAIL_FORM));

export const Person = z.object({
  id: Id,
  name: z.string().check(z.minLength(1), z.maxLength(200)),
  role: z.string().check(z.maxLength(200)),
  side: Side,
  /** To find them by in a CRM and among self-checks; never in what the client is given. Sessions without it are of the same form. */
  email: z.optional(EmailAddress),
});
export type Person = z.infer<typeof Person>;

export const CallKind = z.enum(['meet', 'zoom', 'teams', 'webex', 'jitsi', 'whereby', 'generic', 'none']);
export type CallKind = z.infer<typeof CallKind>;

/** A question's state. `open` also stands for every question of the playbook that the session does not list. */
export const QuestionState = z.object({
  questionId: z.string().check(z.minLength(1), z.maxLength(64)),
  state: z.enum(['open', 'asked', 'skipped', 'not-relevant']),
  /** Why it was skipped; empty otherwise. */
  reason: z.string().check(z.maxLength(500)),
  at: Instant,
});
export type QuestionState = z.infer<typeof QuestionState>;

/** A question of the expert's own, added to a stage. Its id is a UUIDv7, so it never meets a playbook's slug. */
export const OwnQuestion = z.object({
  id: Id,
  stageId: z.string().check(z.maxLength(64)),
  text: z.string().check(z.minLength(1), z.maxLength(400)),
});
export type OwnQuestion = z.infer<typeof OwnQuestion>;

/** One call. `revision` rises by one with every stored change, so that a resend is harmless and a stale copy is seen. */
export const Session = z.object({
  form: z.literal(SESSION_FORM),
  id: Id,
  revision: z.int().check(z.minimum(1), z.maximum(1_000_000_000)),
  client: z.object({
    name: z.string().check(z.maxLength(200)),
    /** The host name of their organisation, when it was given. */
    domain: z.optional(z.string().check(z.toLowerCase(), z.maxLength(253), z.regex(/^[a-z0-9-]+(\.[a-z0-9-]+)+$/))),
  }),
  title: z.string().check(z.maxLength(300)),
  people: z.array(Person).check(z.maxLength(100)),
  call: z.object({ kind: CallKind, host: z.string().check(z.maxLength(253)) }),
  playbook: PlaybookRef,
  /** Planned length in minutes. */
  plannedMinutes: z.int().check(z.minimum(0), z.maximum(1_440)),
  startedAt: Instant,
  updatedAt: Instant,
  /** Null while unfinished. */
  finishedAt: z.nullable(Instant),
  /** Where the panel stands: restored when the session is continued. */
  cursor: z.object({
    view: z.enum(['sequence', 'decide']),
    stageId: z.string().check(z.maxLength(64)),
    questionId: z.nullable(z.string().check(z.maxLength(64))),
  }),
  questions: z.array(QuestionState).check(z.maxLength(1_000)),
  ownQuestions: z.array(OwnQuestion).check(z.maxLength(200)),
  notes: z.array(Note).check(z.maxLength(1_001)),
  decision: Decision,
  /** What the client wrote by themselves before; never in what they are given, and not in a CRM. */
  selfCheck: z.optional(SelfCheckOfSession),
});
export type Session = z.infer<typeof Session>;
