import { SyncBadge } from '@/components/sync-badge/sync-badge';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { SyncState } from '@/lib/storage/outbox-entry';
import styles from './session-list.module.css';

export type ListedSession = {
  id: string;
  client: string;
  title: string;
  /** When it started, or was finished: an ISO instant. */
  at: string;
  /** How far an unfinished one is. */
  progress: { done: number; of: number } | null;
  sync: SyncState | null;
};

const WHEN = new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' });

/** Sessions, newest first as given: with whom, when, how far or where they are. */
export function SessionList({
  sessions,
  onOpen,
  onDelete,
}: {
  sessions: readonly ListedSession[];
  onOpen: (id: string) => void;
  onDelete: (id: string) => void;
}) {
  const t = useTexts();
  return (
    <ul className={styles.list}>
      {sessions.map(({ id, client, title, at, progress, sync }) => (
        <li key={id} className={styles.row}>
          <button type="button" className={styles.session} onClick={() => onOpen(id)}>
            <span className={styles.client}>{client || t('startNoClient')}</span>
            {title ? <span>{title}</span> : null}
            <span className={styles.detail}>
              <time dateTime={at}>{WHEN.format(new Date(at))}</time>
              {progress ? <span>{t('startProgress', progress.of, { done: progress.done })}</span> : null}
              {sync ? <SyncBadge state={sync} /> : null}
            </span>
          </button>
          <Button
            kind="quiet"
            className={styles.delete}
            aria-label={t('startDeleteNamed', {
              client: client || t('startNoClient'),
              when: WHEN.format(new Date(at)),
            })}
            onClick={() => onDelete(id)}
          >
            {t('summaryDelete')}
          </Button>
        </li>
      ))}
    </ul>
  );
}
