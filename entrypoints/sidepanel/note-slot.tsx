import { useCallback, useMemo, useSyncExternalStore } from 'react';
import { LazyNoteEditor } from '@/components/note-editor/lazy-note-editor';
import type { CheckContext, Sensitivity } from '@/lib/pitch/flag';
import type { StageKind } from '@/lib/playbooks/playbook';
import type { Note } from '@/lib/session/note';
import { noteOf, writeNote } from '@/lib/session/notes';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { at, newId } from './device';
import styles from './note-slot.module.css';
import { panelChecker } from './panel-checker';
import { useTeamFlags } from './use-team-flags';

type NoteValue = Pick<Note, 'text' | 'theyAsked' | 'flags'>;
const EMPTY: NoteValue = { text: '', theyAsked: [], flags: [] };
const now = () => at().now;

/** The note of one question (or the free notes), held by the session's writer. Give it the question's id as key. */
export function NoteSlot({
  writer,
  questionId,
  question,
  label,
  stage,
  sensitivity,
}: {
  writer: SessionWriter;
  questionId: string | null;
  /** The words of the question; empty for the free notes. */
  question: string;
  label: string;
  stage: StageKind | null;
  sensitivity: Sensitivity;
}) {
  const value: NoteValue = useSyncExternalStore(writer.subscribe, () => noteOf(writer.current(), questionId) ?? EMPTY);
  const change = useCallback(
    (next: NoteValue) => writer.update((session) => writeNote(session, questionId, next, at())),
    [writer, questionId],
  );
  const context = useContextOf(writer, stage, question, sensitivity);
  return (
    <div className={styles.slot} data-note={questionId ?? 'free'}>
      <span className={styles.label} aria-hidden="true">
        {label}
      </span>
      <LazyNoteEditor
        value={value}
        context={context}
        checker={panelChecker}
        label={label}
        onChange={change}
        newId={newId}
        now={now}
      />
    </div>
  );
}

function useContextOf(
  writer: SessionWriter,
  stage: StageKind | null,
  question: string,
  sensitivity: Sensitivity,
): CheckContext {
  const client = useSyncExternalStore(writer.subscribe, () => writer.current().client);
  const people = useSyncExternalStore(writer.subscribe, () => writer.current().people);
  const team = useTeamFlags()?.version ?? '';
  return useMemo(() => {
    const theirs = people.filter(({ side }) => side === 'client').map(({ name }) => name);
    return { stage, question, sensitivity, clientNames: [client.name, ...theirs].filter(Boolean), team };
  }, [client, people, stage, question, sensitivity, team]);
}
