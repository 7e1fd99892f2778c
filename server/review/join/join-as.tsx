import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { contentOf, isRefusal } from '../api/answer';
import { api } from '../api/api';
import { type Me, meQuery } from '../api/queries';
import { signOut } from '../api/sign-in';
import { signInProblem } from '../sign-in/sign-in-problem';
import styles from './join.module.css';

/** Joins as who is signed in, or leaves that account to join with another. */
export function JoinAs({
  me,
  token,
  onJoined,
  onMember,
}: {
  me: Me;
  token: string;
  onJoined: () => void;
  onMember: () => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const accept = useMutation({
    mutationFn: async () => {
      await contentOf(api.invitations[':token'].accept.$post({ param: { token } }));
      await queries.fetchQuery({ ...meQuery, staleTime: 0 });
    },
    onSuccess: onJoined,
  });
  const leave = useMutation({ mutationFn: signOut, onSuccess: () => queries.setQueryData(meQuery.queryKey, null) });
  const problem = signInProblem(accept.error ?? leave.error, t);
  return (
    <div className={styles.ways}>
      <p>{t('webSignedInAs', { name: me.user.name, email: me.user.email })}</p>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <div className={styles.actions}>
        {isRefusal(accept.error, 'already-there') ? (
          <Button kind="primary" onClick={onMember}>
            {t('webToSessions')}
          </Button>
        ) : (
          <Button kind="primary" disabled={accept.isPending} onClick={() => accept.mutate()}>
            {t('webJoinButton')}
          </Button>
        )}
        <Button kind="quiet" onClick={() => leave.mutate()}>
          {t('webOtherAccount')}
        </Button>
      </div>
    </div>
  );
}
