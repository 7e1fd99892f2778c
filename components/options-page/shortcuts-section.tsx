import { ShortcutList } from '@/components/sequence/shortcuts-dialog';
import { useTexts } from '@/components/ui/texts';
import styles from './options-page.module.css';

/** The keys of the panel, and the one of the browser's that opens it. */
export function ShortcutsSection({ openKeys }: { openKeys: string | null }) {
  const t = useTexts();
  return (
    <section className={styles.section} aria-labelledby="shortcuts">
      <h2 id="shortcuts">{t('optionsShortcuts')}</h2>
      <p>{openKeys ? t('optionsOpenKeys', { keys: openKeys }) : t('optionsNoOpenKeys')}</p>
      <p className={styles.soft}>{t('optionsChangeKeys')}</p>
      <ShortcutList />
    </section>
  );
}
