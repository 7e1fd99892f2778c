import { useMutation, useQueryClient } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { SentCheck } from '@/lib/self-check/sent';
import playbooks from '../playbooks/playbooks.module.css';
import { Confirm } from '../shell/confirm';
import { sentenceOf } from '../shell/query-state';
import { CLOSING_WORDS } from './closing-words';
import { bringBack, deleteSent, putAway } from './queries';
import styles from './self-checks.module.css';

/** One self-check that arrived: what its client wishes, how to reach them, and what they wrote. */
export function SentRow({ sent, mayDelete }: { sent: SentCheck; mayDelete: boolean }) {
  const t = useTexts();
  const queries = useQueryClient();
  const onSettled = () => queries.invalidateQueries({ queryKey: ['sent-checks'] });
  const away = useMutation({ mutationFn: () => putAway(sent.id), onSettled });
  const back = useMutation({ mutationFn: () => bringBack(sent), onSettled });
  const remove = useMutation({ mutationFn: () => deleteSent(sent.id), onSettled });
  const error = away.error ?? back.error ?? remove.error;
  const who = whoOf(sent, t);
  const busy = away.isPending || back.isPending || remove.isPending;
  return (
    <li className={styles.sent}>
      <h3 className={styles.who}>{t(sent.wish === 'talk' ? 'selfCheckAsksTalk' : 'selfCheckEnded', { who })}</h3>
      <p className={playbooks.soft}>
        <When at={sent.sentAt} /> · {sent.title || t('selfCheckGone')}
        {sent.takenByName === null ? null : ` · ${t(takenWords(sent), { name: sent.takenByName })}`}
      </p>
      {sent.wish === 'ended' ? <p>{t('selfCheckEndedText')}</p> : <Reached sent={sent} />}
      {sent.message ? <p className={styles.message}>{sent.message}</p> : null}
      <Answers sent={sent} />
      <div className={playbooks.actions}>
        {sent.takenByName === null ? (
          <Button aria-label={t('selfCheckAwayNamed', { who })} disabled={busy} onClick={() => away.mutate()}>
            {t('selfCheckAway')}
          </Button>
        ) : null}
        {sent.mayBringBack ? (
          <Button aria-label={t('selfCheckOfferNamed', { who })} disabled={busy} onClick={() => back.mutate()}>
            {t('selfCheckOffer')}
          </Button>
        ) : null}
        {mayDelete ? (
          <Confirm
            label={t('selfCheckDelete')}
            name={t('selfCheckDeleteNamed', { who })}
            question={t('selfCheckDeleteSure')}
            text={t('selfCheckDeleteText')}
            answer={t('selfCheckDelete')}
            busy={busy}
            onDo={() => remove.mutate()}
          />
        ) : null}
      </div>
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
    </li>
  );
}

/** How the client can be reached, and what the page said to them. */
function Reached({ sent: { name, organisation, email, time, forName, closing } }: { sent: SentCheck }) {
  const t = useTexts();
  return (
    <dl className={styles.known}>
      {name && organisation ? (
        <>
          <dt>{t('selfCheckName')}</dt>
          <dd>{name}</dd>
        </>
      ) : null}
      {email ? (
        <>
          <dt>{t('selfCheckEmail')}</dt>
          <dd>
            <a href={`mailto:${email}`}>{email}</a>
          </dd>
        </>
      ) : null}
      <dt>{t('selfCheckTime')}</dt>
      <dd>{time ? <When at={time} /> : t('selfCheckNoTime')}</dd>
      {forName ? (
        <>
          <dt>{t('selfCheckFor')}</dt>
          <dd>{forName}</dd>
        </>
      ) : null}
      <dt>{t('selfCheckSaid')}</dt>
      <dd>{t(CLOSING_WORDS[closing])}</dd>
    </dl>
  );
}

function Answers({ sent: { wish, answered } }: { sent: SentCheck }) {
  const t = useTexts();
  if (answered.length === 0)
    return wish === 'talk' ? <p className={playbooks.soft}>{t('selfCheckNoAnswers')}</p> : null;
  return (
    <Disclosure summary={t('selfCheckAnswers', answered.length)}>
      <dl className={styles.answers}>
        {answered.map(({ id, question, answer }) => (
          <div key={id}>
            <dt>{question}</dt>
            <dd>{answer}</dd>
          </div>
        ))}
      </dl>
    </Disclosure>
  );
}

function whoOf({ organisation, name, forName, email }: SentCheck, t: Texts): string {
  return organisation || name || forName || email || t('selfCheckSomebody');
}

function takenWords({ sessionId }: SentCheck) {
  return sessionId ? 'selfCheckTaken' : 'selfCheckPutAway';
}
