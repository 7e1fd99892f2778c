import type { ReactNode } from 'react';
import styles from './notice.module.css';

/** Says what happened and what can be done. `calm` informs; `problem` needs a person. Never goes away by itself. */
export function Notice({
  tone = 'calm',
  title,
  children,
  actions,
}: {
  tone?: 'calm' | 'problem';
  title?: ReactNode;
  children?: ReactNode;
  actions?: ReactNode;
}) {
  return (
    <div className={`${styles.notice} ${styles[tone]}`} role={tone === 'problem' ? 'alert' : 'status'}>
      {title ? <p className={styles.title}>{title}</p> : null}
      {children ? <div className={styles.text}>{children}</div> : null}
      {actions ? <div className={styles.actions}>{actions}</div> : null}
    </div>
  );
}
