import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ShownLink } from '@/components/ui/shown-link';
import { useTexts } from '@/components/ui/texts';
import { Read, sentenceOf } from '../shell/query-state';
import { calendarQuery, makeCalendar, revokeCalendar } from './queries';
import styles from './team.module.css';

/** One's own calendar feed: made, shown once, made anew, taken back. */
export function CalendarFeed() {
  const t = useTexts();
  const queries = useQueryClient();
  const own = useQuery(calendarQuery);
  const onSettled = () => queries.invalidateQueries(calendarQuery);
  const make = useMutation({ mutationFn: makeCalendar, onSettled });
  const revoke = useMutation({ mutationFn: revokeCalendar, onSuccess: () => make.reset(), onSettled });
  const isBusy = make.isPending || revoke.isPending;
  const error = make.error ?? revoke.error;
  return (
    <section aria-labelledby="calendar">
      <h2 id="calendar" className={styles.heading}>
        {t('calendarTitle')}
      </h2>
      <p className={styles.soft}>{t('calendarText')}</p>
      <Read query={own}>
        {({ feed }) => (
          <div className={styles.invite}>
            {feed ? (
              <p className={styles.soft}>
                {t('calendarMadeOn')} <When at={feed.madeAt} />,{' '}
                {feed.readAt ? (
                  <>
                    {t('calendarReadLast')} <When at={feed.readAt} />
                  </>
                ) : (
                  t('calendarNeverRead')
                )}
                . <span id="calendar-again">{t('calendarAgainText')}</span>
              </p>
            ) : null}
            <div className={styles.actions}>
              <Button
                disabled={isBusy}
                aria-describedby={feed ? 'calendar-again' : undefined}
                onClick={() => make.mutate()}
              >
                {t(feed ? 'calendarAgain' : 'calendarMake')}
              </Button>
              {feed ? (
                <Button disabled={isBusy} onClick={() => revoke.mutate()}>
                  {t('calendarRevoke')}
                </Button>
              ) : null}
            </div>
          </div>
        )}
      </Read>
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
      {make.data ? (
        <ShownLink
          key={make.data.address}
          label={t('calendarAddress')}
          hint={t('calendarAddressHint')}
          link={make.data.address}
        />
      ) : null}
    </section>
  );
}
