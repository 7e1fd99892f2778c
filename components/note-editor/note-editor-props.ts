import type { Ref } from 'react';
import type { CheckContext } from '@/lib/pitch/flag';
import type { NoteChecker } from './check-with';
import type { NoteValue } from './note-value';

export type NoteEditorHandle = { focus: () => void };

export type NoteEditorProps = {
  value: NoteValue;
  context: CheckContext;
  checker: NoteChecker;
  /** What the field is called for a screen reader. */
  label: string;
  /**
   * Called at most once a frame. The parts of the note are put together when they are first read: who needs them only
   * at the next pause reads them then, and a very long note stays fast. Spreading the note reads them.
   */
  onChange: (value: NoteValue) => void;
  newId: () => string;
  /** The instant, as ISO 8601 in UTC. */
  now: () => string;
  ref?: Ref<NoteEditorHandle>;
  /** Where the cursor is to be at first, with the focus; null leaves the focus where it is. */
  caret?: { from: number; to: number } | null;
};
