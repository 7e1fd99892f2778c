import { Dialog } from '@/components/ui/dialog';
import { useTexts } from '@/components/ui/texts';
import { SHORTCUTS } from './shortcuts';
import styles from './shortcuts-dialog.module.css';

/** All keys of the panel in one list. */
export function ShortcutsDialog({ open, onClose }: { open: boolean; onClose: () => void }) {
  const t = useTexts();
  return (
    <Dialog open={open} title={t('shortcutsTitle')} onClose={onClose}>
      <ShortcutList />
    </Dialog>
  );
}

export function ShortcutList() {
  const t = useTexts();
  return (
    <dl className={styles.list}>
      {SHORTCUTS.map(({ keys, says }) => (
        <div key={keys} className={styles.row}>
          <dt>
            <kbd className={styles.keys}>{keys}</kbd>
          </dt>
          <dd className={styles.says}>{t(says)}</dd>
        </div>
      ))}
    </dl>
  );
}
