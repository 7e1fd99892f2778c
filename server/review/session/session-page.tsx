import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { useHistoryState } from 'wouter/use-browser-location';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { isRefusal } from '../api/answer';
import { playbookQuery, sessionQuery } from '../api/queries';
import { clientAddress } from '../client/client-address';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { OnThisPage } from './on-this-page';
import { reviewQuery } from './queries';
import { ReviewedSession } from './reviewed-session';
import styles from './session-page.module.css';

/** One session to read. `state.search` is where the list stood that one came from. */
export function SessionPage({ id, me }: { id: string; me: Member }) {
  const t = useTexts();
  const list = useHistoryState<{ search?: string } | null>()?.search;
  const stored = useQuery(sessionQuery(id));
  const session = stored.data?.session;
  const playbook = useQuery({
    ...playbookQuery(session?.playbook ?? { id: '', version: 0 }),
    enabled: session !== undefined,
  });
  const review = useQuery({ ...reviewQuery(id), enabled: session !== undefined });
  const back = <Link href={list ? `/sessions?${list}` : '/sessions'}>{t('webAllSessions')}</Link>;
  const gone = goneOf(stored.error);
  if (gone) {
    return (
      <Page title={t('webSession')} me={me} back={back}>
        <Notice>{t(gone)}</Notice>
      </Page>
    );
  }
  return (
    <Page
      title={session ? session.client.name || t('webNoClient') : t('webSession')}
      lead={
        session && stored.data ? (
          <Lead client={session.client.name} title={session.title} expert={stored.data.expert.name} />
        ) : null
      }
      me={me}
      back={back}
    >
      <Read query={stored}>
        {(found) => (
          <Read query={playbook}>
            {(words) => (
              <div className={styles.columns}>
                <OnThisPage session={found.session} playbook={words} />
                <Read query={review}>
                  {(said) => (
                    <ReviewedSession
                      session={found.session}
                      playbook={words}
                      review={said}
                      reader={me.user.id}
                      reviews={me.team.role !== 'expert' && found.expert.id !== me.user.id}
                    />
                  )}
                </Read>
              </div>
            )}
          </Read>
        )}
      </Read>
    </Page>
  );
}

function Lead({ client, title, expert }: { client: string; title: string; expert: string }) {
  const t = useTexts();
  return (
    <>
      {title ? `${title} · ` : null}
      {t('webSessionOf', { expert })}
      {client ? (
        <>
          {' · '}
          <Link href={clientAddress(client)}>{t('clientNextCall', { client })}</Link>
        </>
      ) : null}
    </>
  );
}

function goneOf(error: Error | null) {
  if (isRefusal(error, 'deleted')) return 'webSessionDeleted' as const;
  return isRefusal(error, 'not-found') || isRefusal(error, 'wrong-form') ? ('webSessionMissing' as const) : null;
}
