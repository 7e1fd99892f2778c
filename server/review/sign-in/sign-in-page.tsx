import { useQuery } from '@tanstack/react-query';
import { Link, Redirect, useLocation, useSearch } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import { Page } from '../shell/page';
import { NewTeamForm } from './new-team-form';
import { OrganisationButton } from './organisation-button';
import { SignInForm } from './sign-in-form';
import { whereTo } from './where-to';

/** Sign in, or with `?new=team` begin a team of one's own. */
export function SignInPage() {
  const t = useTexts();
  const search = useSearch();
  const [, go] = useLocation();
  const me = useQuery(meQuery);
  const isNew = new URLSearchParams(search).get('new') === 'team';
  const to = whereTo(search);
  if (me.data && !isNew) return <Redirect to={to} replace />;
  return isNew ? (
    <Page key="new" title={t('webNewTeam')} lead={t('webNewTeamLead')} narrow>
      <NewTeamForm onDone={() => go('/team')} />
      <p>
        <Link href="/sign-in">{t('webHaveAccount')}</Link>
      </p>
    </Page>
  ) : (
    <Page key="in" title={t('webSignIn')} narrow>
      <OrganisationButton to={to} failed={new URLSearchParams(search).has('error')} />
      <SignInForm onDone={() => go(to, { replace: true })} />
      <p>
        {t('webNoAccount')} <Link href="/sign-in?new=team">{t('webNewTeam')}</Link>
      </p>
    </Page>
  );
}
