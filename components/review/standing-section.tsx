import { useEffect, useId, useRef, useState } from 'react';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Standing } from '@/lib/review/review';
import type { CommentActions } from './review-words';
import styles from './standing-section.module.css';
import { useDoing } from './use-doing';

/** What its expert can do. Each rejects when it was not done. */
export type ExpertActions = Pick<CommentActions, 'sentence'> & {
  share: () => Promise<unknown>;
  askForLook: (what: string) => Promise<unknown>;
  endLook: () => Promise<unknown>;
  endTalk: () => Promise<unknown>;
};

/** What a lead can do. */
export type LeadActions = {
  markReviewed: (revision: number) => Promise<unknown>;
  unmarkReviewed: () => Promise<unknown>;
  askForTalk: () => Promise<unknown>;
  endTalk: () => Promise<unknown>;
};

type Props = {
  standing: Standing;
  revision: number;
  actions: ExpertActions;
  /** Given to who reviews; their own session has none. */
  lead?: LeadActions | null;
};

/** Where a session stands between its expert and the leads, and what each of them can do about it. */
export function StandingSection({ standing, revision, actions, lead = null }: Props) {
  const t = useTexts();
  const { busy, problem, run } = useDoing(actions);
  const head = useKeptFocus(standing);
  const [asking, setAsking] = useState<string | null>(null);
  const title = useId();
  const { sharedFrom, reviewed, talk, look, looks } = standing;
  const unshared = Date.parse(sharedFrom) > Date.now();
  const isReviewed = reviewed !== null && reviewed.revision >= revision;
  return (
    <section aria-labelledby={title} className={styles.section}>
      <h2 id={title} ref={head} tabIndex={-1} className={styles.title}>
        {t('reviewState')}
      </h2>
      <ul className={styles.states}>
        <li>
          {t(unshared ? 'reviewOwnUntil' : 'reviewShared')} <When at={sharedFrom} />.
          {lead ? null : ` ${t('reviewSharedText')}`}
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
        {lead ? (
          <>
            {isReviewed ? (
              <Button disabled={busy} onClick={() => void run(lead.unmarkReviewed)}>
                {t('reviewUnmark')}
              </Button>
            ) : (
              <Button kind="primary" disabled={busy} onClick={() => void run(() => lead.markReviewed(revision))}>
                {t('reviewMark')}
              </Button>
            )}
            <Button disabled={busy} onClick={() => void run(talk ? lead.endTalk : lead.askForTalk)}>
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
      <Looks looks={looks} />
    </section>
  );
}

/** Who looked and when: everyone who may read the session sees it. */
function Looks({ looks }: Pick<Standing, 'looks'>) {
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

/** A button that was pressed and is gone leaves the focus here, not at the top of the page. */
function useKeptFocus(standing: Standing) {
  const head = useRef<HTMLHeadingElement>(null);
  const inside = useRef(false);
  useEffect(() => {
    const section = head.current?.parentElement;
    const moved = ({ target }: FocusEvent) => {
      inside.current = section?.contains(target as Node) ?? false;
    };
    document.addEventListener('focusin', moved);
    return () => document.removeEventListener('focusin', moved);
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what it says decides which buttons there are
  useEffect(() => {
    if (inside.current && document.activeElement === document.body) head.current?.focus();
  }, [standing]);
  return head;
}
