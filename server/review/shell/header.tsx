import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Link, useLocation } from 'wouter';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import markUrl from '@/public/icon/mark.svg';
import { type Me, meQuery } from '../api/queries';
import { signOut } from '../api/sign-in';
import styles from './header.module.css';
import { TeamChoice } from './team-choice';

const PAGES = [
  ['/sessions', 'webSessions'],
  ['/insights', 'webInsights'],
  ['/self-checks', 'selfCheckPage'],
  ['/playbooks', 'playbooksPage'],
  ['/rules', 'rulesPage'],
  ['/team', 'webTeam'],
  ['/devices', 'webPanels'],
] as const;

/** Name of the product and, for who is signed in, the pages, the team and the way out. */
export function Header({ me }: { me: Me | null }) {
  const t = useTexts();
  return (
    <header className={styles.header}>
      <div className={styles.inner}>
        <Link href={me ? '/sessions' : '/sign-in'} className={styles.name}>
          <img src={markUrl} alt="" width="24" height="24" />
          {t('extensionName')}
        </Link>
        {me ? (
          <>
            {me.team ? <Pages /> : null}
            <div className={styles.who}>
              <TeamChoice me={me} />
              <Link href="/account" className={styles.person}>
                {me.user.name}
              </Link>
              <SignOut />
            </div>
          </>
        ) : null}
      </div>
    </header>
  );
}

function Pages() {
  const t = useTexts();
  const [location] = useLocation();
  return (
    <nav aria-label={t('webPages')} className={styles.pages}>
      {PAGES.map(([href, key]) => (
        <Link
          key={href}
          href={href}
          className={styles.page}
          aria-current={location === href ? 'page' : location.startsWith(`${href}/`) ? 'true' : undefined}
        >
          {t(key)}
        </Link>
      ))}
    </nav>
  );
}

function SignOut() {
  const t = useTexts();
  const queries = useQueryClient();
  const [, go] = useLocation();
  const leave = useMutation({
    mutationFn: signOut,
    onSettled: async () => {
      queries.clear();
      if (await queries.fetchQuery(meQuery).catch(() => null)) return;
      go('/sign-in');
    },
  });
  return (
    <Button kind="quiet" disabled={leave.isPending} onClick={() => leave.mutate()}>
      {t('webSignOut')}
    </Button>
  );
}
