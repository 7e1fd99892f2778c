import { describe, expect, it } from 'vitest';
import { aFlag, anAt, idOf } from '@/test/fixtures';
import { mergeFlags } from './merge-flags';

const at = anAt();

describe('flags after another check', () => {
  const kept = { kind: 'kept', reason: 'theirs', at: at.now } as const;
  const { id: _id, piece: _piece, answer: _answer, ...found } = aFlag();
  it('keep id and answer, the nearest one where the same piece stands twice', () => {
    const text = 'sign today, sign today';
    const previous = [aFlag({ id: idOf(1), answer: kept }), aFlag({ id: idOf(2), from: 12, to: 22 })];
    const merged = mergeFlags(
      previous,
      [{ ...found, from: 13, to: 23 - 1 }, found].map((f) => ({ ...f, to: f.from + 10 })),
      `${text} `,
      at.newId,
    );
    expect(merged.find((flag) => flag.from === 0)?.answer).toEqual(kept);
  });
  it('are new when the piece or the rule is another', () => {
    const [flag] = mergeFlags(
      [aFlag()],
      [{ ...found, part: { kind: 'rule', id: 'other' } }],
      'sign today',
      anAt(undefined, 40).newId,
    );
    expect([flag?.id, flag?.answer]).toEqual([idOf(41), null]);
  });
  it('are dropped when they are gone, but for what was reworded and what still stands with an answer', () => {
    const reworded = aFlag({ id: idOf(3), piece: 'gone', answer: { ...kept, kind: 'reworded' } });
    const still = aFlag({ id: idOf(4), answer: kept });
    const moved = aFlag({ id: idOf(5), from: 3, to: 13, answer: kept });
    const merged = mergeFlags([aFlag(), reworded, still, moved], [], 'sign today', at.newId);
    expect(merged.map((flag) => flag.id)).toEqual([idOf(4), idOf(3)]);
  });
});
