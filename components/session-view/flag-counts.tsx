import { useTexts } from '@/components/ui/texts';
import { Category } from '@/lib/pitch/flag';
import type { FlagCounts as Counts } from '@/lib/session/standing-flags';
import { CATEGORY_NAME } from './category-name';
import styles from './flag-counts.module.css';

/** How many standing flags of which category, in the product's order: the same in lists and in the session. */
export function FlagCounts({ flags }: { flags: Counts }) {
  const t = useTexts();
  const counted = Category.options.filter((category) => (flags[category] ?? 0) > 0);
  if (counted.length === 0) return <p className={styles.none}>{t('viewNoFlags')}</p>;
  return (
    <ul className={styles.flags} aria-label={t('viewFlags')}>
      {counted.map((category) => (
        <li key={category} className={styles.flag}>
          {t('viewFlagCount', { category: t(CATEGORY_NAME[category]), count: flags[category] ?? 0 })}
        </li>
      ))}
    </ul>
  );
}
