import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Form } from '../sign-in/form';
import { SHORTEST_PASSWORD, signInProblem } from '../sign-in/sign-in-problem';
import styles from './account.module.css';
import { changePassword } from './queries';

/** A new password; every other browser and side panel is signed out by it. */
export function ChangePassword() {
  const t = useTexts();
  const [now, setNow] = useState('');
  const [next, setNext] = useState('');
  const [isShort, setShort] = useState(false);
  const change = useMutation({
    mutationFn: () => changePassword(now, next),
    onSuccess: () => {
      setNow('');
      setNext('');
    },
  });
  const submit = () => {
    setShort(next.length < SHORTEST_PASSWORD);
    if (next.length >= SHORTEST_PASSWORD) change.mutate();
  };
  return (
    <section aria-labelledby="password" className={styles.part}>
      <h2 id="password" className={styles.heading}>
        {t('accountPassword')}
      </h2>
      <p>{t('accountPasswordText')}</p>
      <Form
        label={t('accountPassword')}
        button={t('accountPasswordButton')}
        busy={change.isPending}
        problem={isShort ? t('webShortPassword') : signInProblem(change.error, t)}
        onSubmit={submit}
      >
        <TextField
          label={t('accountPasswordNow')}
          type="password"
          autoComplete="current-password"
          value={now}
          onChange={setNow}
        />
        <TextField
          label={t('accountPasswordNew')}
          hint={t('webPasswordHint')}
          type="password"
          autoComplete="new-password"
          value={next}
          onChange={setNext}
        />
      </Form>
      {change.isSuccess ? <Notice>{t('accountPasswordChanged')}</Notice> : null}
    </section>
  );
}
