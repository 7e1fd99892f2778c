import { viewStages } from '@/components/session-view/view-stages';
import { useTexts } from '@/components/ui/texts';
import type { Playbook } from '@/lib/playbooks/playbook';
import { noteOf } from '@/lib/session/notes';
import type { Session } from '@/lib/session/session';
import styles from './session-page.module.css';

/** The parts of a session, to jump to; on a wide screen with every stage. */
export function OnThisPage({ session, playbook }: { session: Session; playbook: Playbook | null }) {
  const t = useTexts();
  return (
    <nav aria-label={t('webOnThisPage')} className={styles.nav}>
      <ul className={styles.parts}>
        <li>
          <a className={styles.part} href="#session-talk">
            {t('viewSequence')}
          </a>
          <ul className={styles.stages}>
            {viewStages(session, playbook).map(({ id, title }) => (
              <li key={id}>
                <a className={styles.stage} href={`#stage-${id}`}>
                  {title ?? t('viewOtherQuestions')}
                </a>
              </li>
            ))}
          </ul>
        </li>
        {noteOf(session, null)?.text ? (
          <li>
            <a className={styles.part} href="#session-free-notes">
              {t('viewFreeNotes')}
            </a>
          </li>
        ) : null}
        <li>
          <a className={styles.part} href="#session-decision">
            {t('decideTogether')}
          </a>
        </li>
      </ul>
    </nav>
  );
}
