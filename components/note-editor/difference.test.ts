import fc from 'fast-check';
import { expect, it } from 'vitest';
import { difference } from './difference';

it('turns one text into the other, whatever they are', () => {
  const text = fc.array(fc.constantFrom('a', 'b', '\n'), { maxLength: 12 }).map((letters) => letters.join(''));
  fc.assert(
    fc.property(text, text, (old, next) => {
      const { from, to, insert } = difference(old, next);
      expect(old.slice(0, from) + insert + old.slice(to)).toBe(next);
      expect(to).toBeGreaterThanOrEqual(from);
    }),
  );
});

it('is empty between equal texts, and no wider than the change between others', () => {
  expect(difference('same', 'same')).toEqual({ from: 0, to: 0, insert: '' });
  expect(difference('one two three', 'one too three')).toEqual({ from: 5, to: 6, insert: 'o' });
});
