import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BUCKETS, bucketOfWord, featuresOf, wordsOf } from './features';

const lengthOf = (values: Float32Array) => Math.sqrt(values.reduce((sum, value) => sum + value * value, 0));

describe('the features of a line', () => {
  it('lie in the buckets and have the same length, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (text) => {
        const { index, value } = featuresOf(text);
        expect(index.length).toBe(value.length);
        expect(index.every((bucket) => bucket >= 0 && bucket < BUCKETS)).toBe(true);
        // One for words, one for pairs, one for letters; a blank line has only the pair of its two edges.
        expect(Math.round(lengthOf(value) ** 2)).toBe(text.trim() === '' ? 1 : 3);
      }),
    );
  });
  it('are the same for the same words however they are typed', () => {
    expect(featuresOf('Anchor 480, land 395')).toEqual(featuresOf('anchor 12, land 7'));
    expect(featuresOf('she’s asked')).toEqual(featuresOf("she's asked"));
    expect(featuresOf('asked she')).not.toEqual(featuresOf('she asked'));
  });
  it('hold the weight of each word where it is looked for', () => {
    const { index } = featuresOf('Signed by Friday');
    for (const word of wordsOf('Signed by Friday')) expect([...index]).toContain(bucketOfWord(word));
  });
});
