import { EditorState, type TransactionSpec } from '@codemirror/state';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NoteFlag } from '@/lib/session/note';
import { askedLines, isAsked, setAsked } from './asked-lines';
import { CheckQueue, lineInput, type SentLine } from './check-queue';
import { flagsOf, ids, NOW } from './checker-for-tests';
import { flagMarks, standing } from './flag-marks';
import { answer } from './flag-steps';
import { settleLines } from './settle-lines';

/** A note with its queue and no screen: answers come back when the test says so, in any order. */
class Desk {
  state = EditorState.create({ extensions: [flagMarks, askedLines] });
  readonly queue = new CheckQueue();
  readonly #out: { lines: SentLine[]; found: ReturnType<typeof flagsOf>[] }[] = [];
  readonly #at = { now: () => NOW, newId: ids() };

  constructor(text: string) {
    this.queue.add([{ from: 0, to: 0 }]);
    this.dispatch({ changes: { from: 0, insert: text } });
  }

  dispatch(spec: TransactionSpec): void {
    const tr = this.state.update(spec);
    const before = this.state.field(askedLines);
    this.state = tr.state;
    if (tr.docChanged) this.queue.edited(tr.changes, tr.newDoc);
    else if (this.state.field(askedLines) !== before) this.queue.add([...before, ...this.state.field(askedLines)]);
  }

  edit(from: number, to: number, insert: string): void {
    const { length } = this.state.doc;
    const start = Math.min(from, length);
    this.dispatch({
      changes: { from: start, to: Math.min(Math.max(start, to), length), insert },
      userEvent: 'input.type',
    });
  }

  send(lines = 3): void {
    const { doc } = this.state;
    const taken = this.queue.take(doc, { from: 0, to: 20 }, null, { lines, units: 1_000 });
    const found = taken.map((line) => flagsOf(lineInput(doc, line, isAsked(this.state, line))));
    if (taken.length > 0) this.#out.push({ lines: taken, found });
  }

  receive(which = 0): void {
    const [batch] = this.#out.splice(which % Math.max(1, this.#out.length), 1);
    if (!batch) return;
    this.queue.done(batch.lines);
    const fresh = batch.lines.flatMap((line, at) => (line.stale ? [] : [{ ...line, flags: batch.found[at] ?? [] }]));
    const effect = settleLines(this.state, fresh, this.#at);
    if (effect) this.dispatch({ effects: effect });
  }

  settle(): NoteFlag[] {
    while (this.#out.length > 0 || this.queue.waiting.length > 0) {
      this.send();
      this.receive();
    }
    return standing(this.state);
  }

  view() {
    return { state: this.state, dispatch: (spec: TransactionSpec) => this.dispatch(spec) } as never;
  }
}

const places = (flags: readonly NoteFlag[]) => flags.map(({ from, to, category }) => ({ from, to, category }));

function fromScratch(desk: Desk) {
  const fresh = new Desk(desk.state.doc.toString());
  fresh.dispatch({ effects: setAsked.of(desk.state.field(askedLines)) });
  return places(fresh.settle());
}

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
        const desk = new Desk(start);
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
          const desk = new Desk('first line\nwe guarantee it\nlast line');
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
