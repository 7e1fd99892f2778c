import styles from '../playbooks/playbooks.module.css';

/** The name of a part that is folded away, with what is wrong in it. */
export function FoldedName({ name, wrong }: { name: string; wrong: string | null }) {
  return (
    <>
      <span className={styles.stageName}>{name}</span>
      {wrong ? <span className={styles.wrong}> · {wrong}</span> : null}
    </>
  );
}
