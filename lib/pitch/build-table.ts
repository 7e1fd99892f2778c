import { CATEGORIES } from './categories';
import { ENGINE_VERSION, type Table } from './engine';
import { CATEGORY_CUES } from './model/category-cues';
import type { Rule, Strength } from './rule';

/** A strength as a sureness: measured bands of `npm run eval`, see docs/evaluation.md. */
const SURENESS: Record<Strength, number> = { strong: 0.9, plain: 0.7, weak: 0.4 };

/** The table that ships: the rules without their cases. */
export function buildTable(rules: readonly Rule[]): Table {
  return {
    version: ENGINE_VERSION,
    rules: rules.map(({ strength, flags: _flags, allows: _allows, fineAt, ...rule }) => ({
      ...rule,
      sureness: SURENESS[strength],
      ...(fineAt ? { fineAt: [...fineAt] } : {}),
    })),
    categories: CATEGORIES,
    cues: CATEGORY_CUES,
  };
}
