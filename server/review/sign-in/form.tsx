import type { FormEvent, ReactNode } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import styles from './form.module.css';

/** Fields, what went wrong in a sentence, and the one button that sends them; `onCancel` gives a second one that does not. */
export function Form({
  children,
  problem,
  button,
  busy,
  onSubmit,
  label,
  onCancel,
}: {
  children?: ReactNode;
  problem: string | null;
  button: string;
  busy: boolean;
  onSubmit: () => void;
  label?: string;
  onCancel?: () => void;
}) {
  const t = useTexts();
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
      {onCancel ? (
        <div>
          <Button kind="quiet" onClick={onCancel}>
            {t('uiCancel')}
          </Button>
        </div>
      ) : null}
    </form>
  );
}
