import type { ReactNode } from 'react';
import { useTexts } from '@/components/ui/texts';
import styles from './options-page.module.css';

/** The frame of the options: one page, its sections one under the other. */
export function OptionsPage({ children }: { children: ReactNode }) {
  const t = useTexts();
  return (
    <main className={styles.page}>
      <header>
        <p className={styles.name}>
          <img src="/icon/mark.svg" alt="" width="24" height="24" />
          {t('extensionName')}
        </p>
        <h1>{t('optionsTitle')}</h1>
      </header>
      {children}
    </main>
  );
}
