import { Link } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { type Filters, searchOf } from './filters';
import styles from './queue.module.css';

const ORDERS = [
  ['', 'queueNewest'],
  ['need', 'queueByNeed'],
] as const;

/** Newest first, or what needs a look first. */
export function OrderChoice({ filters }: { filters: Filters }) {
  const t = useTexts();
  return (
    <nav aria-label={t('queueOrder')} className={styles.orders}>
      {ORDERS.map(([order, words]) => {
        const search = searchOf({ ...filters, order });
        return (
          <Link
            key={order}
            href={`/sessions${search ? `?${search}` : ''}`}
            className={styles.order}
            aria-current={filters.order === order ? 'true' : undefined}
          >
            {t(words)}
          </Link>
        );
      })}
    </nav>
  );
}
