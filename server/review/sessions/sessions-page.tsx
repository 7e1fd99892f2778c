import { useInfiniteQuery } from '@tanstack/react-query';
import { useMemo, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { useTexts } from '@/components/ui/texts';
import { sessionsQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Trouble, Waiting } from '../shell/query-state';
import { FilterForm } from './filter-form';
import { asQuery, countOf, type Filters, filtersOf, NO_FILTERS, searchOf } from './filters';
import { OrderChoice } from './order-choice';
import queue from './queue.module.css';
import { useQueueKeys } from './queue-keys';
import { QueueKeysDialog } from './queue-keys-dialog';
import { ReviewedNotice } from './reviewed-notice';
import { SavedViews } from './saved-views';
import { SearchForm } from './search-form';
import { SessionList } from './session-list';
import styles from './sessions.module.css';
import { useReviewing } from './use-reviewing';

/** The sessions that one may read: a lead the team's, an expert their own. Search, filters and order stand in the address. */
export function SessionsPage({ me }: { me: Member }) {
  const t = useTexts();
  const search = useSearch();
  const [, go] = useLocation();
  const filters = filtersOf(search);
  const isLead = me.team.role !== 'expert';
  const sessions = useInfiniteQuery(sessionsQuery(asQuery(filters)));
  const shown = sessions.data?.pages.flatMap((page) => page.sessions);
  const show = (next: Filters) => go(`/sessions${searchOf(next) ? `?${searchOf(next)}` : ''}`);

  const list = useRef<HTMLUListElement>(null);
  const [keysShown, setKeysShown] = useState(false);
  const reviewing = useReviewing();
  const { mark } = reviewing;
  const keys = useMemo(
    () => ({
      keys: () => setKeysShown(true),
      reviewed: (id: string) => {
        const session = shown?.find((one) => one.id === id);
        if (isLead && session && session.expert.id !== me.user.id) mark(session);
      },
    }),
    [shown, isLead, me.user.id, mark],
  );
  useQueueKeys(list, keys);

  return (
    <Page title={t('webSessions')} lead={t(isLead ? 'webSessionsLead' : 'webSessionsOwn')} me={me}>
      <div className={queue.tools}>
        <SearchForm key={filters.text} text={filters.text} onSearch={(text) => show({ ...filters, text })} />
        <OrderChoice filters={filters} />
      </div>
      <SavedViews search={search} mayShare={isLead} />
      <FilterForm key={searchOf(filters)} filters={filters} experts={isLead} onShow={show} />
      <ReviewedNotice {...reviewing} />
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
        ) : shown.length > 0 ? (
          <SessionList sessions={shown} search={search} showExpert={isLead} reader={me.user.id} ref={list} />
        ) : countOf(filters) > 0 ? (
          <EmptyState
            title={t('webNoneFit')}
            action={
              <Button onClick={() => show({ ...NO_FILTERS, order: filters.order })}>{t('webFiltersClear')}</Button>
            }
          />
        ) : (
          <EmptyState title={t('webNoSessions')}>{t('webNoSessionsText')}</EmptyState>
        )}
        {sessions.hasNextPage ? (
          <Button disabled={sessions.isFetchingNextPage} onClick={() => sessions.fetchNextPage()}>
            {t(sessions.isFetchingNextPage ? 'webLoading' : 'webMore')}
          </Button>
        ) : null}
        {shown && shown.length > 0 ? <p className={queue.keys}>{t('queueKeysHint')}</p> : null}
      </section>
      <QueueKeysDialog open={keysShown} reviews={isLead} onClose={() => setKeysShown(false)} />
    </Page>
  );
}
