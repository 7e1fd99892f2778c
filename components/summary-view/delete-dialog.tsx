import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useTexts } from '@/components/ui/texts';

/** Asks before a session is deleted, and says from where. */
export function DeleteDialog({
  open,
  atTeam,
  onDelete,
  onClose,
}: {
  open: boolean;
  /** Whether the team has it, or may have it. */
  atTeam: boolean;
  onDelete: () => void;
  onClose: () => void;
}) {
  const t = useTexts();
  return (
    <Dialog
      open={open}
      title={t('summaryDeleteTitle')}
      onClose={onClose}
      actions={<Button onClick={onDelete}>{t('summaryDeleteYes')}</Button>}
    >
      <p>{t(atTeam ? 'summaryDeleteTeam' : 'summaryDeleteDevice')}</p>
    </Dialog>
  );
}
