import { describe, expect, it } from 'vitest';
import type { Field, Value } from './connector';
import { fitValue } from './fit-value';

const field = (type: Field['type'], change: Partial<Field> = {}) => ({ type, options: [], maxLength: null, ...change });
const decided = field('choice', {
  options: [
    { value: '12', label: 'Yes' },
    { value: '13', label: 'Not yet' },
  ],
});

describe('a value in a field', () => {
  it.each<[string, ReturnType<typeof field>, Value, Value | undefined]>([
    ['a text stays a text', field('text'), 'They measure it.', 'They measure it.'],
    ['a text is cut to the length of its field', field('text', { maxLength: 6 }), 'They measure', 'They …'],
    ['yes and no are words in a text', field('text'), true, 'Yes'],
    ['a number is a word in a text', field('text'), 4, '4'],
    ['a number may come as a text', field('number'), '4.5', 4.5],
    ['words are no number', field('number'), 'four', undefined],
    ['nothing is no number', field('number'), '', undefined],
    ['yes is no number', field('number'), true, undefined],
    ['a day stays a day', field('date'), '2026-03-02', '2026-03-02'],
    ['words are no day', field('date'), 'soon', undefined],
    ['yes and no stay what they are', field('boolean'), false, false],
    ['the word yes ticks a box', field('boolean'), 'Yes', true],
    ['other words tick nothing', field('boolean'), 'Not yet', undefined],
    ['a choice is found by its label', decided, 'not yet', '13'],
    ['a choice is found by its value', decided, '12', '12'],
    ['a choice may stand for yes', decided, true, '12'],
    ['a choice that is not there is not made', decided, 'Perhaps', undefined],
    ['nothing clears a field', decided, null, null],
  ])('%s', (_claim, given, value, fitting) => expect(fitValue(given, value)).toBe(fitting));
});
