import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { setAsked } from './asked-lines';
import { flagsOf, NOW } from './checker-for-tests';
import { Desk, fromScratch, places } from './desk-for-tests';
import { standing } from './flag-marks';
import { answer } from './flag-steps';

const word = fc.constantFrom('guarantee', 'hurry', 'quota', 'calm', ' ', '\n', 'x', ' we ', '\n\n', 'é😀', 'عربي');
const text = fc.array(word, { maxLength: 8 }).map((words) => words.join(''));
const place = fc.nat({ max: 80 });
const step = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({ kind: fc.constant('edit' as const), from: place, length: fc.nat({ max: 12 }), text }),
  },
  fc.record({ kind: fc.constant('send' as const), lines: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ kind: fc.constant('receive' as const), which: fc.nat({ max: 3 }) }),
  fc.record({ kind: fc.constant('ask' as const), from: place, to: place }),
);

describe('flags after any work on a note', () => {
  it('are those of a check from scratch, in whatever order edits and answers come', () => {
    fc.assert(
      fc.property(text, fc.array(step, { maxLength: 30 }), (start, steps) => {
        const desk = new Desk(start, flagsOf);
        for (const one of steps) {
          const { length } = desk.state.doc;
          if (one.kind === 'edit') desk.edit(one.from, one.from + one.length, one.text);
          else if (one.kind === 'send') desk.send(one.lines);
          else if (one.kind === 'receive') desk.receive(one.which);
          else if (one.from <= one.to && one.to <= length)
            desk.dispatch({ effects: setAsked.of([{ from: one.from, to: one.to }]) });
          // At no moment does a flag stand under other words than those it was found on.
          for (const flag of standing(desk.state)) {
            expect(desk.state.sliceDoc(flag.from, flag.to)).toBe(flag.piece);
            expect(flag.piece).toBe(flag.part.id);
          }
        }
        expect(places(desk.settle())).toEqual(fromScratch(desk));
      }),
      { numRuns: 400 },
    );
  });

  it('keep their ids and answers when other words change', () => {
    fc.assert(
      fc.property(
        fc.array(fc.record({ at: place, insert: fc.constantFrom('a', ' b ', '\n', 'line\n') }), { maxLength: 12 }),
        (edits) => {
          const desk = new Desk('first line\nwe guarantee it\nlast line', flagsOf);
          const [flag] = desk.settle();
          if (!flag) throw new Error('no flag');
          answer(desk.view(), flag.id, { kind: 'kept', reason: 'their own word', at: NOW });
          for (const { at, insert } of edits) {
            const stands = standing(desk.state)[0];
            if (stands && at >= stands.from && at <= stands.to) continue;
            desk.edit(at, at, insert);
          }
          expect(desk.settle()).toMatchObject([
            { id: flag.id, piece: 'guarantee', answer: { reason: 'their own word' } },
          ]);
        },
      ),
    );
  });
});
