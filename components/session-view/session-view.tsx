import { CheckBeside } from '@/components/self-check/check-beside';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { Session } from '@/lib/session/session';
import { DecisionView } from './decision-view';
import { NoteBlock } from './question-entry';
import { SessionFacts } from './session-facts';
import styles from './session-view.module.css';
import { StageView } from './stage-view';
import { viewStages } from './view-stages';

/**
 * One session to read, as it went: facts, stages with notes and flags, free notes, decision. Its headings begin at
 * level 2. `playbook` is the one that `session.playbook` names, or null when it is not here.
 */
export function SessionView({ session, playbook }: { session: Session; playbook: Playbook | null }) {
  const t = useTexts();
  const free = session.notes.find((note) => note.questionId === null && note.text !== '');
  return (
    <div className={styles.view}>
      <section aria-labelledby="session-facts">
        <h2 id="session-facts" className="visually-hidden">
          {t('viewFacts')}
        </h2>
        <SessionFacts session={session} playbook={playbook} />
      </section>
      {session.selfCheck ? (
        <div className={styles.unprinted}>
          <CheckBeside check={session.selfCheck} stage={null} />
        </div>
      ) : null}
      <section aria-labelledby="session-talk">
        <h2 id="session-talk" className={styles.title}>
          {t('viewSequence')}
        </h2>
        {playbook === null ? <Notice>{t('viewUnknownPlaybook')}</Notice> : null}
        <div className={styles.stages}>
          {viewStages(session, playbook).map((stage) => (
            <StageView key={stage.id} stage={stage} />
          ))}
        </div>
      </section>
      {free ? (
        <section aria-labelledby="session-free-notes">
          <h2 id="session-free-notes" className={styles.title}>
            {t('viewFreeNotes')}
          </h2>
          <NoteBlock note={free} />
        </section>
      ) : null}
      <section aria-labelledby="session-decision">
        <h2 id="session-decision" className={styles.title}>
          {t('decideTogether')}
        </h2>
        <DecisionView session={session} />
      </section>
    </div>
  );
}
