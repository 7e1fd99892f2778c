import shortcuts from '@/components/sequence/shortcuts-dialog.module.css';
import { Dialog } from '@/components/ui/dialog';
import { useTexts } from '@/components/ui/texts';

const KEYS = [
  ['j', 'queueKeyNext'],
  ['k', 'queueKeyPrevious'],
  ['Enter', 'queueKeyOpen'],
  ['r', 'queueKeyReviewed'],
  ['?', 'queueKeyList'],
] as const;

/** The keys of the list of sessions; only who reviews has r. */
export function QueueKeysDialog({ open, reviews, onClose }: { open: boolean; reviews: boolean; onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog open={open} title={t('queueKeys')} onClose={onClose}>
      <dl className={shortcuts.list}>
        {KEYS.filter(([key]) => reviews || key !== 'r').map(([key, says]) => (
          <div key={key} className={shortcuts.row}>
            <dt>
              <kbd className={shortcuts.keys}>{key}</kbd>
            </dt>
            <dd className={shortcuts.says}>{t(says)}</dd>
          </div>
        ))}
      </dl>
    </Dialog>
  );
}
