import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { contentOf } from '../api/answer';
import { api } from '../api/api';
import { type Me, meQuery } from '../api/queries';
import { Page } from '../shell/page';
import { Form } from './form';
import { signInProblem } from './sign-in-problem';

/** For who is signed in and in no team: open an invitation, or make a team. */
export function NoTeamPage({ me }: { me: Me }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const make = useMutation({
    mutationFn: () => contentOf(api.teams.$post({ json: { name: name.trim() } })),
    onSuccess: () => queries.fetchQuery({ ...meQuery, staleTime: 0 }),
  });
  return (
    <Page title={t('webNoTeam')} lead={t('webNoTeamText')} me={me} narrow>
      <Form
        button={t('webNewTeamButton')}
        busy={make.isPending}
        problem={signInProblem(make.error, t)}
        onSubmit={() => make.mutate()}
      >
        <TextField label={t('webTeamName')} maxLength={80} value={name} onChange={setName} />
      </Form>
    </Page>
  );
}
