import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { accountQuery } from '../account/queries';
import { sentenceOf } from '../shell/query-state';
import { Form } from '../sign-in/form';
import { askDeletion, deletionQuery } from './queries';
import styles from './security.module.css';

/** Asks for the name of the team, and for the password or a code, before the seven days begin. */
export function DeleteTeamForm({ team }: { team: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const account = useQuery(accountQuery);
  const [name, setName] = useState('');
  const [proof, setProof] = useState('');
  const [mistyped, setMistyped] = useState(false);
  const byCode = account.data?.secondFactor ?? false;
  const ask = useMutation({
    mutationFn: () =>
      askDeletion({ name, ...(proof && (byCode ? { code: proof.replaceAll(' ', '') } : { password: proof })) }),
    onSuccess: (now) => queries.setQueryData(deletionQuery.queryKey, now),
  });
  const submit = () => {
    setMistyped(name.trim() !== team);
    if (name.trim() === team) ask.mutate();
  };
  return (
    <div className={styles.form}>
      <p className={styles.words}>{t('securityDeleteText')}</p>
      <Form
        label={t('securityDelete')}
        button={t('securityDelete')}
        busy={ask.isPending}
        problem={mistyped ? t('securityDeleteMistyped') : ask.error ? sentenceOf(ask.error, t) : null}
        onSubmit={submit}
      >
        <TextField label={t('securityDeleteName', { team })} value={name} onChange={setName} />
        {account.data && !account.data.hasPassword && !byCode ? null : (
          <TextField
            label={t(byCode ? 'webSecondFactor' : 'webPassword')}
            hint={byCode ? t('webSecondFactorHint') : undefined}
            type={byCode ? 'text' : 'password'}
            inputMode={byCode ? 'numeric' : 'text'}
            autoComplete={byCode ? 'one-time-code' : 'current-password'}
            value={proof}
            onChange={setProof}
          />
        )}
      </Form>
    </div>
  );
}
