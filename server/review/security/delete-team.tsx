import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Member } from '../shell/members-only';
import { Read, sentenceOf } from '../shell/query-state';
import { DeleteTeamForm } from './delete-team-form';
import { deletionQuery, undoDeletion } from './queries';
import styles from './security.module.css';

/** The end of the team: asked for, seven days long taken back by any admin, then done. */
export function DeleteTeam({ me }: { me: Member }) {
  const t = useTexts();
  const queries = useQueryClient();
  const deletion = useQuery(deletionQuery);
  const undo = useMutation({
    mutationFn: undoDeletion,
    onSuccess: (now) => queries.setQueryData(deletionQuery.queryKey, now),
  });
  return (
    <section aria-labelledby="delete-team">
      <h2 id="delete-team" className={styles.heading}>
        {t('securityDelete')}
      </h2>
      <Read query={deletion}>
        {({ deleteAfter, askedBy }) =>
          deleteAfter === null ? (
            <DeleteTeamForm team={me.team.name} />
          ) : (
            <Notice
              tone="problem"
              title={t('securityDeleteComing')}
              actions={
                <Button kind="primary" disabled={undo.isPending} onClick={() => undo.mutate()}>
                  {t('securityDeleteUndo')}
                </Button>
              }
            >
              {t('securityDeleteOn', { name: askedBy ?? '' })} <When at={deleteAfter} />.
              {undo.error ? <p>{sentenceOf(undo.error, t)}</p> : null}
            </Notice>
          )
        }
      </Read>
    </section>
  );
}
