import { EditorState, type TransactionSpec } from '@codemirror/state';
import type { Flag, LineInput } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';
import { askedLines, isAsked, setAsked } from './asked-lines';
import { CheckQueue, lineInput, type SentLine } from './check-queue';
import { ids, NOW } from './checker-for-tests';
import { flagMarks, standing } from './flag-marks';
import { settleLines } from './settle-lines';

/** A note with its queue and no screen: answers come back when the test says so, in any order. */
export class Desk {
  state = EditorState.create({ extensions: [flagMarks, askedLines] });
  readonly queue = new CheckQueue();
  readonly #out: { lines: SentLine[]; found: Flag[][] }[] = [];
  readonly #at = { now: () => NOW, newId: ids() };

  constructor(
    text: string,
    readonly flagsOf: (line: LineInput) => Flag[],
  ) {
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
    const found = taken.map((line) => this.flagsOf(lineInput(doc, line, isAsked(this.state, line))));
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

export const places = (flags: readonly NoteFlag[]) => flags.map(({ from, to, category }) => ({ from, to, category }));

/** What a check of the same note from its beginning finds. */
export function fromScratch(desk: Desk) {
  const fresh = new Desk(desk.state.doc.toString(), desk.flagsOf);
  fresh.dispatch({ effects: setAsked.of(desk.state.field(askedLines)) });
  return places(fresh.settle());
}
