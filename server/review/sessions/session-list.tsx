import type { Ref } from 'react';
import { Link } from 'wouter';
import { FlagCounts } from '@/components/session-view/flag-counts';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import type { SessionSummary } from '../../sessions/wire';
import { NEED_NAME } from './need-name';
import queue from './queue.module.css';
import styles from './sessions.module.css';

/** Sessions, one a row. It says whether a decision was reached, never which one. `search` is where the list stands, to come back to. */
export function SessionList({
  sessions,
  search,
  showExpert,
  reader,
  ref,
}: {
  sessions: readonly SessionSummary[];
  search: string;
  showExpert: boolean;
  /** Who reads, by id. */
  reader: string;
  ref?: Ref<HTMLUListElement>;
}) {
  const t = useTexts();
  return (
    <ul className={styles.list} ref={ref}>
      {sessions.map((session) => (
        <li key={session.id} className={styles.row}>
          <div className={styles.what}>
            <Link
              href={`/sessions/${session.id}`}
              state={{ search }}
              className={styles.client}
              data-session={session.id}
            >
              {session.client || t('webNoClient')}
            </Link>
            <span className={styles.soft}>{session.title}</span>
            <Needs session={session} />
          </div>
          <p className={styles.when}>
            {showExpert ? <span>{session.expert.name}</span> : null}
            <span className={styles.soft}>
              <When at={session.startedAt} />
            </span>
            {session.expert.id === reader ? <OwnUntil at={session.sharedFrom} /> : null}
          </p>
          <p className={styles.reached}>
            {t(session.decisionReached ? 'webReached' : 'webNotReached')}
            {session.commentCount > 0 ? (
              <span className={`${styles.soft} ${styles.comments}`}>{t('queueComments', session.commentCount)}</span>
            ) : null}
          </p>
          <div className={styles.flags}>
            <FlagCounts flags={session.flagsByCategory} />
          </div>
        </li>
      ))}
    </ul>
  );
}

/** What a session needs, or that it was reviewed. That no decision was reached stands in the row already. */
function Needs({ session: { needs, reviewedAt } }: { session: SessionSummary }) {
  const t = useTexts();
  const said = needs.filter((need) => need !== 'undecided').map((need) => t(NEED_NAME[need]));
  if (said.length === 0 && reviewedAt && needs.length === 0) said.push(t('queueReviewed'));
  if (said.length === 0) return null;
  return (
    <ul className={queue.needs} aria-label={t('queueNeeds')}>
      {said.map((words) => (
        <li key={words} className={queue.need}>
          {words}
        </li>
      ))}
    </ul>
  );
}

/** That a session of one's own is not shared yet. */
function OwnUntil({ at }: { at: string }) {
  const t = useTexts();
  if (Date.parse(at) <= Date.now()) return null;
  return (
    <span className={styles.soft}>
      {t('queueOwnUntil')} <When at={at} />
    </span>
  );
}
