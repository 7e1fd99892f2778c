import { useState } from 'react';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Review } from '../../reviews/wire';
import styles from './review-section.module.css';
import { useDoing } from './use-doing';
import type { ReviewActions } from './use-review-actions';

type Props = { review: Review; revision: number; reviews: boolean; actions: ReviewActions };

/** Where a session stands between its expert and the leads, and what each of them can do about it. */
export function ReviewSection({ review, revision, reviews, actions }: Props) {
  const t = useTexts();
  const { busy, problem, run } = useDoing(actions);
  const [asking, setAsking] = useState<string | null>(null);
  const unshared = Date.parse(review.sharedFrom) > Date.now();
  const { reviewed, talk, look } = review;
  const isReviewed = reviewed !== null && reviewed.revision >= revision;
  return (
    <section aria-labelledby="session-review" className={styles.section}>
      <h2 id="session-review" className={styles.title}>
        {t('reviewState')}
      </h2>
      <ul className={styles.states}>
        <li>
          {t(unshared ? 'reviewOwnUntil' : 'reviewShared')} <When at={review.sharedFrom} />.
          {reviews ? null : ` ${t('reviewSharedText')}`}
        </li>
        {look ? (
          <li>
            {t('reviewLookAsked')} (<When at={look.at} />){look.for ? `: ${look.for}` : '.'}
          </li>
        ) : null}
        {reviewed ? (
          <li>
            {t(isReviewed ? 'reviewMarked' : 'reviewMarkedOlder', { name: reviewed.by })}, <When at={reviewed.at} />.
          </li>
        ) : null}
        {talk ? (
          <li>
            {t('reviewTalkAsked', { name: talk.by })} (<When at={talk.at} />
            ).
          </li>
        ) : null}
      </ul>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <div className={styles.buttons}>
        {reviews ? (
          <>
            {isReviewed ? (
              <Button disabled={busy} onClick={() => void run(actions.unmarkReviewed)}>
                {t('reviewUnmark')}
              </Button>
            ) : (
              <Button kind="primary" disabled={busy} onClick={() => void run(() => actions.markReviewed(revision))}>
                {t('reviewMark')}
              </Button>
            )}
            <Button disabled={busy} onClick={() => void run(talk ? actions.endTalk : actions.askForTalk)}>
              {t(talk ? 'reviewTalkBack' : 'reviewTalk')}
            </Button>
          </>
        ) : (
          <>
            {unshared ? (
              <Button disabled={busy} onClick={() => void run(actions.share)}>
                {t('reviewShareNow')}
              </Button>
            ) : null}
            {look ? (
              <Button disabled={busy} onClick={() => void run(actions.endLook)}>
                {t('reviewLookBack')}
              </Button>
            ) : asking === null ? (
              <Button onClick={() => setAsking('')}>{t('reviewLookAsk')}</Button>
            ) : null}
            {talk ? (
              <Button disabled={busy} onClick={() => void run(actions.endTalk)}>
                {t('reviewTalkDone')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      {asking !== null && !look ? (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault();
            void run(() => actions.askForLook(asking.trim())).then((done) => done && setAsking(null));
          }}
        >
          <TextArea
            label={t('reviewLookFor')}
            hint={t('reviewLookForHint')}
            maxLength={1_000}
            autoFocus
            value={asking}
            onChange={setAsking}
          />
          <div className={styles.buttons}>
            <Button type="submit" kind="primary" aria-disabled={busy}>
              {t('reviewLookAsk')}
            </Button>
            <Button kind="quiet" onClick={() => setAsking(null)}>
              {t('uiCancel')}
            </Button>
          </div>
        </form>
      ) : null}
      <Looks looks={review.looks} />
    </section>
  );
}

/** Who looked and when: everyone who may read the session sees it. */
function Looks({ looks }: { looks: Review['looks'] }) {
  const t = useTexts();
  return (
    <Disclosure summary={t('reviewLooked')}>
      {looks.length === 0 ? <p className={styles.soft}>{t('reviewNobodyLooked')}</p> : null}
      <ul className={styles.states}>
        {looks.map(({ name, firstAt, lastAt }) => (
          <li key={name + firstAt}>
            {t('reviewLookedAt', { name })} <When at={firstAt} />
            {lastAt === firstAt ? null : (
              <>
                {', '}
                <When at={lastAt} />
              </>
            )}
          </li>
        ))}
      </ul>
    </Disclosure>
  );
}
