import { useTexts } from '@/components/ui/texts';
import styles from './team.module.css';

/** What the team's experts answered to flags, as a file that `npm run train -- --with` reads. */
export function AnsweredFlags() {
  const t = useTexts();
  return (
    <section aria-labelledby="answered">
      <h2 id="answered" className={styles.heading}>
        {t('webAnsweredFlags')}
      </h2>
      <p>{t('webAnsweredFlagsText')}</p>
      <p>
        <a href="/api/flags/answered" download="answered-flags.tsv">
          {t('webAnsweredFlagsDownload')}
        </a>
      </p>
    </section>
  );
}
