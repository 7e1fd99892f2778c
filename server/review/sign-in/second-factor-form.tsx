import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { verifyBackupCode, verifySecondFactor } from '../api/sign-in';
import { Form } from './form';
import { signInProblem } from './sign-in-problem';

/** The code of the authenticator app, or one of the backup codes. */
export function SecondFactorForm({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts();
  const [code, setCode] = useState('');
  const [isBackup, setBackup] = useState(false);
  const send = useMutation({
    mutationFn: () => (isBackup ? verifyBackupCode(code.trim()) : verifySecondFactor(code.replaceAll(' ', ''))),
    onSuccess: onDone,
  });
  const other = () => {
    setBackup(!isBackup);
    setCode('');
    send.reset();
  };
  return (
    <>
      <Form
        button={t('webSignIn')}
        busy={send.isPending}
        problem={signInProblem(send.error, t)}
        onSubmit={() => send.mutate()}
      >
        <TextField
          key={String(isBackup)}
          label={t(isBackup ? 'webBackupCode' : 'webSecondFactor')}
          hint={t(isBackup ? 'webBackupCodeHint' : 'webSecondFactorHint')}
          inputMode={isBackup ? 'text' : 'numeric'}
          autoComplete={isBackup ? 'off' : 'one-time-code'}
          value={code}
          onChange={setCode}
        />
      </Form>
      <p>
        <Button kind="quiet" onClick={other}>
          {t(isBackup ? 'webUseApp' : 'webUseBackupCode')}
        </Button>
      </p>
    </>
  );
}
