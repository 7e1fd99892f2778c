import type { CheckContext } from './flag';
import { teamFlags, teamLayer } from './team-layer';
import type { TeamRule } from './team-rule';

/** An example that the rule does not keep to: which one, and of which list. */
export type FailedExample = { list: 'flags' | 'allows'; at: number };

const CONTEXT: CheckContext = { stage: null, sensitivity: 'normal', clientNames: [] };

/** Whether a rule by itself finds something in a line. */
export function ruleFlags(rule: Pick<TeamRule, 'phrases' | 'category'>, text: string): boolean {
  const { phrases, category } = rule;
  const layer = teamLayer({ rules: [{ id: 'tried', phrases, category, why: '', ask: '' }], neverFlagged: [] });
  return teamFlags({ text, theyAsked: false, before: [] }, CONTEXT, layer, '').length > 0;
}

/** The examples that fail: lines that must be flagged and are not, and lines that must not and are. */
export function failedExamples(rule: Pick<TeamRule, 'phrases' | 'category' | 'flags' | 'allows'>): FailedExample[] {
  const failed = (list: 'flags' | 'allows') =>
    rule[list].flatMap((text, at) => (ruleFlags(rule, text) === (list === 'flags') ? [] : [{ list, at }]));
  return [...failed('flags'), ...failed('allows')];
}
