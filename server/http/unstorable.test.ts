import { describe, expect, it } from 'vitest';
import { unstorableAt } from './unstorable';

describe('a text that no database keeps as it is', () => {
  it.each([
    ['a\0', []],
    [{ a: 'fine', b: [{ c: '\uD83D' }] }, ['b', '0', 'c']],
    [{ a: { 'b\uDE00': 1 } }, ['a']],
  ])('is found in %j', (value, place) => expect(unstorableAt(value)).toEqual(place));

  it.each(['', '\u0001 \uFFFD 😀 \\u0000', 7, null, true, { a: ['b', { c: null }] }])('is not in %j', (value) =>
    expect(unstorableAt(value)).toBeNull(),
  );
});
