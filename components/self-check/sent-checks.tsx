import { useEffect, useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { SentCheck } from '@/lib/self-check/sent';
import styles from './self-check.module.css';

/** What clients sent and nobody has taken yet; nothing while there is none. */
export function SentChecks({
  sent,
  onStart,
  onAway,
  onBack,
}: {
  sent: readonly SentCheck[];
  onStart: (one: SentCheck) => void;
  /** These reject when it did not work. */
  onAway: (id: string) => Promise<unknown>;
  onBack: (id: string) => Promise<unknown>;
}) {
  const t = useTexts();
  const title = useId();
  const [failed, setFailed] = useState(false);
  const [away, setAway] = useState<SentCheck | null>(null);
  const undo = useRef<HTMLButtonElement>(null);
  // The card that had the focus is gone.
  useEffect(() => {
    if (away) undo.current?.focus();
  }, [away]);
  if (sent.length === 0 && !away) return null;
  const attempt = (doing: Promise<unknown>, done: SentCheck | null) => {
    setFailed(false);
    doing.then(
      () => setAway(done),
      () => setFailed(true),
    );
  };
  return (
    <section aria-labelledby={title} className={styles.section}>
      <h3 id={title} className={styles.name}>
        {t('checksTitle')}
      </h3>
      {failed ? <Notice tone="problem" title={t('checksNotDone')} /> : null}
      {away ? (
        <Notice
          title={t('checksPutAway', { name: senderOf(away) || t('checksSomeone') })}
          actions={
            <Button ref={undo} onClick={() => attempt(onBack(away.id), null)}>
              {t('sequenceUndo')}
            </Button>
          }
        />
      ) : null}
      <ul className={styles.list}>
        {sent.map((one) => (
          <Sent key={one.id} one={one} onStart={() => onStart(one)} onAway={() => attempt(onAway(one.id), one)} />
        ))}
      </ul>
    </section>
  );
}

/** Who sent it, as far as they said. */
export function senderOf({ organisation, name, forName, email }: SentCheck): string {
  return organisation || name || forName || email;
}

function Sent({ one, onStart, onAway }: { one: SentCheck; onStart: () => void; onAway: () => void }) {
  const t = useTexts();
  const locale = t('languageTag');
  const name = senderOf(one) || t('checksSomeone');
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(one.sentAt));
  const time =
    one.time && new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeStyle: 'short' }).format(new Date(one.time));
  return (
    <li className={styles.card}>
      <h4 className={styles.name}>{t('checksFrom', { name })}</h4>
      <p className={styles.soft}>{t('checksSent', { day })}</p>
      {one.wish === 'ended' ? <p className={styles.line}>{t('checksEnded')}</p> : null}
      {time ? <p className={styles.line}>{t('checksTime', { time })}</p> : null}
      {one.email ? <p className={styles.line}>{t('checksReach', { email: one.email })}</p> : null}
      {one.message ? <p className={styles.said}>{one.message}</p> : null}
      {one.wish === 'talk' ? (
        <Disclosure summary={t('checksAnswers')}>
          {one.answered.length === 0 ? <p className={styles.line}>{t('checksNoAnswers')}</p> : null}
          <dl className={styles.answers}>
            {one.answered.map(({ id, question, answer }) => (
              <div key={id}>
                <dt>{question}</dt>
                <dd className={styles.said}>{answer}</dd>
              </div>
            ))}
          </dl>
        </Disclosure>
      ) : null}
      <div className={styles.buttons}>
        {one.wish === 'talk' ? <Button onClick={onStart}>{t('checksStart')}</Button> : null}
        <Button kind="quiet" onClick={onAway}>
          {t('checksAway')}
        </Button>
      </div>
    </li>
  );
}
