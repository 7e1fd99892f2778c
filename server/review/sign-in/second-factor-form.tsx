import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { verifySecondFactor } from '../api/sign-in';
import { Form } from './form';
import { signInProblem } from './sign-in-problem';

export function SecondFactorForm({ onDone }: { onDone: () => Promise<void> }) {
  const t = useTexts();
  const [code, setCode] = useState('');
  const send = useMutation({ mutationFn: () => verifySecondFactor(code.replaceAll(' ', '')), onSuccess: onDone });
  return (
    <Form
      button={t('webSignIn')}
      busy={send.isPending}
      problem={signInProblem(send.error, t)}
      onSubmit={() => send.mutate()}
    >
      <TextField
        label={t('webSecondFactor')}
        hint={t('webSecondFactorHint')}
        inputMode="numeric"
        autoComplete="one-time-code"
        value={code}
        onChange={setCode}
      />
    </Form>
  );
}
