import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useLocation } from 'wouter';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import { sentenceOf } from '../shell/query-state';
import styles from './account.module.css';
import { signOutEverywhere } from './queries';

/** Ends every sign-in of one's own, this one too. */
export function SignOutEverywhere() {
  const t = useTexts();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const leave = useMutation({
    mutationFn: signOutEverywhere,
    onSuccess: async () => {
      queries.clear();
      await queries.fetchQuery(meQuery).catch(() => null);
      go('/sign-in');
    },
  });
  return (
    <section aria-labelledby="everywhere" className={styles.part}>
      <h2 id="everywhere" className={styles.heading}>
        {t('accountEverywhere')}
      </h2>
      <p>{t('accountEverywhereText')}</p>
      {leave.error ? <Notice tone="problem">{sentenceOf(leave.error, t)}</Notice> : null}
      <div className={styles.actions}>
        <Button disabled={leave.isPending} onClick={() => leave.mutate()}>
          {t('accountEverywhereButton')}
        </Button>
      </div>
    </section>
  );
}
