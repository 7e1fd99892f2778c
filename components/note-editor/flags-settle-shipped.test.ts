import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkLine } from '@/lib/pitch/check-line';
import type { CheckContext, LineInput } from '@/lib/pitch/flag';
import { shippedEngine } from '@/lib/pitch/shipped-engine';
import { Desk, fromScratch, places } from './desk-for-tests';
import { standing } from './flag-marks';

const engine = shippedEngine();
const context: CheckContext = { stage: null, sensitivity: 'strict', clientNames: ['Ana'] };
const flagsOf = (line: LineInput) => checkLine(line, context, engine);

const piece = fc.constantFrom(
  ...['anchor 480, land 395', 'feed him the slides so that it comes from inside', 'never mention the annual figure'],
  ...['they count the scrap by hand', 'Ana: "too dear"', 'no upsell', 'so ', ' ', '\n', '\n\n', '. '],
  ...['é😀', 'عربي ', '\u00a0', '\u200b', '\ud83d', '\ufeff', "she'll come round once the audit hurts"],
);
const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
const edit = fc.record({ from: fc.nat({ max: 200 }), length: fc.nat({ max: 25 }), text, send: fc.nat({ max: 3 }) });

describe('the flags of both layers in the editor', () => {
  it('are those of a check from scratch after any edits, and stand at offsets of the note at every moment', () => {
    fc.assert(
      fc.property(text, fc.array(edit, { maxLength: 12 }), (start, edits) => {
        const desk = new Desk(start, flagsOf);
        for (const { from, length, text: typed, send } of edits) {
          desk.edit(from, from + length, typed);
          if (send > 0) desk.send(send);
          if (send > 1) desk.receive(send);
          for (const flag of standing(desk.state)) {
            expect(desk.state.sliceDoc(flag.from, flag.to)).toBe(flag.piece);
            expect([flag.from >= 0, flag.to > flag.from, flag.to <= desk.state.doc.length]).toEqual([true, true, true]);
          }
        }
        expect(places(desk.settle())).toEqual(fromScratch(desk));
      }),
      { numRuns: 60 },
    );
  });
});
