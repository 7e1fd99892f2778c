import { useInfiniteQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import { sessionsQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Trouble, Waiting } from '../shell/query-state';
import { FilterForm } from './filter-form';
import { asQuery, filtersOf, NO_FILTERS, searchOf } from './filters';
import { SessionList } from './session-list';
import styles from './sessions.module.css';

/** The sessions that one may read, newest first: a lead the team's, an expert their own. Filters stand in the address. */
export function SessionsPage({ me }: { me: Member }) {
  const t = useTexts();
  const search = useSearch();
  const [, go] = useLocation();
  const filters = filtersOf(search);
  const isLead = me.team.role !== 'expert';
  const sessions = useInfiniteQuery(sessionsQuery(asQuery(filters)));
  const shown = sessions.data?.pages.flatMap((page) => page.sessions);
  const filtered = searchOf(filters) !== '';
  const show = (next: typeof filters) => go(`/sessions${searchOf(next) ? `?${searchOf(next)}` : ''}`);
  return (
    <Page title={t('webSessions')} lead={t(isLead ? 'webSessionsLead' : 'webSessionsOwn')} me={me}>
      <FilterForm key={searchOf(filters)} filters={filters} experts={isLead} onShow={show} />
      <section aria-labelledby="found" className={styles.found}>
        <h2 id="found" className="visually-hidden">
          {t('webSessionsFound')}
        </h2>
        {sessions.error ? (
          <Trouble
            error={sessions.error}
            kept={shown !== undefined}
            onAgain={() => (sessions.isFetchNextPageError ? sessions.fetchNextPage() : sessions.refetch())}
          />
        ) : null}
        <p role="status" className="visually-hidden">
          {shown ? t('webSessionsShown', shown.length) : ''}
        </p>
        {shown === undefined ? (
          sessions.error ? null : (
            <Waiting />
          )
        ) : shown.length === 0 ? (
          filtered ? (
            <EmptyState
              title={t('webNoneFit')}
              action={<Button onClick={() => show(NO_FILTERS)}>{t('webFiltersClear')}</Button>}
            />
          ) : (
            <EmptyState title={t('webNoSessions')}>{t('webNoSessionsText')}</EmptyState>
          )
        ) : (
          <SessionList sessions={shown} search={search} showExpert={isLead} />
        )}
        {sessions.hasNextPage ? (
          <Button disabled={sessions.isFetchingNextPage} onClick={() => sessions.fetchNextPage()}>
            {t(sessions.isFetchingNextPage ? 'webLoading' : 'webMore')}
          </Button>
        ) : null}
      </section>
    </Page>
  );
}
