import * as z from 'zod/mini';
import { Category } from '@/lib/pitch/flag';
import { Playbook, StageKind } from '@/lib/playbooks/playbook';

/** No group of fewer sessions is shown: it would say more of single talks than of how the team works. */
export const SMALLEST_GROUP = 5;

/** A whole calendar month in UTC, as `2026-03`. */
export const Month = z.string().check(z.regex(/^(19[789]\d|2\d{3})-(0[1-9]|1[0-2])$/, 'a month as 2026-03'));

export const InsightsQuery = z.object({
  /** Leads and admins: `team`, everyone: `mine`. Left out, the wider of the two that the asker may have. */
  scope: z.optional(z.enum(['team', 'mine'])),
  /** Both included. Left out, the last twelve months. */
  from: z.optional(Month),
  to: z.optional(Month),
  /** All versions of one playbook; left out, all playbooks. */
  playbook: z.optional(Playbook.shape.id),
});
export type InsightsQuery = z.infer<typeof InsightsQuery>;

/** `part` of `of`; null when `of` is of fewer than 5 sessions. `someLeftOut` when smaller groups of the period are not in it. */
export const Part = z.object({
  counted: z.nullable(z.object({ part: z.int(), of: z.int() })),
  someLeftOut: z.boolean(),
});
export type Part = z.infer<typeof Part>;

export const FlagsOfMonth = z.object({
  month: Month,
  /** Null for a month of fewer than 5 sessions. */
  counted: z.nullable(z.object({ words: z.int(), flags: z.partialRecord(Category, z.int()) })),
});
export type FlagsOfMonth = z.infer<typeof FlagsOfMonth>;

export const QuestionUse = z.object({
  playbook: z.string(),
  id: z.string(),
  text: z.string(),
  stage: z.string(),
  /** In how many sessions it was asked, skipped, not relevant or stayed open; how many flags under it were reworded. */
  counted: z.nullable(
    z.object({ asked: z.int(), skipped: z.int(), notRelevant: z.int(), open: z.int(), reworded: z.int() }),
  ),
  someLeftOut: z.boolean(),
});
export type QuestionUse = z.infer<typeof QuestionUse>;

/**
 * What a team, or one person for themselves, can learn from. It says nothing of which way decisions went: nothing in it is
 * counted from a yes or a no by itself. `reasoned` counts yes, no and not yet alike. `lookedAgain.of` is how many ended
 * with "not yet" and a day that has passed, so it may show how many of the decisions were yes and no together, never how
 * they divide. The test server/insights/no-yes.test.ts swaps them and finds every answer the same to the byte.
 */
export const Insights = z.object({
  scope: z.enum(['team', 'mine']),
  from: Month,
  to: Month,
  playbook: z.nullable(z.string()),
  /** The playbooks that one may narrow to. */
  playbooks: z.array(z.object({ id: z.string(), title: z.string() })),
  /** The kinds of stage before the options: of the sessions in which options were talked of, in how many it was covered before. */
  stages: z.array(z.object({ kind: StageKind, ...Part.shape })),
  /** Of all sessions, in how many a decision was reached with a reason. */
  reasoned: Part,
  /** Of the sessions that ended with "not yet" and a day that has passed, after how many both sides met again by then. */
  lookedAgain: Part,
  /** Of the disputed flags on which a lead took a stand, how many disputes a lead agreed with. */
  disputes: Part,
  flags: z.array(FlagsOfMonth),
  questions: z.array(QuestionUse),
});
export type Insights = z.infer<typeof Insights>;
