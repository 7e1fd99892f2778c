import type { EditorView } from '@codemirror/view';
import type { NoteReading } from './note-reading';
import type { NoteValue } from './note-value';
import { showValue } from './outside-value';
import { sameNote } from './same-note';

/** How many notes that were handed out are remembered, to know them when they come back as `value`. */
const MOST_REMEMBERED = 8;
/** The length of a frame in ms. A timer, not an animation frame: it comes after the key is painted, and out of sight too. */
const FRAME = 16;
/** Beyond this many ms the frame is not waited for any more. */
const LATE = 24;

/**
 * The two-way street between the editor and the value it is given: hands changes out at most once a frame (and at
 * once when the page is hidden), and tells a value that is only our own coming back from one that is new.
 */
export class ValueLink {
  #handedOut: { note: NoteValue; wasRead: () => boolean }[];
  #received: NoteValue;
  #frame: ReturnType<typeof setTimeout> | null = null;
  /** When the frame should have come. */
  #due = Number.POSITIVE_INFINITY;
  #pending: (() => NoteReading) | null = null;
  #around: (() => void) | null = null;

  constructor(
    value: NoteValue,
    readonly onChange: (value: NoteValue) => void,
  ) {
    this.#received = value;
    this.#handedOut = [{ note: value, wasRead: () => true }];
    // In the capture phase: whoever stores on hiding has the last keys by then.
    document.addEventListener('visibilitychange', this.#hidden, true);
    window.addEventListener('pagehide', this.flush, true);
  }

  changed(read: () => NoteReading): void {
    this.#pending = read;
    this.#nextFrame();
    // A browser puts keys before timers: under a flood of them the frame would come when the flood ends.
    if (performance.now() > this.#due + LATE) this.flush();
  }

  around(tell: () => void): void {
    this.#around = tell;
    this.#nextFrame();
  }

  readonly flush = (): void => {
    if (this.#frame !== null) clearTimeout(this.#frame);
    this.#frame = null;
    this.#due = Number.POSITIVE_INFINITY;
    const around = this.#around;
    const pending = this.#pending;
    this.#around = this.#pending = null;
    if (pending) {
      const reading = pending();
      this.#handedOut = [...this.#handedOut, reading].slice(-MOST_REMEMBERED);
      this.onChange(reading.note);
    }
    around?.();
  };

  receive(view: EditorView, value: NoteValue): void {
    if (value === this.#received) return;
    this.#received = value;
    const known = this.#handedOut.findLastIndex(
      ({ note, wasRead }) => note === value || (wasRead() && sameNote(note, value)),
    );
    if (known >= 0) {
      this.#handedOut = this.#handedOut.slice(known);
      return;
    }
    // What was typed in this very frame goes out first; what comes back then holds both.
    if (this.#pending) {
      this.flush();
      return;
    }
    this.#handedOut = [{ note: value, wasRead: () => true }];
    view.dispatch(showValue(view.state, value));
  }

  dispose(): void {
    document.removeEventListener('visibilitychange', this.#hidden, true);
    window.removeEventListener('pagehide', this.flush, true);
    if (this.#frame !== null) clearTimeout(this.#frame);
  }

  #nextFrame(): void {
    if (this.#frame !== null) return;
    this.#frame = setTimeout(this.flush, FRAME);
    this.#due = performance.now() + FRAME;
  }

  readonly #hidden = (): void => {
    if (document.visibilityState === 'hidden') this.flush();
  };
}
