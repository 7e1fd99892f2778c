import { Link } from 'wouter';
import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { SentCheck } from '@/lib/self-check/sent';
import { Part } from './agreed-parts';
import styles from './client.module.css';

/** What the client wrote by themselves before a call, the newest first; nothing while there is nothing. */
export function ClientChecks({ checks }: { checks: readonly SentCheck[] }) {
  const t = useTexts();
  if (checks.length === 0) return null;
  const day = new Intl.DateTimeFormat(t('languageTag'), { dateStyle: 'long' });
  return (
    <Part id="client-checks" title={t('clientChecks')}>
      <ul className={styles.list}>
        {checks.map(({ id, sentAt, title, wish, answered, sessionId }) => (
          <li key={id} className={styles.row}>
            <p className={styles.what}>
              {day.format(new Date(sentAt))}: {title}. {t(wish === 'ended' ? 'checksEnded' : 'clientCheckTalk')}{' '}
              {sessionId ? <Link href={`/sessions/${sessionId}`}>{t('clientCheckSession')}</Link> : null}
            </p>
            {answered.length > 0 ? (
              <Disclosure summary={t('checksAnswers')}>
                <dl>
                  {answered.map((one) => (
                    <div key={one.id}>
                      <dt>{one.question}</dt>
                      <dd>{one.answer}</dd>
                    </div>
                  ))}
                </dl>
              </Disclosure>
            ) : null}
          </li>
        ))}
      </ul>
    </Part>
  );
}
