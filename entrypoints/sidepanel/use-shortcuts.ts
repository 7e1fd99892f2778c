import { useEffect, useRef } from 'react';
import { type ShortcutAction, shortcutOf, takesText } from '@/components/sequence/shortcuts';
import type { Playbook } from '@/lib/playbooks/playbook';
import { askQuestion } from '@/lib/session/questions';
import { moveTo, nextQuestion, previousQuestion, questionsOf } from '@/lib/session/sequence';
import type { Session } from '@/lib/session/session';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { at } from './device';
import { noteField } from './route';

/** The panel's keys while a session is open. */
export function useShortcuts(writer: SessionWriter, playbook: Playbook | null, on: { onList: () => void }): void {
  const latest = useRef(on);
  latest.current = on;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? null : shortcutOf(event, takesText(event.target));
      if (!action || document.querySelector('dialog[open]')) return;
      event.preventDefault();
      if (action.kind === 'list') latest.current.onList();
      else if (action.kind === 'note') toggleNote();
      else if (playbook) writer.update((session) => moved(playbook, session, action));
    };
    // After the editor: a key that it took is not for the panel.
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [writer, playbook]);
}

/** The session after a key; the same one when there is nowhere to go. */
export function moved(playbook: Playbook, session: Session, action: ShortcutAction): Session {
  if (session.finishedAt !== null) return session;
  const { cursor } = session;
  switch (action.kind) {
    case 'next':
    case 'previous': {
      if (cursor.view !== 'sequence') return session;
      const to = action.kind === 'next' ? nextQuestion(playbook, session) : previousQuestion(playbook, session);
      return to ? moveTo(session, { view: 'sequence', stageId: to.stageId, questionId: to.id }) : session;
    }
    case 'stage': {
      const stage = playbook.stages[action.index];
      if (!stage) return session;
      const questionId = questionsOf(playbook, session, stage.id)[0]?.id ?? null;
      return moveTo(session, { view: 'sequence', stageId: stage.id, questionId });
    }
    case 'asked':
      return cursor.view === 'sequence' && cursor.questionId ? askQuestion(session, cursor.questionId, at()) : session;
    case 'decide':
      return moveTo(session, { ...cursor, view: cursor.view === 'decide' ? 'sequence' : 'decide' });
    case 'note':
    case 'list':
      return session;
    default:
      throw new Error(`unhandled ${action satisfies never}`);
  }
}

/** From anywhere to the note under the question, and from there back to the question. */
function toggleNote(): void {
  const note = noteField();
  const inside = note?.contains(document.activeElement);
  (inside ? document.querySelector<HTMLElement>('article h2') : note)?.focus();
}
