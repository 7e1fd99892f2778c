import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { buildTable } from './build-table';
import { checkLine } from './check-line';
import { loadEngine } from './engine';
import { Category, type CheckContext } from './flag';
import type { Rule } from './rule';
import { rules } from './rules';
import table from './table.json';

const context: CheckContext = { stage: null, sensitivity: 'strict', clientNames: [] };

function piecesOf(rule: Rule, text: string): string[] {
  const only = loadEngine(buildTable([rule]));
  const line = { text, theyAsked: false, before: [] };
  return checkLine(line, context, only).map((flag) => text.slice(flag.from, flag.to));
}

describe.each(rules)('the rule $id', (rule) => {
  it.each(rule.flags)('flags: %s', (marked) => {
    const piece = /\[(.*)\]/.exec(marked)?.[1];
    expect(piecesOf(rule, marked.replace(/[[\]]/g, ''))).toEqual([piece]);
  });
  it.each(rule.allows)('allows: %s', (text) => expect(piecesOf(rule, text)).toEqual([]));
});

describe('the rules together', () => {
  it('cover all eleven categories', () => {
    expect(new Set(rules.map((rule) => rule.category))).toEqual(new Set(Category.options));
  });
  it('have ids of their own', () => expect(new Set(rules.map((rule) => rule.id)).size).toBe(rules.length));
  it('each prove themselves by lines that must and must not be flagged', () => {
    for (const rule of rules)
      expect([rule.id, rule.flags.length > 0 && rule.allows.length > 0]).toEqual([rule.id, true]);
  });
  it('are in the table that ships, and nothing else is', () => expect(table).toEqual(buildTable(rules)));
  it('come from every file of the folder', () => {
    const files = readdirSync('lib/pitch/rules').filter((file) => file !== 'index.ts');
    expect(files.map((file) => file.replace('.ts', '')).toSorted()).toEqual([...Category.options].toSorted());
  });
  it('stay linear: small sources, bounded repeats, no look-behind', () => {
    for (const { id, pattern, unless } of rules)
      for (const source of [pattern, unless ?? '']) {
        expect([id, source.length < 4_000]).toEqual([id, true]);
        expect([id, /\(\?<[=!]/.test(source)]).toEqual([id, false]);
        // A repeated group without a bound is what makes a pattern slow on hostile text; a repeated single class is not.
        expect([id, /\)(?:[*+]|\{\d+,\})/.test(source)]).toEqual([id, false]);
      }
  });
});
