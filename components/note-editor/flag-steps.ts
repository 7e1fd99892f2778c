import { isolateHistory } from '@codemirror/commands';
import { EditorSelection, type EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import type { FlagAnswer, NoteFlag } from '@/lib/session/note';
import { changeFlags, flagMarks, flagsIn, standing } from './flag-marks';

/** The shown flag at a position; of several the shortest. */
export function flagAt(state: EditorState, at: number): NoteFlag | null {
  const here = flagsIn(state.field(flagMarks).shown, at, at);
  return here.sort((a, b) => a.to - a.from - (b.to - b.from))[0] ?? null;
}

export function flagById(state: EditorState, id: string): NoteFlag | null {
  return [...standing(state), ...state.field(flagMarks).gone].find((flag) => flag.id === id) ?? null;
}

/** The next flag after the cursor, or the one before it; round the ends of the note. */
export function nextFlag(state: EditorState, direction: 1 | -1): NoteFlag | null {
  const flags = flagsIn(state.field(flagMarks).shown);
  const { head } = state.selection.main;
  if (direction > 0) return flags.find((flag) => flag.from > head) ?? flags[0] ?? null;
  return flags.findLast((flag) => flag.to < head) ?? flags.at(-1) ?? null;
}

/** Puts the cursor into a flag, so that it is seen. */
export function goTo(view: EditorView, flag: NoteFlag): void {
  view.dispatch({
    selection: EditorSelection.cursor(flag.from),
    effects: EditorView.scrollIntoView(flag.from, { y: 'nearest', yMargin: 24 }),
    userEvent: 'select.flag',
  });
}

/** Takes an answer back; where the piece was reworded, its old words come back in place of the new ones. */
export function takeBack(view: EditorView, id: string): void {
  const flag = flagById(view.state, id);
  // A piece that is not kept here cannot come back: the flag is forgotten.
  if (flag?.answer?.kind !== 'reworded' || flag.piece === '') {
    answer(view, id, null);
    return;
  }
  const { from, piece } = flag;
  view.dispatch({
    changes: { from, to: flag.to, insert: piece },
    scrollIntoView: true,
    // A step of its own: undoing it brings the new words again.
    annotations: isolateHistory.of('full'),
  });
  const { gone, rewording } = view.state.field(flagMarks);
  const back = { ...flag, to: from + piece.length, answer: null };
  view.dispatch({
    effects: changeFlags.of({ clear: [], add: [back], gone: gone.filter((one) => one.id !== id), rewording }),
  });
}

/** Keeps the expert's answer with a flag, or takes it back (null). A reworded flag whose answer is taken back is forgotten. */
export function answer(view: EditorView, id: string, given: FlagAnswer | null): void {
  const { state } = view;
  const marks = state.field(flagMarks);
  const rewording = new Set(marks.rewording);
  rewording.delete(id);
  const stands = standing(state).find((flag) => flag.id === id);
  const gone = stands ? marks.gone : marks.gone.filter((flag) => flag.id !== id);
  view.dispatch({
    effects: changeFlags.of({
      clear: [],
      add: stands ? [{ ...stands, answer: given }] : [],
      gone,
      rewording,
    }),
  });
}

/** Selects the flagged piece, so that typing replaces it; once it is gone the flag counts as reworded. */
export function reword(view: EditorView, id: string): void {
  const { state } = view;
  const flag = standing(state).find((candidate) => candidate.id === id);
  if (!flag) return;
  const { gone, rewording } = state.field(flagMarks);
  view.dispatch({
    selection: EditorSelection.range(flag.from, flag.to),
    effects: [
      changeFlags.of({ clear: [], add: [{ ...flag, answer: null }], gone, rewording: new Set([...rewording, id]) }),
      EditorView.scrollIntoView(flag.from, { y: 'nearest', yMargin: 24 }),
    ],
    userEvent: 'select.reword',
  });
  view.focus();
}
