import { Link } from 'wouter';
import { When } from '@/components/session-view/when';
import { useTexts } from '@/components/ui/texts';
import type { ClientView } from '../../clients/wire';
import { Part } from './agreed-parts';
import styles from './client.module.css';

/** The sessions with a client, the newest first. None says which way it went. */
export function ClientSessions({ view, showExpert }: { view: ClientView; showExpert: boolean }) {
  const t = useTexts();
  return (
    <Part id="client-sessions" title={t('clientSessions')}>
      <ul className={styles.list}>
        {view.sessions.map(({ id, title, expert, startedAt }) => (
          <li key={id} className={styles.row}>
            <Link href={`/sessions/${id}`} className={styles.what}>
              {title || t('webSession')}
            </Link>
            <span className={styles.soft}>
              {showExpert ? `${expert.name} · ` : null}
              <When at={startedAt} />
            </span>
          </li>
        ))}
      </ul>
      {view.hasOlder ? (
        <p className={styles.soft}>
          {t('clientOlder')}{' '}
          <Link href={`/sessions?${new URLSearchParams({ client: view.name })}`}>{t('clientAllOf')}</Link>
        </p>
      ) : null}
    </Part>
  );
}
