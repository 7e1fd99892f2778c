import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Dialog } from '@/components/ui/dialog';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { membersQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';
import type { TeamMember } from './member-row';
import { memberDevicesQuery, removeMember, type SessionsThen } from './queries';

/** Takes a member out of the team, or oneself, after asking what becomes of the finished sessions. */
export function RemoveMember({ member, self = false }: { member: TeamMember; self?: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const [then, setThen] = useState<SessionsThen>('keep');
  const remove = useMutation({
    mutationFn: () => removeMember(member.memberId, then),
    onSuccess: async () => {
      setAsking(false);
      if (self) return queries.resetQueries();
      await queries.invalidateQueries(membersQuery);
      await queries.invalidateQueries(memberDevicesQuery);
    },
  });
  const title = self ? t('teamLeave') : t('webRemoveNamed', { name: member.name });
  return (
    <>
      <Button aria-label={title} onClick={() => setAsking(true)}>
        {t(self ? 'teamLeave' : 'uiRemove')}
      </Button>
      <Dialog
        open={asking}
        title={title}
        onClose={() => setAsking(false)}
        actions={
          <Button kind="primary" disabled={remove.isPending} onClick={() => remove.mutate()}>
            {t(self ? 'teamLeave' : 'uiRemove')}
          </Button>
        }
      >
        <p>{t(self ? 'teamLeaveText' : 'teamRemoveText')}</p>
        <Choice<SessionsThen>
          legend={t('teamSessionsThen')}
          value={then}
          onChange={setThen}
          options={[
            { value: 'keep', label: t('teamSessionsStay') },
            { value: 'delete', label: t('teamSessionsGo'), hint: t('teamSessionsGoHint') },
          ]}
        />
        {remove.error ? <Notice tone="problem">{sentenceOf(remove.error, t)}</Notice> : null}
      </Dialog>
    </>
  );
}
