import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { membersQuery } from '../api/queries';
import { removeMember } from '../api/sign-in';
import { sentenceOf } from '../shell/query-state';
import type { TeamMember } from './member-row';

/** Takes a member out of the team, after asking; their sessions stay. */
export function RemoveMember({ member }: { member: TeamMember }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => removeMember(member.memberId),
    onSuccess: () => queries.invalidateQueries(membersQuery),
  });
  return (
    <>
      <Button aria-label={t('webRemoveNamed', { name: member.name })} onClick={() => setAsking(true)}>
        {t('uiRemove')}
      </Button>
      <Dialog
        open={asking}
        title={t('webRemoveNamed', { name: member.name })}
        onClose={() => setAsking(false)}
        actions={
          <Button kind="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t('uiRemove')}
          </Button>
        }
      >
        <p>{t('webRemoveText')}</p>
        {remove.error ? <Notice tone="problem">{sentenceOf(remove.error, t)}</Notice> : null}
      </Dialog>
    </>
  );
}
