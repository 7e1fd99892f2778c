import { Link } from 'wouter';
import { FlagCounts } from '@/components/session-view/flag-counts';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import type { SessionSummary } from '../../sessions/wire';
import styles from './sessions.module.css';

/** Sessions, one a row. It says whether a decision was reached, never which one. `search` is where the list stands, to come back to. */
export function SessionList({
  sessions,
  search,
  showExpert,
}: {
  sessions: readonly SessionSummary[];
  search: string;
  showExpert: boolean;
}) {
  const t = useTexts();
  return (
    <ul className={styles.list}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.row}>
          <p className={styles.what}>
            <Link href={`/sessions/${session.id}`} state={{ search }} className={styles.client}>
              {session.client || t('webNoClient')}
            </Link>
            <span className={styles.soft}>{session.title}</span>
          </p>
          <p className={styles.when}>
            {showExpert ? <span>{session.expert.name}</span> : null}
            <span className={styles.soft}>
              <When at={session.startedAt} />
            </span>
          </p>
          <p className={styles.reached}>{t(session.decisionReached ? 'webReached' : 'webNotReached')}</p>
          <div className={styles.flags}>
            <FlagCounts flags={session.flagsByCategory} />
          </div>
        </li>
      ))}
    </ul>
  );
}
