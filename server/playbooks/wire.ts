import * as z from 'zod/mini';
import { PlaybookDraft } from '@/lib/playbooks/draft';
import { Playbook } from '@/lib/playbooks/playbook';

export const DraftHead = z.object({
  id: Playbook.shape.id,
  version: z.int(),
  title: z.string(),
  revision: z.int(),
  writtenByName: z.string(),
  writtenAt: z.string(),
});
export const DraftHeads = z.object({ drafts: z.array(DraftHead) });
export const StoredDraft = z.extend(DraftHead, { document: PlaybookDraft });
export type StoredDraft = z.infer<typeof StoredDraft>;

/** `revision` is the one that was read before: 0 for a draft that is not there yet. */
export const PutDraft = z.object({ document: PlaybookDraft, revision: z.int().check(z.minimum(0)) });
export const DraftParam = z.object({ id: Playbook.shape.id });
export const DropDraft = z.object({ revision: z.string().check(z.regex(/^[1-9]\d{0,8}$/)) });

/** In how many of the sessions that one may read a version is used. */
export const PlaybookUsage = z.object({
  usage: z.array(z.object({ id: z.string(), version: z.int(), sessions: z.int(), lastStartedAt: z.string() })),
});

/** A question that experts of the team added themselves, in at least 5 sessions. It says nobody's name. */
export const RecurringQuestion = z.object({
  text: z.string(),
  sessions: z.int(),
  /** The stage under which it mostly stood. */
  stageId: z.string(),
});
export const RecurringQuestions = z.object({ questions: z.array(RecurringQuestion) });
export type RecurringQuestion = z.infer<typeof RecurringQuestion>;
