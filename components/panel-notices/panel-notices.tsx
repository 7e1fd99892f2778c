import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';

export type PanelTrouble = {
  offline: boolean;
  /** The last write failed and is being tried again. */
  storageFailed: boolean;
  /** What another window did with this session first; what was typed here went to a copy. */
  conflict: 'changed' | 'deleted' | null;
};

/** What the expert needs to know while working; each stays as long as it is so. */
export function PanelNotices({
  trouble,
  onExport,
  onConflictSeen,
}: {
  trouble: PanelTrouble;
  onExport: () => void;
  onConflictSeen: () => void;
}) {
  const t = useTexts();
  return (
    <>
      {trouble.storageFailed ? (
        <Notice
          tone="problem"
          title={t('noticeStorageFailed')}
          actions={<Button onClick={onExport}>{t('noticeExport')}</Button>}
        >
          {t('noticeStorageFailedText')}
        </Notice>
      ) : null}
      {trouble.conflict ? (
        <Notice
          tone="problem"
          title={t(trouble.conflict === 'deleted' ? 'sessionDeleted' : 'noticeConflict')}
          actions={<Button onClick={onConflictSeen}>{t('noticeUnderstood')}</Button>}
        >
          {t(trouble.conflict === 'deleted' ? 'noticeDeletedText' : 'noticeConflictText')}
        </Notice>
      ) : null}
      {trouble.offline ? <Notice title={t('noticeOffline')}>{t('noticeOfflineText')}</Notice> : null}
    </>
  );
}
