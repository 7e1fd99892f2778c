import type { EditorState } from '@codemirror/state';
import type { Span } from '@/lib/pitch/flag';
import type { NoteFlag } from '@/lib/session/note';
import { askedLines } from './asked-lines';
import { flagMarks, inOrder, standing } from './flag-marks';
import { MOST_PIECES, type NoteValue } from './note-value';

/** A note as it was at one moment; its parts are worked out when they are first read, and then kept. */
export type NoteReading = { note: NoteValue; wasRead: () => boolean };

export function readNote(state: EditorState): NoteReading {
  let text: string | undefined;
  let theyAsked: Span[] | undefined;
  let flags: NoteFlag[] | undefined;
  return {
    note: {
      get text() {
        text ??= state.doc.toString();
        return text;
      },
      get theyAsked() {
        theyAsked ??= state.field(askedLines).slice(0, MOST_PIECES);
        return theyAsked;
      },
      get flags() {
        flags ??= keptFlags(state);
        return flags;
      },
    },
    wasRead: () => text !== undefined,
  };
}

function keptFlags(state: EditorState): NoteFlag[] {
  return [...standing(state), ...rewordedFlags(state)].sort(inOrder).slice(0, MOST_PIECES);
}

/** Flags that the expert reworded: they stand in the text no more, their place is where they stood. */
export function rewordedFlags(state: EditorState): NoteFlag[] {
  return state.field(flagMarks).gone.filter((flag) => flag.answer?.kind === 'reworded');
}
