import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import styles from './options-page.module.css';

export type OutgoingSessions = {
  /** Finished sessions that wait for the network or the server. */
  waiting: number;
  refused: readonly { sessionId: string; client: string; sentence: string }[];
};

/** What has not reached the team yet, and a try at once: of all that waits, or of one that was refused. */
export function Outgoing({
  sessions: { waiting, refused },
  said,
  busy,
  onSendNow,
  onSendAgain,
}: {
  sessions: OutgoingSessions;
  /** What the last try came to, in a sentence; null when there was none. */
  said: string | null;
  busy: boolean;
  onSendNow: () => void;
  onSendAgain: (sessionId: string) => void;
}) {
  const t = useTexts();
  return (
    <>
      {waiting > 0 ? (
        <Notice
          title={t('optionsWaiting', waiting)}
          actions={
            <Button onClick={onSendNow} aria-disabled={busy}>
              {t(busy ? 'syncSending' : 'syncSendNow')}
            </Button>
          }
        >
          {t('optionsWaitingText', waiting)}
        </Notice>
      ) : null}
      {refused.map(({ sessionId, client, sentence }) => (
        <Notice
          key={sessionId}
          tone="problem"
          title={t('optionsRefused', { client: client || t('startNoClient') })}
          actions={
            <Button onClick={() => onSendAgain(sessionId)} aria-disabled={busy}>
              {t('uiTryAgain')}
            </Button>
          }
        >
          {sentence}
        </Notice>
      ))}
      <p role="status" className={styles.soft}>
        {said}
      </p>
    </>
  );
}
