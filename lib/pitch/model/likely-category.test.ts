import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { shippedEngine } from '../shipped-engine';
import { CATEGORY_CUES } from './category-cues';
import { type Cue, cueInputs, likelyCategory } from './likely-category';
import type { LearnedCategory } from './line-model';

const blank = new Int8Array(2 ** 10);
const category = (name: string, bias: number, cues: number[]): LearnedCategory => ({
  ...{ name, bias, cues },
  weights: blank,
  step: 1,
});
const cues: Cue[] = [
  { category: 'flattery', pattern: /\bcake\b/i },
  { category: 'flattery', pattern: /\bshe'll like\b/i },
];
const categories = [category('quota', 0.2, []), category('flattery', 0, [1, 1])];

describe('the likely category', () => {
  it('is the one that scores most where no cue stands', () => {
    expect(likelyCategory({ categories }, 'ten seats more', cues)).toBe('quota');
  });
  it('is the one whose cues stand in the line, however its apostrophe is typed', () => {
    expect(likelyCategory({ categories }, 'bring Cake', cues)).toBe('flattery');
    expect(likelyCategory({ categories }, 'she’ll like that', cues)).toBe('flattery');
  });
  it('knows of each cue whether it stands there, and of each category how many', () => {
    const inputs = cueInputs("cake, she'll like that, cake", cues);
    expect(inputs.slice(0, 2)).toEqual([0.55, 0.55]);
    expect(inputs.slice(2).filter((input) => input > 0)).toEqual([1.1]);
  });
});

describe('the cues that ship', () => {
  const { cues: shipped, model } = shippedEngine();
  it('are as many as the model has learned to weigh', () => {
    const sizes = model?.learned.categories.map((one) => one.cues.length);
    expect(new Set(sizes)).toEqual(new Set([cueInputs('', shipped).length]));
  });
  it.each([
    ['anchor it at 90 so that 60 feels cheap', 'manipulation'],
    ['flowers for her birthday, and lunch', 'flattery'],
    ['counts towards my quarter, upsell the other sites', 'quota'],
    ['he is the blocker, go round him via his boss', 'objection-combat'],
    ['get the order form signed, kick-off is in the diary', 'closing'],
  ])('tell %s', (line, name) => {
    expect(model && likelyCategory(model.learned, line, shipped)).toBe(name);
  });
  it('stay linear: small sources, bounded repeats, no look-behind', () => {
    for (const source of Object.values(CATEGORY_CUES).flat()) {
      expect([source, source.length < 2_000]).toEqual([source, true]);
      expect([source, /\(\?<[=!]/.test(source)]).toEqual([source, false]);
      expect([source, /\)(?:[*+]|\{\d+,\})/.test(source)]).toEqual([source, false]);
    }
  });
  it('give a category whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (text) => {
        expect(model && Object.keys(CATEGORY_CUES)).toContain(model && likelyCategory(model.learned, text, shipped));
      }),
    );
  });
});
