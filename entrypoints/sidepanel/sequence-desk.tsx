import { useState } from 'react';
import { Sequence } from '@/components/sequence/sequence';
import { sequenceView } from '@/components/sequence/sequence-view';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { Sensitivity } from '@/lib/pitch/flag';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { At } from '@/lib/session/at';
import {
  addOwnQuestion,
  askQuestion,
  markNotRelevant,
  removeOwnQuestion,
  reopenQuestion,
  skipQuestion,
} from '@/lib/session/questions';
import { moveTo, questionsOf, type SequenceQuestion } from '@/lib/session/sequence';
import type { Session } from '@/lib/session/session';
import type { SessionWriter } from '@/lib/storage/session-writer';
import type { CheckBesideDesk } from './check-beside-desk';
import { at } from './device';
import { LoadedLater, type Part } from './loaded-later';
import { NoteSlot } from './note-slot';

const BESIDE: Part<Parameters<typeof CheckBesideDesk>[0]> = {
  load: async () => (await import('./check-beside-desk')).CheckBesideDesk,
  here: null,
};

/** `question`: under which one it is said; null for any, when its own is gone. */
type Change = { says: MessageKey; before: Session; question: string | null };

/** The questions of a session, wired to its writer. */
export function SequenceDesk({
  writer,
  playbook,
  session,
  sensitivity,
}: {
  writer: SessionWriter;
  playbook: Playbook;
  session: Session;
  sensitivity: Sensitivity;
}) {
  const t = useTexts();
  const [change, setChange] = useState<Change | null>(null);
  const view = sequenceView(playbook, session);
  if (!view) return null;
  const { id } = view.current.question;
  const stageId = view.stage.id;
  const go = (to: { stageId: string; id: string | null }) =>
    writer.update((now) => moveTo(now, { view: 'sequence', stageId: to.stageId, questionId: to.id }));
  const goTo = (to: SequenceQuestion | null) => (to ? () => go(to) : null);
  const mark = (says: MessageKey, edit: (now: Session, at: At) => Session, refused?: MessageKey) => {
    const before = writer.current();
    writer.update((now) => edit(now, at()));
    const done = writer.current() !== before;
    setChange({ says: done || !refused ? says : refused, before, question: done && refused ? null : id });
  };
  const undo = () => {
    if (!change) return;
    const { questions, ownQuestions } = change.before;
    writer.update((now) => ({ ...now, questions, ownQuestions, updatedAt: at().now }));
    setChange(null);
  };
  const note = (questionId: string | null, label: string) => (
    <NoteSlot
      key={questionId ?? 'free'}
      writer={writer}
      questionId={questionId}
      question={questionId === null ? '' : view.current.question.text}
      label={label}
      stage={questionId === null ? null : (playbook.stages.find((stage) => stage.id === stageId)?.kind ?? null)}
      sensitivity={sensitivity}
    />
  );
  return (
    <>
      <LoadedLater
        part={BESIDE}
        props={{ writer, session, stage: playbook.stages.find((stage) => stage.id === stageId)?.kind ?? 'situation' }}
        meanwhile={null}
      />
      <Sequence
        {...view}
        said={change && (change.question ?? id) === id ? t(change.says) : null}
        onUndo={undo}
        onStage={(stage) => go({ stageId: stage, id: questionsOf(playbook, session, stage)[0]?.id ?? null })}
        onQuestion={(question) => go({ stageId, id: question })}
        onNext={goTo(view.next)}
        onPrevious={goTo(view.previous)}
        onAdd={(text) => mark('sequenceAdded', (now, when) => addOwnQuestion(now, stageId, text, when))}
        on={{
          onAsk: () => mark('sequenceMarkedAsked', (now, when) => askQuestion(now, id, when)),
          onSkip: (reason) => mark('sequenceMarkedSkipped', (now, when) => skipQuestion(now, id, reason, when)),
          onNotRelevant: () => mark('sequenceMarkedNotRelevant', (now, when) => markNotRelevant(now, id, when)),
          onReopen: () => mark('sequenceMarkedOpen', (now, when) => reopenQuestion(now, id, when)),
          onRemove: () => mark('sequenceRemoved', (now, when) => removeOwnQuestion(now, id, when), 'sequenceHasNote'),
        }}
        note={note(id, t('sequenceNote'))}
        freeNotes={note(null, t('sequenceFreeNotes'))}
      />
    </>
  );
}
