import type { StageKind } from '@/lib/playbooks/playbook';
import type { Category } from './flag';

/** How sure a rule is, as three points: `strong` stands on its own, `plain` is right most of the time, `weak` is worth a second look. */
export type Strength = 'strong' | 'plain' | 'weak';

/** A rule of the first layer: data that carries its proof. */
export type Rule = {
  id: string;
  category: Category;
  /** Source of a regular expression, matched without regard to case and without the `u` flag (8 times slower). What it matches is the flagged piece. No unbounded quantifier but on a single class. */
  pattern: string;
  strength: Strength;
  /** A line that this matches is left alone: other senses of the same words. */
  unless?: string;
  /** True when the words are the author's doing whoever is named before them, so that reported speech does not excuse them. */
  ours?: boolean;
  /** True when a "not" before the piece belongs to the agenda ("don't mention the price"), so that it does not excuse it. */
  evenNegated?: boolean;
  /** Stages where the same words are in their place. */
  fineAt?: readonly StageKind[];
  /** Lines that must be flagged, the piece in square brackets. */
  flags: readonly string[];
  /** Lines that must not be flagged by this rule. */
  allows: readonly string[];
};

export function defineRule(rule: Rule): Rule {
  return rule;
}
