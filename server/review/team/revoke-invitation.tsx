import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { contentOf, isRefusal } from '../api/answer';
import { api } from '../api/api';
import { invitationsQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';

/** Takes an invitation back. One that was used in the meantime is simply gone from the list. */
export function RevokeInvitation({ id }: { id: string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const revoke = useMutation({
    mutationFn: () => contentOf(api.invitations[':id'].$delete({ param: { id } })),
    onSettled: () => queries.invalidateQueries(invitationsQuery),
  });
  const error = isRefusal(revoke.error, 'not-found') ? null : revoke.error;
  return (
    <>
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
      <Button disabled={revoke.isPending} aria-describedby={`invitation-${id}`} onClick={() => revoke.mutate()}>
        {t('webInvitationRevoke')}
      </Button>
    </>
  );
}
