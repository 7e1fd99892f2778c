import { When } from '@/components/session-view/when';
import { Button, ButtonLink } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { CommentedSession } from '@/lib/review/commented';
import styles from './review.module.css';

/** Own sessions with comments to read. One that is not on this device opens on the team's page. */
export function CommentedSessions({
  sessions,
  onDevice,
  teamAddress,
  onOpen,
}: {
  sessions: readonly CommentedSession[];
  onDevice: (id: string) => boolean;
  teamAddress: (id: string) => string;
  onOpen: (id: string) => void;
}) {
  const t = useTexts();
  const unread = sessions.filter((session) => session.unread > 0);
  if (unread.length === 0) return null;
  return (
    <section aria-label={t('reviewMine')} className={styles.thread}>
      <p className={styles.kind}>{t('reviewMine')}</p>
      <ul className={styles.list}>
        {unread.map(({ id, client, unread: count, lastAt }) => (
          <li key={id} className={styles.buttons}>
            {onDevice(id) ? (
              <Button onClick={() => onOpen(id)}>{client || t('startNoClient')}</Button>
            ) : (
              <ButtonLink href={teamAddress(id)} target="_blank" rel="noreferrer">
                {client || t('startNoClient')}
              </ButtonLink>
            )}
            <span className={styles.soft}>
              {t('reviewMineUnread', count)}, <When at={lastAt} />
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
