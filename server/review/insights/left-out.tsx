import { useTexts } from '@/components/ui/texts';
import styles from './insights.module.css';

/** Said under a figure from which smaller groups are missing. */
export function LeftOut({ some }: { some: boolean }) {
  const t = useTexts();
  return some ? <p className={styles.note}>{t('insightsSomeLeftOut')}</p> : null;
}
