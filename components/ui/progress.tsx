import styles from './progress.module.css';

/** How far something is, in words and as a bar that never moves by itself. */
export function Progress({ label, value, max }: { label: string; value: number; max: number }) {
  return <progress className={styles.progress} aria-label={label} value={value} max={Math.max(1, max)} />;
}
