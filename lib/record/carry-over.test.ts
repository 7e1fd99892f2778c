import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aNo, aSession, aYes } from '@/test/fixtures';
import { carryOver } from './carry-over';
import { changesBetween } from './changes';
import { partsOf, withCorrection } from './parts';
import { recordOf } from './record-of';

const first = recordOf(aSession({ decision: aNo() }));
const version = (document = first, madeOf: 'session' | 'correction' = 'session') => ({ document, madeOf });
const worded = (document: typeof first, id: string, text: string) => {
  const next = withCorrection(document, id, text);
  if (!next) throw new Error('no part');
  return next;
};

describe('what reads otherwise in a later version', () => {
  it('is nothing between equal ones, and each corrected part with both its texts', () => {
    expect(changesBetween(first, first)).toEqual([]);
    fc.assert(
      fc.property(fc.constantFrom(...partsOf(first)), fc.string({ maxLength: 40 }), ({ id, kind, text }, other) => {
        const after = other.trim() === '' ? '' : other;
        expect(changesBetween(first, worded(first, id, other))).toEqual(
          text === after ? [] : [{ id, kind, before: text, after }],
        );
      }),
    );
  });

  it('is the outcome too, whichever way it goes', () => {
    const yes = { ...first, outcome: 'yes' as const };
    expect(changesBetween(first, yes)).toEqual([{ id: 'outcome', kind: 'outcome', before: 'no', after: 'yes' }]);
    expect(changesBetween(yes, first)).toEqual([{ id: 'outcome', kind: 'outcome', before: 'yes', after: 'no' }]);
    const none = { ...first, outcome: null };
    expect(changesBetween(none, first)[0]).toMatchObject({ before: '', after: 'no' });
    expect(recordOf(aSession({ decision: aYes() })).outcome).toBe('yes');
  });
});

describe('a record made anew', () => {
  it('keeps every wording of the client that was taken over, in whatever order they were', () => {
    const corrections = fc.array(
      fc.tuple(
        fc.constantFrom(...partsOf(first)),
        fc.string({ minLength: 1, maxLength: 20 }).filter((text) => text.trim() !== ''),
      ),
      { maxLength: 8 },
    );
    fc.assert(
      fc.property(corrections, (all) => {
        const versions = [version()];
        for (const [{ id }, text] of all)
          versions.push(version(worded(versions.at(-1)?.document ?? first, id, text), 'correction'));
        expect(carryOver(first, versions)).toEqual(versions.at(-1)?.document);
      }),
    );
  });

  it('follows the session where it says something else by now, and keeps the wordings of the rest', () => {
    const taken = [version(), version(worded(first, 'reason', 'As the client says'), 'correction')];
    const other = { ...first, reason: 'Something else', to: 'Another thing' };
    expect(carryOver(other, taken)).toEqual(other);
    expect(carryOver({ ...first, to: 'Another thing' }, taken)).toEqual({
      ...first,
      to: 'Another thing',
      reason: 'As the client says',
    });
  });

  it('takes nothing from versions that the session made', () => {
    expect(carryOver(first, [version(), version({ ...first, reason: 'Shared once' })])).toEqual(first);
    expect(carryOver(first, [])).toEqual(first);
  });
});
