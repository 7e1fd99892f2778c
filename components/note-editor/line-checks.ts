import type { EditorView, PluginValue, ViewUpdate } from '@codemirror/view';
import type { Flag, Span } from '@/lib/pitch/flag';
import { askedLines, isAsked } from './asked-lines';
import { CheckQueue, LINES_BEFORE, lineInput } from './check-queue';
import type { CheckWith } from './check-with';
import { endWord, flagMarks } from './flag-marks';
import { settleLines } from './settle-lines';
import { whenIdle } from './when-idle';

/** Typing rests for so long before its line is checked, in ms. */
export const REST = 600;
/** Typing rests for so long before the word at the cursor counts as ended, in ms. */
export const WORD_REST = 2_000;
/** What one sending holds at most, so that neither side works for long on it. */
const LIMITS = { lines: 48, units: 12_000 };
const RETRY = { first: 1_000, most: 60_000 };

/** Sends lines to the checker as they are finished, those in sight first, and brings the flags back into the text. */
export class LineChecks implements PluginValue {
  readonly #queue = new CheckQueue();
  #busy: Span | null = null;
  #typedAt = 0;
  #rest: ReturnType<typeof setTimeout> | undefined;
  #wordRest: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  #retryIn = RETRY.first;
  #cancelIdle: (() => void) | null = null;
  #sending = false;
  #ended = false;

  constructor(
    readonly view: EditorView,
    readonly checkWith: () => CheckWith,
  ) {
    this.checkAll();
  }

  /** The context or the engine is another one: everything is to be checked again. */
  checkAll(): void {
    this.#queue.add([{ from: 0, to: this.view.state.doc.length }]);
    this.#soon();
  }

  update(update: ViewUpdate): void {
    const { state, startState } = update;
    if (update.docChanged) {
      this.#queue.edited(update.changes, state.doc);
      if (update.transactions.some((tr) => tr.isUserEvent('input') || tr.isUserEvent('delete'))) this.#typed();
      else if (this.#busy) this.#busy = this.#busyLines();
    }
    const asked = state.field(askedLines);
    if (asked !== startState.field(askedLines) && !update.docChanged)
      this.#queue.add([...asked, ...startState.field(askedLines)]);
    if (update.selectionSet && this.#busy && !this.#inBusyLine()) this.#busy = null;
    if (update.focusChanged && !this.view.hasFocus) this.#left();
    if (this.#anyFree()) this.#soon();
  }

  destroy(): void {
    this.#ended = true;
    for (const timer of [this.#rest, this.#wordRest, this.#retry]) clearTimeout(timer);
    this.#cancelIdle?.();
  }

  #typed(): void {
    this.#busy = this.#busyLines();
    this.#typedAt = performance.now();
    this.#rest ??= setTimeout(() => this.#rested(), REST);
  }

  /** One timer serves many keys: it is set again for what is left since the last one. */
  #rested(): void {
    const left = this.#typedAt + REST - performance.now();
    this.#rest = left > 1 ? setTimeout(() => this.#rested(), left) : undefined;
    if (this.#rest) return;
    this.#busy = null;
    this.#soon();
    clearTimeout(this.#wordRest);
    this.#wordRest = setTimeout(() => this.#endWord(), WORD_REST - REST);
  }

  #left(): void {
    this.#busy = null;
    // An update may not dispatch: the word ends right after it.
    clearTimeout(this.#wordRest);
    this.#wordRest = setTimeout(() => this.#endWord());
  }

  #endWord(): void {
    const resting = performance.now() - this.#typedAt >= REST - 1 || !this.view.hasFocus;
    if (resting && this.view.state.field(flagMarks).typing) this.view.dispatch({ effects: endWord.of(null) });
  }

  /** The line being typed, and the ones after it, which read it. */
  #busyLines(): Span {
    const { doc, selection } = this.view.state;
    const line = doc.lineAt(selection.main.head);
    return { from: line.from, to: doc.line(Math.min(doc.lines, line.number + LINES_BEFORE)).to };
  }

  #inBusyLine(): boolean {
    const { doc, selection } = this.view.state;
    return doc.lineAt(selection.main.head).from === this.#busy?.from;
  }

  #anyFree(): boolean {
    const busy = this.#busy;
    const { waiting } = this.#queue;
    return busy ? waiting.some(({ from, to }) => from < busy.from || to > busy.to) : waiting.length > 0;
  }

  #soon(): void {
    if (this.#sending || this.#cancelIdle || this.#retry || this.#ended) return;
    this.#cancelIdle = whenIdle(() => {
      this.#cancelIdle = null;
      void this.#send();
    });
  }

  async #send(): Promise<void> {
    const { doc } = this.view.state;
    const lines = this.#queue.take(doc, this.view.viewport, this.#busy, LIMITS);
    if (lines.length === 0) return;
    this.#sending = true;
    const { checker, context } = this.checkWith();
    const inputs = lines.map((line) => lineInput(doc, line, isAsked(this.view.state, line)));
    const found = await checker.checkLines(inputs, context).catch(() => null);
    this.#sending = false;
    if (this.#ended) return;
    const fresh = lines.map(({ from, to, stale }) => ({ from, to, stale }));
    this.#queue.done(lines);
    if (found) this.#receive(fresh, found);
    else this.#failed(fresh);
    if (this.#anyFree()) this.#soon();
  }

  #receive(lines: readonly (Span & { stale: boolean })[], found: readonly (readonly Flag[])[]): void {
    this.#retryIn = RETRY.first;
    const fresh = lines.flatMap(({ from, to, stale }, index) =>
      stale ? [] : [{ from, to, flags: found[index] ?? [] }],
    );
    const effect = settleLines(this.view.state, fresh, this.checkWith());
    if (effect) this.view.dispatch({ effects: effect });
  }

  /** The checker failed (a worker that could not start, say): tried again, ever more seldom. */
  #failed(lines: readonly Span[]): void {
    this.#queue.add(lines.map(({ from, to }) => ({ from, to })));
    this.#retry = setTimeout(() => {
      this.#retry = undefined;
      this.#soon();
    }, this.#retryIn);
    this.#retryIn = Math.min(this.#retryIn * 2, RETRY.most);
  }
}
