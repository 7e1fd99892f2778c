import { failedExamples, ruleFlags } from '@/lib/pitch/team-examples';
import { TeamRule } from '@/lib/pitch/team-rule';

/** A rule as it is typed: lists are texts with a line each. */
export type RuleDraft = Record<'phrases' | 'why' | 'ask' | 'flags' | 'allows', string> & Pick<TeamRule, 'category'>;
export type RuleField = keyof RuleDraft;

export const EMPTY_RULE: RuleDraft = { phrases: '', category: 'pressure', why: '', ask: '', flags: '', allows: '' };

export function draftOf(rule: TeamRule): RuleDraft {
  const { phrases, flags, allows, ...rest } = rule;
  return { ...rest, phrases: phrases.join('\n'), flags: flags.join('\n'), allows: allows.join('\n') };
}

/** The lines of a text that are not blank. */
export function linesIn(text: string): string[] {
  return text
    .split('\n')
    .map((line) => line.trim())
    .filter(Boolean);
}

type Problem = { key: 'rulesNeeded' | 'rulesTooLong' | 'rulesTooMany'; most: number };
export type CheckedRule = { rule: TeamRule | null; problems: Partial<Record<RuleField, Problem>>; holds: boolean };

/** What a draft says, whether it can be kept (`rule`), and whether its examples hold so that it can be published. */
export function checkRule(draft: RuleDraft): CheckedRule {
  const typed = {
    ...draft,
    phrases: linesIn(draft.phrases),
    flags: linesIn(draft.flags),
    allows: linesIn(draft.allows),
  };
  const checked = TeamRule.safeParse(typed);
  if (checked.success) {
    return { rule: checked.data, problems: {}, holds: failedExamples(checked.data).length === 0 };
  }
  const problems = Object.fromEntries(
    checked.error.issues.map((issue) => {
      const field = String(issue.path[0]) as RuleField;
      const most = issue.code === 'too_big' ? Number(issue.maximum) : 0;
      const key =
        most === 0
          ? 'rulesNeeded'
          : Array.isArray(typed[field]) && issue.path.length === 1
            ? 'rulesTooMany'
            : 'rulesTooLong';
      return [field, { key, most }];
    }),
  );
  return { rule: null, problems, holds: false };
}

export type TriedExample = { list: 'flags' | 'allows'; text: string; flagged: boolean };

/** Every example, tried by the engine. */
export function triedExamples(draft: RuleDraft): TriedExample[] {
  const rule = { phrases: linesIn(draft.phrases), category: draft.category };
  return (['flags', 'allows'] as const).flatMap((list) =>
    linesIn(draft[list])
      .slice(0, 20)
      .map((text) => ({ list, text, flagged: ruleFlags(rule, text) })),
  );
}
