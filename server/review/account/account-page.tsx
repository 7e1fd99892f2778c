import { useQuery } from '@tanstack/react-query';
import { Redirect } from 'wouter';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { meQuery } from '../api/queries';
import { Page } from '../shell/page';
import { Read, Trouble, Waiting } from '../shell/query-state';
import { signInAddress } from '../sign-in/where-to';
import styles from './account.module.css';
import { ChangePassword } from './change-password';
import { accountQuery } from './queries';
import { SecondFactor } from './second-factor';
import { SignOutEverywhere } from './sign-out-everywhere';

/** How one's own account is guarded. Open to everyone who is signed in, also where the team asks for a second factor first. */
export function AccountPage() {
  const t = useTexts();
  const me = useQuery(meQuery);
  if (me.data === null) return <Redirect to={signInAddress('/account')} replace />;
  if (!me.data)
    return (
      <Page title={t('webAccount')} narrow>
        {me.error ? <Trouble error={me.error} onAgain={() => me.refetch()} /> : <Waiting />}
      </Page>
    );
  return (
    <Page title={t('webAccount')} lead={`${me.data.user.name}, ${me.data.user.email}`} me={me.data} narrow>
      <Guards />
    </Page>
  );
}

function Guards() {
  const t = useTexts();
  const account = useQuery(accountQuery);
  return (
    <Read query={account}>
      {(own) => (
        <div className={styles.parts}>
          {own.secondFactorNeeded ? (
            <Notice title={t('accountFactorNeeded')}>{t('accountFactorNeededText')}</Notice>
          ) : null}
          <section aria-labelledby="second-factor">
            <h2 id="second-factor" className={styles.heading}>
              {t('accountFactor')}
            </h2>
            {own.hasPassword ? <SecondFactor on={own.secondFactor} /> : <p>{t('accountFactorElsewhere')}</p>}
          </section>
          {own.hasPassword ? <ChangePassword /> : null}
          <SignOutEverywhere />
        </div>
      )}
    </Read>
  );
}
