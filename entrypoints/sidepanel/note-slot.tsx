import { Component, lazy, type ReactNode, Suspense, useCallback, useMemo, useSyncExternalStore } from 'react';
import { PlainNote } from '@/components/plain-note/plain-note';
import { useTexts } from '@/components/ui/texts';
import type { CheckContext, Sensitivity } from '@/lib/pitch/flag';
import type { StageKind } from '@/lib/playbooks/playbook';
import type { Note } from '@/lib/session/note';
import { noteOf, writeNote } from '@/lib/session/notes';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { at } from './device';
import styles from './note-slot.module.css';

const CheckedNote = lazy(() => import('./checked-note').then(({ CheckedNote }) => ({ default: CheckedNote })));

type NoteValue = Pick<Note, 'text' | 'theyAsked' | 'flags'>;
const EMPTY: NoteValue = { text: '', theyAsked: [], flags: [] };

/** The note of one question (or the free notes), held by the session's writer. Give it the question's id as key. */
export function NoteSlot({
  writer,
  questionId,
  label,
  stage,
  sensitivity,
}: {
  writer: SessionWriter;
  questionId: string | null;
  label: string;
  stage: StageKind | null;
  sensitivity: Sensitivity;
}) {
  const t = useTexts();
  const value: NoteValue = useSyncExternalStore(writer.subscribe, () => noteOf(writer.current(), questionId) ?? EMPTY);
  const change = useCallback(
    (next: NoteValue) => writer.update((session) => writeNote(session, questionId, next, at())),
    [writer, questionId],
  );
  const context = useContextOf(writer, stage, sensitivity);
  return (
    <div data-note={questionId ?? 'free'}>
      <Otherwise plain={<PlainNote value={value} label={label} hint={t('sequenceEditorFailed')} onChange={change} />}>
        <Suspense fallback={<div className={styles.loading}>{t('sequenceEditorLoading')}</div>}>
          <CheckedNote value={value} context={context} label={label} onChange={change} />
        </Suspense>
      </Otherwise>
    </div>
  );
}

function useContextOf(writer: SessionWriter, stage: StageKind | null, sensitivity: Sensitivity): CheckContext {
  return useMemo(() => {
    const { client, people } = writer.current();
    const theirs = people.filter(({ side }) => side === 'client').map(({ name }) => name);
    return { stage, sensitivity, clientNames: [client.name, ...theirs].filter(Boolean) };
  }, [writer, stage, sensitivity]);
}

/** Shows `plain` when the editor cannot be loaded or stops. */
class Otherwise extends Component<{ children: ReactNode; plain: ReactNode }, { failed: boolean }> {
  override state = { failed: false };

  static getDerivedStateFromError() {
    return { failed: true };
  }

  override render() {
    return this.state.failed ? this.props.plain : this.props.children;
  }
}
