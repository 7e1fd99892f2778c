import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import { signIn } from '../api/sign-in';
import { Form } from './form';
import { SecondFactorForm } from './second-factor-form';
import { signInProblem } from './sign-in-problem';

/** E-mail address and password, then the second factor where one is set up. `onDone` once signed in. */
export function SignInForm({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [email, setEmail] = useState('');
  const [password, setPassword] = useState('');
  const enter = async () => {
    await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    onDone();
  };
  const send = useMutation({
    mutationFn: () => signIn({ email: email.trim(), password }),
    onSuccess: (state) => (state === 'signed-in' ? enter() : undefined),
  });
  if (send.data === 'second-factor') return <SecondFactorForm onDone={enter} />;
  return (
    <Form
      label={t('webSignIn')}
      button={t('webSignIn')}
      busy={send.isPending}
      problem={signInProblem(send.error, t)}
      onSubmit={() => send.mutate()}
    >
      <TextField label={t('webEmail')} type="email" autoComplete="username" value={email} onChange={setEmail} />
      <TextField
        label={t('webPassword')}
        type="password"
        autoComplete="current-password"
        value={password}
        onChange={setPassword}
      />
    </Form>
  );
}
