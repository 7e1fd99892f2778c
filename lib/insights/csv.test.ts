import { describe, expect, it } from 'vitest';
import { csvOf } from './csv';

describe('a table as CSV', () => {
  it('has a line a row and a cell a value; what is not known stays empty', () => {
    expect(
      csvOf([
        ['Month', 'Flags'],
        ['2026-03', 1.5],
        ['2026-04', null],
      ]),
    ).toBe('Month,Flags\r\n2026-03,1.5\r\n2026-04,\r\n');
  });

  it('quotes what would end a cell or a line', () => {
    expect(csvOf([['a,b', 'say "so"', 'two\nlines']])).toBe('"a,b","say ""so""","two\nlines"\r\n');
  });

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1', ' =1', '\n=1', '＝1', '＠A'])(
    'keeps %j a text, never a formula',
    (text) => {
      const cell = csvOf([[text]])
        .trimEnd()
        .replace(/^"|"$/g, '');
      expect(cell.startsWith("'")).toBe(true);
      expect(cell.slice(1)).toBe(text);
    },
  );

  it('leaves negative numbers and plain words as they are', () => {
    expect(csvOf([[-3, 'a = b', 'e-mail']])).toBe('-3,a = b,e-mail\r\n');
  });
});
