import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { AccountFields } from './account-fields';
import { Form } from './form';
import { useNewAccount } from './use-new-account';

/** An account and a team in one go; who makes a team is its admin. */
export function NewTeamForm({ onDone }: { onDone: () => void }) {
  const t = useTexts();
  const [name, setName] = useState('');
  const start = useNewAccount(() => contentOf(api.teams.$post({ json: { name: name.trim() } })), onDone);
  return (
    <Form
      button={t('webNewTeamButton')}
      busy={start.busy}
      problem={start.problem}
      onSubmit={() => start.submit(name.trim() ? null : t('webTeamNameMissing'))}
    >
      <TextField label={t('webTeamName')} autoComplete="organization" maxLength={80} value={name} onChange={setName} />
      {start.made ? null : <AccountFields account={start.account} onChange={start.setAccount} />}
    </Form>
  );
}
