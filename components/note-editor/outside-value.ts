import { Annotation, type EditorState, Transaction, type TransactionSpec } from '@codemirror/state';
import type { NoteFlag } from '@/lib/session/note';
import { setAsked } from './asked-lines';
import { difference } from './difference';
import { changeFlags } from './flag-marks';
import { cleanNote, type NoteValue } from './note-value';
import { LONGEST_PIECE } from './reattach';

/** On transactions that bring in a note from outside: they are not handed back. */
export const fromOutside = Annotation.define<true>();

/** Makes the editor show `value`; only what differs is replaced, so that the cursor stays where it can. */
export function showValue(state: EditorState, value: NoteValue): TransactionSpec {
  const note = cleanNote(value);
  const old = state.doc.toString();
  const { from, to, insert } = difference(old, note.text);
  const stands = (flag: NoteFlag) =>
    flag.answer?.kind !== 'reworded' &&
    flag.from < flag.to &&
    note.text.slice(flag.from, Math.min(flag.to, flag.from + LONGEST_PIECE)) === flag.piece;
  const within = (at: number) => Math.min(at, note.text.length);
  return {
    ...(from === to && insert === '' ? {} : { changes: { from, to, insert } }),
    effects: [
      setAsked.of(note.theyAsked),
      changeFlags.of({
        clear: [{ from: 0, to: note.text.length }],
        add: note.flags.filter(stands),
        gone: note.flags
          .filter((flag) => !stands(flag))
          .map((flag) => ({ ...flag, from: within(flag.from), to: within(flag.to) })),
        rewording: new Set(),
      }),
    ],
    annotations: [fromOutside.of(true), Transaction.addToHistory.of(false)],
  };
}
