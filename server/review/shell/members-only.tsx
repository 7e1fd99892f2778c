import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { Redirect, useLocation, useSearch } from 'wouter';
import { useTexts } from '@/components/ui/texts';
import { type Me, meQuery } from '../api/queries';
import { NoTeamPage } from '../sign-in/no-team-page';
import { signInAddress } from '../sign-in/where-to';
import { Page } from './page';
import { Trouble, Waiting } from './query-state';

/** A member of a team with the role in it. */
export type Member = Me & { team: NonNullable<Me['team']> };

/** Lets members through; sends who is not signed in to sign in and back, and who has no team to make one. */
export function MembersOnly({ children }: { children: (me: Member) => ReactNode }) {
  const t = useTexts();
  const me = useQuery(meQuery);
  const [path] = useLocation();
  const search = useSearch();
  if (me.data === null) return <Redirect to={signInAddress(path, search)} replace />;
  if (me.data?.secondFactorNeeded) return <Redirect to="/account" replace />;
  if (me.data?.team) return children({ ...me.data, team: me.data.team });
  if (me.data) return <NoTeamPage me={me.data} />;
  return (
    <Page title={t('extensionName')}>
      {me.error ? <Trouble error={me.error} onAgain={() => me.refetch()} /> : <Waiting />}
    </Page>
  );
}
