import { type ReactNode, useState } from 'react';
import { SyncBadge } from '@/components/sync-badge/sync-badge';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { Summary } from '@/lib/session/summary';
import type { SyncState } from '@/lib/storage/outbox-entry';
import { DeleteDialog } from './delete-dialog';
import { SummaryPaper } from './summary-paper';
import styles from './summary-view.module.css';

export type SummaryViewProps = {
  sync: SyncState | null;
  /** Copies the summary; rejects when the browser does not let it. */
  onCopy: (form: 'markdown' | 'text') => Promise<void>;
  onPrint: () => void;
  /** Gives the agreed days as a calendar file; null when there are none. */
  onCalendar: (() => void) | null;
  onReopen: () => void;
  onDelete: () => void;
  onExport: () => void;
  onSendAgain: () => void;
  /** Whether notes and reasons are in it: in what is read, copied and printed alike. */
  withNotes: boolean;
  onWithNotes: (are: boolean) => void;
  summary: Summary;
  /** What was said of it, when it is with the team. */
  review?: ReactNode;
  /** The session with its flags, folded away; it is not printed. */
  children: ReactNode;
};

/** A finished session: where it is, what can be done with it, and all of it to read in one order, whichever way it goes out. */
export function SummaryView({ sync, withNotes, summary, review, children, ...on }: SummaryViewProps) {
  const t = useTexts();
  const [said, setSaid] = useState<MessageKey | null>(null);
  const [asking, setAsking] = useState(false);
  const copy = (form: 'markdown' | 'text', done: MessageKey) =>
    on.onCopy(form).then(
      () => setSaid(done),
      () => setSaid('summaryCopyFailed'),
    );
  return (
    <div className={styles.view}>
      <div className={styles.tools}>
        <div role="status">{sync ? <SyncBadge state={sync} onSendNow={on.onSendAgain} /> : null}</div>
        {sync?.kind === 'refused' ? (
          <Notice
            tone="problem"
            title={t('summaryRefused')}
            actions={
              <>
                <Button onClick={on.onSendAgain}>{t('uiTryAgain')}</Button>
                <Button onClick={on.onExport}>{t('noticeExport')}</Button>
              </>
            }
          >
            {sync.sentence}
          </Notice>
        ) : null}
        {sync?.kind === 'waiting' && sync.attempts > 0 ? (
          <p className={styles.soft}>{t('summaryTried', sync.attempts)}</p>
        ) : null}
        <Checkbox label={t('summaryWithNotes')} checked={withNotes} onChange={on.onWithNotes} />
        <div className={styles.actions}>
          <Button kind="primary" onClick={() => void copy('markdown', 'summaryCopiedMarkdown')}>
            {t('summaryCopyMarkdown')}
          </Button>
          <Button onClick={() => void copy('text', 'summaryCopiedText')}>{t('summaryCopyText')}</Button>
          <Button onClick={on.onPrint}>{t('summaryPrint')}</Button>
          {on.onCalendar ? <Button onClick={on.onCalendar}>{t('calendarFile')}</Button> : null}
          <Button onClick={on.onReopen}>{t('summaryReopen')}</Button>
          <Button onClick={() => setAsking(true)}>{t('summaryDelete')}</Button>
        </div>
        <div role="status" className={styles.soft}>
          {said ? t(said) : null}
        </div>
      </div>
      {review}
      <SummaryPaper summary={summary} />
      <div className={styles.tools}>
        <Disclosure summary={t('summaryWithFlags')}>{children}</Disclosure>
      </div>
      <DeleteDialog
        open={asking}
        atTeam={sync !== null && sync.kind !== 'on-device'}
        onDelete={on.onDelete}
        onClose={() => setAsking(false)}
      />
    </div>
  );
}
