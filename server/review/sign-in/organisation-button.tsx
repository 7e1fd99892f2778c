import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { waysQuery } from '../account/queries';
import { organisationSignIn } from '../api/sign-in';
import { sentenceOf } from '../shell/query-state';

/** Leads to the sign-in of one's organisation, where one is set up. `failed` when one has just come back from it in vain. */
export function OrganisationButton({ to, failed }: { to: string; failed: boolean }) {
  const t = useTexts();
  const ways = useQuery(waysQuery);
  const go = useMutation({
    mutationFn: () => organisationSignIn(to),
    onSuccess: (address) => globalThis.location.assign(address),
  });
  const organisation = ways.data?.organisation;
  if (!organisation) return null;
  return (
    <>
      {failed ? (
        <Notice tone="problem" title={t('webOidcFailed')}>
          {t('webOidcFailedText')}
        </Notice>
      ) : null}
      {go.error ? <Notice tone="problem">{sentenceOf(go.error, t)}</Notice> : null}
      <p>
        <Button kind="primary" disabled={go.isPending} onClick={() => go.mutate()}>
          {t('webSignInWith', { name: organisation.name })}
        </Button>
      </p>
      <p>{t('webSignInOr')}</p>
    </>
  );
}
