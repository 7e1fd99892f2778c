import { expect, it } from 'vitest';
import { plainCode, readableCode } from './plain-code';

it('takes a code however it was typed', () => {
  for (const typed of ['ABCD2345', 'abcd-2345', ' ABCD 2345 ', 'ab cd–23 45'])
    expect(plainCode(typed)).toBe('ABCD2345');
});

it('shows a code in two halves', () => {
  expect(readableCode('ABCD2345')).toBe('ABCD-2345');
  expect(readableCode('ABC')).toBe('ABC');
});
