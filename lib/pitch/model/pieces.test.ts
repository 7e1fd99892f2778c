import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { carryingPiece } from './carrying-piece';
import { piecesOf } from './pieces';

describe('the pieces of a line', () => {
  it('are the line itself when it is short', () => {
    expect(piecesOf('no upsell. today.')).toEqual([{ from: 0, to: 17 }]);
    expect(piecesOf('')).toEqual([{ from: 0, to: 0 }]);
  });
  it('are its sentences when it is a paragraph', () => {
    const sentence = `${'they count the scrap by hand '.repeat(7)}.`;
    const pieces = piecesOf(`${sentence} ${sentence} ${sentence}`);
    expect(pieces.length).toBe(3);
    expect(pieces.every(({ from, to }) => to - from <= 280)).toBe(true);
  });
  it('cover every sign once, in order, whatever is typed', () => {
    const text = fc.array(fc.oneof(fc.string(), fc.constantFrom('. ', '; ', 'a'.repeat(300))), { maxLength: 20 });
    fc.assert(
      fc.property(text, (parts) => {
        const typed = parts.join('');
        const pieces = piecesOf(typed);
        expect(pieces.map(({ from, to }) => typed.slice(from, to)).join('')).toBe(typed);
      }),
    );
  });
});

describe('the piece that carries a score', () => {
  const score = (text: string) => (text.includes('anchor') ? 2 : 0) + (text.includes('480') ? 1 : 0);
  it('is the words without which it falls', () => {
    const text = 'the NAS is old - anchor 480, then we talk about the rack';
    const { from, to } = carryingPiece(text, score);
    expect(text.slice(from, to)).toBe('anchor 480');
  });
  it('lies inside the text, and holds something, whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 80 }), (text) => {
        const { from, to } = carryingPiece(text, score);
        expect([from >= 0, to <= text.length, to > from]).toEqual([true, true, true]);
      }),
    );
  });
});
