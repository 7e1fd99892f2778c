import * as z from 'zod/mini';
import { TeamFlags, TeamRule } from '@/lib/pitch/team-rule';

export { TeamFlags, TeamRule };

/** A rule with its published or retired version, and the draft beside it. */
export const RuleEntry = z.object({
  id: z.string(),
  state: z.enum(['draft', 'published', 'retired']),
  /** The newest version that is or was published; null while there is none. */
  published: z.nullable(z.object({ version: z.int(), rule: TeamRule, at: z.string() })),
  /** `mark` tells a saved draft from any other: who saves says which one they saw. */
  draft: z.nullable(z.object({ version: z.int(), rule: TeamRule, at: z.string(), mark: z.string() })),
});
export type RuleEntry = z.infer<typeof RuleEntry>;
export const RuleEntries = z.object({ rules: z.array(RuleEntry) });

export const PutRule = z.object({ rule: TeamRule, seen: z.nullable(z.string().check(z.maxLength(64))) });
export const TryRule = z.object({ rule: TeamRule });

/** A line that a rule would flag and that has no flag there yet. `from` and `to` are offsets in `text`. */
export const TriedLine = z.object({
  sessionId: z.string(),
  client: z.string(),
  text: z.string(),
  from: z.int(),
  to: z.int(),
});
export const TriedRule = z.object({
  /** How many sessions were looked through, and in how many something was found. */
  sessions: z.int(),
  sessionsWith: z.int(),
  found: z.int(),
  /** The first of them, at most 50. */
  lines: z.array(TriedLine),
});
export type TriedRule = z.infer<typeof TriedRule>;
