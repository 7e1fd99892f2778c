import { describe, expect, it } from 'vitest';
import { featuresOf } from '@/lib/pitch/model/features';
import { writeModel } from '@/lib/pitch/model/line-model';
import { corpusFolder } from './train/corpus-folder';
import { dot, fitLinear } from './train/fit-linear';
import { fitLogistic } from './train/fit-logistic';
import { foldIn, meaningOf } from './train/meaning';
import { trainModel } from './train/train-model';
import { answeredNotes, measuredNotes, neutralLines, writtenNotes } from './train/training-lines';

const none = new Float32Array(0);
const example = (text: string, positive: boolean) => ({
  features: featuresOf(text),
  meaning: none,
  positive,
  weight: 1,
});

describe('training', () => {
  it('tells apart what can be told apart', () => {
    const examples = [
      example('anchor high', true),
      example('anchor low', true),
      example('count the scrap', false),
      example('count the hours', false),
    ];
    const { weights } = fitLinear(examples, 10);
    const score = (text: string) => dot(weights, featuresOf(text), weights.length - 2);
    expect(score('anchor now')).toBeGreaterThan(0);
    expect(score('count it')).toBeLessThan(0);
  });
  it('finds the weights that made the truth', () => {
    const rows = Array.from({ length: 2_000 }, (_, at) => {
      const input = (at % 41) / 10 - 2;
      const chance = 1 / (1 + Math.exp(-(2 * input - 1)));
      return [
        { inputs: [input], positive: true, weight: chance },
        { inputs: [input], positive: false, weight: 1 - chance },
      ];
    }).flat();
    const [slope, bias] = fitLogistic(rows, 1e-6);
    expect([slope?.toFixed(2), bias?.toFixed(2)]).toEqual(['2.00', '-1.00']);
  });
  it('gives a word never seen what its meaning is worth', () => {
    const vectors = new Map([
      ['bonus', Float32Array.from({ length: 100 }, (_, at) => Number(at === 0))],
      ['commission', Float32Array.from({ length: 100 }, (_, at) => Number(at === 0))],
      ['rack', Float32Array.from({ length: 100 }, (_, at) => Number(at === 1))],
    ]);
    const lines = [
      ['bonus', true],
      ['rack', false],
    ] as const;
    const { weights, directions } = fitLinear(
      lines.map(([text, positive]) => ({ ...example(text, positive), meaning: meaningOf(text, vectors, 1) })),
      10,
    );
    foldIn(weights, directions, vectors, 1);
    const score = (text: string) => dot(weights, featuresOf(text), weights.length - 2);
    expect(score('commission')).toBeGreaterThan(score('cupboard'));
  });
  it('gives the same bytes for the same lines, and others when answers of a team are added', () => {
    const some = [...measuredNotes().slice(0, 120), ...writtenNotes().slice(0, 120)];
    const bytes = (lines: typeof some) => writeModel(trainModel(lines, new Map()));
    expect(bytes(some)).toEqual(bytes(some));
    const answered = answeredNotes('test/eval/notes/H.tsv').slice(0, 40);
    expect(bytes([...some, ...answered])).not.toEqual(bytes(some));
  });
  it('says in a sentence which data are missing', () => {
    expect(() => answeredNotes('nothing.tsv')).toThrow('There is no file');
    expect(() => neutralLines('nowhere')).toThrow('There is no file');
    const before = process.env.EITHERWAY_CORPUS;
    process.env.EITHERWAY_CORPUS = 'nowhere';
    expect(() => corpusFolder()).toThrow('Set EITHERWAY_CORPUS');
    if (before === undefined) delete process.env.EITHERWAY_CORPUS;
    else process.env.EITHERWAY_CORPUS = before;
  });
});
