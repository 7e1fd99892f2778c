import { describe, expect, it } from 'vitest';
import { BUCKETS, featuresOf } from './features';
import { blended, scorer } from './judge-line';
import { type LineModel, probability, readModel, scoreOf, writeModel } from './line-model';

function aModel(): LineModel {
  const weights = new Int8Array(BUCKETS);
  for (const bucket of featuresOf('anchor').index) weights[bucket] = 100;
  const other = new Int8Array(2 ** 10);
  return {
    version: 'test-1',
    weights,
    step: 0.01,
    bias: -1,
    blend: { bias: -0.5, own: 2, meanBefore: 1, mostBefore: 0.5, noneBefore: 0.1, rule: 3 },
    categories: [
      { name: 'quota', weights: other, step: 0.1, bias: 0.2, cues: [0.5, 0] },
      { name: 'closing', weights: other, step: 0.1, bias: 0.1, cues: [] },
    ],
  };
}

describe('the model', () => {
  it('is read as it was written', () => {
    const bytes = writeModel(aModel());
    expect(readModel(bytes.buffer as ArrayBuffer)).toMatchObject(aModel());
  });
  it('is refused when it is cut short or made for another hash', () => {
    const bytes = writeModel(aModel());
    expect(() => readModel(bytes.slice(0, bytes.length - 5).buffer as ArrayBuffer)).toThrow();
    expect(() => readModel(writeModel({ ...aModel(), weights: new Int8Array(16) }).buffer as ArrayBuffer)).toThrow(
      'buckets',
    );
  });
  it('scores a text by its words, and remembers nothing but the score', () => {
    const score = scorer(aModel());
    const alone = scoreOf(aModel(), featuresOf('anchor 480'));
    expect(score('anchor 480')).toBe(alone);
    expect(score('anchor 480')).toBe(alone);
    expect(score('the NAS is in the rack')).toBeLessThan(alone);
  });
  it('is surer after lines that were sure, and where a rule hit', () => {
    const { blend } = aModel();
    const alone = blended(blend, 0.3, { before: [], rule: 0 });
    expect(blended(blend, 0.3, { before: [3, 3], rule: 0 })).toBeGreaterThan(
      blended(blend, 0.3, { before: [-3], rule: 0 }),
    );
    expect(blended(blend, 0.3, { before: [], rule: 0.9 })).toBeGreaterThan(alone);
    expect([probability(-50) < 0.01, probability(0), probability(50) > 0.99]).toEqual([true, 0.5, true]);
  });
});
