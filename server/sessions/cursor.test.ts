import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { idOf } from '@/test/fixtures';
import { Problem } from '../errors';
import { filterMark, readCursor, writeCursor } from './cursor';

const last = { startedAt: new Date('2026-02-03T09:00:00.123Z'), id: idOf(7), need: 5 };

describe('a cursor', () => {
  it('leads back to where the page ended, to the millisecond', () => {
    const mark = filterMark({ client: 'Harbour' });
    expect(readCursor(writeCursor(last, mark), mark)).toEqual(last);
  });

  it('is the same for the same filters in any order, and without those that were not given', () => {
    expect(filterMark({ a: '1', b: '2', c: undefined })).toBe(filterMark({ b: '2', a: '1' }));
    expect(filterMark({ a: '1' })).not.toBe(filterMark({ a: '2' }));
    expect(filterMark({ a: '1' })).not.toBe(filterMark({ b: '1' }));
  });

  it('holds nothing of a filter in clear', () => {
    const cursor = writeCursor(last, filterMark({ client: 'Harbour Hotels' }));
    expect(Buffer.from(cursor, 'base64url').toString()).not.toContain('Harbour');
  });

  it('of other filters is refused', () => {
    const cursor = writeCursor(last, filterMark({ decided: 'true' }));
    expect(() => readCursor(cursor, filterMark({ decided: 'false' }))).toThrow(Problem);
  });

  it('that anyone made up is refused, never more', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.json().map((json) => Buffer.from(json).toString('base64url')),
        ),
        (made) => {
          expect(() => readCursor(made, 'mark')).toThrow(Problem);
        },
      ),
    );
  });
});
