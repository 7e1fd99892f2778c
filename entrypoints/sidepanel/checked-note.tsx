import { NoteEditor } from '@/components/note-editor/note-editor';
import type { CheckContext } from '@/lib/pitch/flag';
import { createWorkerChecker } from '@/lib/pitch/worker-checker';
import type { Note } from '@/lib/session/note';
import { at, newId } from './device';

type NoteValue = Pick<Note, 'text' | 'theyAsked' | 'flags'>;

/** One engine for all notes of the panel; it starts with the first line to check. */
const checker = createWorkerChecker();
const now = () => at().now;

/** The editor with the engine beside it: loaded after the question stands there. */
export function CheckedNote(props: {
  value: NoteValue;
  context: CheckContext;
  label: string;
  onChange: (value: NoteValue) => void;
}) {
  return <NoteEditor {...props} checker={checker} newId={newId} now={now} />;
}
