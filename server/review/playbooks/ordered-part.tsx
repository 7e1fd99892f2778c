import type { ReactNode } from 'react';
import { Disclosure } from '@/components/ui/disclosure';
import { type Order, OrderButtons } from './order-buttons';
import styles from './playbooks.module.css';

/** A stage, a question or the like among its like: folded under its name, moved and removed by buttons, with its fields. */
export function OrderedPart({
  className,
  summary,
  children,
  ...order
}: Order & { className: string | undefined; summary: ReactNode; children: ReactNode }) {
  return (
    <li className={className}>
      <Disclosure summary={summary}>
        <div className={styles.fields}>
          <OrderButtons {...order} />
          {children}
        </div>
      </Disclosure>
    </li>
  );
}
