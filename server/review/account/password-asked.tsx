import { useEffect, useRef, useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Form } from '../sign-in/form';
import { signInProblem } from '../sign-in/sign-in-problem';
import styles from './account.module.css';

/** Asks for the password once more, before something that guards the account changes. */
export function PasswordAsked({
  button,
  error,
  busy,
  onPassword,
  onCancel,
}: {
  button: string;
  error: Error | null;
  busy: boolean;
  onPassword: (password: string) => void;
  onCancel: () => void;
}) {
  const t = useTexts();
  const [password, setPassword] = useState('');
  const place = useRef<HTMLDivElement>(null);
  useEffect(() => place.current?.querySelector('input')?.focus(), []);
  return (
    <div ref={place} className={styles.part}>
      <Form
        label={button}
        button={button}
        busy={busy}
        problem={signInProblem(error, t)}
        onSubmit={() => onPassword(password)}
        onCancel={onCancel}
      >
        <TextField
          label={t('webPassword')}
          type="password"
          autoComplete="current-password"
          value={password}
          onChange={setPassword}
        />
      </Form>
    </div>
  );
}
