import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import styles from './form.module.css';

/** Fields, what went wrong in a sentence, and the one button that sends them. */
export function Form({
  children,
  problem,
  button,
  busy,
  onSubmit,
  label,
}: {
  children?: ReactNode;
  problem: string | null;
  button: string;
  busy: boolean;
  onSubmit: () => void;
  label?: string;
}) {
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!busy) onSubmit();
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={label} noValidate>
      {children}
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <Button type="submit" kind="primary" aria-disabled={busy}>
        {button}
      </Button>
    </form>
  );
}
