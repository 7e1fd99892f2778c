import { useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Session } from '@/lib/session/session';
import { Shell } from './app';
import { exportOne } from './export-file';
import { playbookQuery, sessionQuery, settingsQuery } from './queries';
import { openStart } from './route';
import { SessionDesk } from './session-desk';
import styles from './session-screen.module.css';
import { useFollowStore } from './use-device';
import { useSessionWriter } from './use-session-writer';
import { useTeamFlags } from './use-team-flags';

/** One session: read once, then held by its writer. */
export function SessionScreen({ id }: { id: string }) {
  const t = useTexts();
  useFollowStore();
  const read = useQuery(sessionQuery(id));
  if (read.isPending) return <Shell />;
  if (read.data?.kind === 'found') return <OpenSession session={read.data.session} />;
  if (read.data?.kind === 'unreadable') {
    return (
      <NotHere title={t('startUnreadable', { client: t('startNoClient') })} text={t('startUnreadableText')}>
        <Button onClick={() => void exportOne(id)}>{t('noticeExport')}</Button>
      </NotHere>
    );
  }
  if (read.data?.kind === 'missing') return <NotHere title={t('sessionMissing')} text={t('sessionMissingText')} />;
  return (
    <NotHere title={t('startListFailed')} text={t('crashText')}>
      <Button onClick={() => void read.refetch()}>{t('uiTryAgain')}</Button>
    </NotHere>
  );
}

function OpenSession({ session }: { session: Session }) {
  const t = useTexts();
  const { writer, conflict, forgetConflict } = useSessionWriter(session, (title) => t('sessionCopyTitle', { title }));
  const playbook = useQuery(playbookQuery(session.playbook));
  const settings = useQuery(settingsQuery);
  const team = useTeamFlags();
  if (conflict?.kind === 'deleted') return <NotHere title={t('sessionDeleted')} text={t('sessionDeletedText')} />;
  if (!writer || playbook.isPending || !settings.data) return <Shell />;
  return (
    <SessionDesk
      writer={writer}
      playbook={playbook.data ?? null}
      sensitivity={settings.data.sensitivity ?? team?.sensitivity ?? 'normal'}
      copied={conflict}
      onCopySeen={forgetConflict}
    />
  );
}

function NotHere({ title, text, children }: { title: string; text: string; children?: React.ReactNode }) {
  const t = useTexts();
  return (
    <main className={styles.page}>
      <Notice
        title={title}
        actions={
          <>
            {children}
            <Button onClick={openStart}>{t('sessionBack')}</Button>
          </>
        }
      >
        {text}
      </Notice>
    </main>
  );
}
