import { Link } from 'wouter';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import { Category } from '@/lib/pitch/flag';
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
          <FlagCounts flags={session.flagsByCategory} />
        </li>
      ))}
    </ul>
  );
}

/** How many flags of which category, in the product's order. */
function FlagCounts({ flags }: { flags: SessionSummary['flagsByCategory'] }) {
  const t = useTexts();
  const counted = Category.options.filter((category) => (flags[category] ?? 0) > 0);
  if (counted.length === 0) return <p className={styles.noFlags}>{t('webNoFlags')}</p>;
  return (
    <ul className={styles.flags} aria-label={t('webFlags')}>
      {counted.map((category) => (
        <li key={category} className={styles.flag}>
          {t('webFlagCount', { category: t(CATEGORY_NAME[category]), count: flags[category] ?? 0 })}
        </li>
      ))}
    </ul>
  );
}
