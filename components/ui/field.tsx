import { type ReactNode, useId } from 'react';
import styles from './field.module.css';

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** One sentence that says what is missing or wrong. */
  problem?: string | null | undefined;
  /** Keeps the label for screen readers only. */
  labelHidden?: boolean;
};

/** For a control without which the form cannot be finished: its label then carries a star. */
export const NEEDED = { 'aria-required': true } as const;

type Wiring = { id: string; 'aria-describedby'?: string; 'aria-invalid'?: true };

/** Label, hint and problem around one native control; hands the control the ids that tie them together. */
export function Field({
  label,
  hint,
  problem,
  labelHidden,
  id: given,
  children,
}: FieldProps & { id?: string | undefined; children: (wiring: Wiring) => ReactNode }) {
  const own = useId();
  const id = given ?? own;
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={labelHidden ? 'visually-hidden' : styles.label}>
        {label}
      </label>
      {hint ? (
        <p id={`${id}-hint`} className={styles.hint}>
          {hint}
        </p>
      ) : null}
      {children({
        id,
        ...(described ? { 'aria-describedby': described } : {}),
        ...(problem ? { 'aria-invalid': true } : {}),
      })}
      {problem ? (
        <p id={`${id}-problem`} className={styles.problem}>
          {problem}
        </p>
      ) : null}
    </div>
  );
}

/** The star of a group, whose parts say by themselves what they need. */
export function NeededStar() {
  return <span className={styles.star} aria-hidden="true" />;
}
