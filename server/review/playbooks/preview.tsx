import { useState } from 'react';
import { Sequence } from '@/components/sequence/sequence';
import { sequenceView } from '@/components/sequence/sequence-view';
import { useTexts } from '@/components/ui/texts';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { At } from '@/lib/session/at';
import { askQuestion, markNotRelevant, reopenQuestion, skipQuestion } from '@/lib/session/questions';
import { moveTo, questionsOf, type SequenceQuestion } from '@/lib/session/sequence';
import type { Session } from '@/lib/session/session';
import { startSession } from '@/lib/session/start-session';
import styles from './playbooks.module.css';

const AT: At = { now: '2026-01-01T00:00:00.000Z', newId: () => '00000000-0000-7000-8000-000000000000' };

/** A playbook in the panel's look and width. What is marked here is stored nowhere. */
export function Preview({ playbook }: { playbook: PlaybookDraft }) {
  const t = useTexts();
  const [session, setSession] = useState<Session>(() =>
    startSession({ client: { name: '' }, title: '', people: [], playbook, call: { kind: 'none', host: '' } }, AT),
  );
  const view = sequenceView(playbook, session);
  const note = <p className={styles.soft}>{t('playbooksPreviewNote')}</p>;
  const order = playbook.stages.flatMap(({ id, questions }) => [id, ...questions.map((one) => one.id)]).join(' ');
  const go = (stageId: string, questionId: string | null) =>
    setSession((now) => moveTo(now, { view: 'sequence', stageId, questionId }));
  const goTo = (to: SequenceQuestion | null) => (to ? () => go(to.stageId, to.id) : null);
  const id = view?.current.question.id ?? '';
  return (
    <section aria-label={t('playbooksPreview')} className={styles.preview}>
      <h2 className={styles.heading}>{t('playbooksPreview')}</h2>
      <div className={styles.panel}>
        {view ? (
          <Sequence
            // Another order is another sequence: the focus stays where one edits.
            key={order}
            {...view}
            said={null}
            onUndo={() => {}}
            onStage={(stage) => go(stage, questionsOf(playbook, session, stage)[0]?.id ?? null)}
            onQuestion={(question) => go(view.stage.id, question)}
            onNext={goTo(view.next)}
            onPrevious={goTo(view.previous)}
            onAdd={() => {}}
            on={{
              onAsk: () => setSession((now) => askQuestion(now, id, AT)),
              onSkip: (reason) => setSession((now) => skipQuestion(now, id, reason, AT)),
              onNotRelevant: () => setSession((now) => markNotRelevant(now, id, AT)),
              onReopen: () => setSession((now) => reopenQuestion(now, id, AT)),
              onRemove: () => {},
            }}
            note={note}
            freeNotes={note}
          />
        ) : (
          <p className={styles.soft}>{t('playbooksPreviewEmpty')}</p>
        )}
      </div>
    </section>
  );
}
