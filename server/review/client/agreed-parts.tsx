import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { DayOf } from '@/components/session-view/when';
import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { ClientView } from '../../clients/wire';
import styles from './client.module.css';

/** What was agreed: what is to come, and folded away what has passed. `today`: YYYY-MM-DD, where the reader is. */
export function AgreedParts({ view, today }: { view: ClientView; today: string }) {
  const t = useTexts();
  const { steps, lookAgain } = view;
  const toCome = steps.filter(({ date }) => date === null || date >= today);
  const passed = steps.filter(({ date }) => date !== null && date < today);
  const again = lookAgain.filter(({ day }) => day >= today);
  const missed = lookAgain.filter(({ day }) => day < today);
  return (
    <>
      {again.length > 0 ? (
        <Part id="client-look-again" title={t('clientLookAgain')}>
          <LookAgain days={again} />
        </Part>
      ) : null}
      <Part id="client-steps" title={t('clientSteps')}>
        {toCome.length > 0 ? <Steps steps={toCome} /> : <p className={styles.soft}>{t('clientNothingOpen')}</p>}
        {passed.length + missed.length > 0 ? (
          <Disclosure summary={t('clientPassed')}>
            <Steps steps={passed} />
            <LookAgain days={missed} />
          </Disclosure>
        ) : null}
      </Part>
    </>
  );
}

export function Part({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className={styles.heading}>
        {title}
      </h2>
      {children}
    </section>
  );
}

function Steps({ steps }: { steps: ClientView['steps'] }) {
  const t = useTexts();
  if (steps.length === 0) return null;
  return (
    <ul className={styles.list}>
      {steps.map(({ sessionId, id, text, owner, date }) => (
        <li key={`${sessionId}.${id}`} className={styles.row}>
          <Link href={`/sessions/${sessionId}`} className={styles.what}>
            {text || t('calendarStep')}
          </Link>
          <span className={styles.soft}>
            {t('viewNextStepOwner', {
              name: owner.name,
              side: t(owner.side === 'client' ? 'viewSideClient' : 'viewSideOurs'),
            })}
            {' · '}
            {date ? <DayOf day={date} /> : t('viewNoDay')}
          </span>
        </li>
      ))}
    </ul>
  );
}

function LookAgain({ days }: { days: ClientView['lookAgain'] }) {
  const t = useTexts();
  if (days.length === 0) return null;
  return (
    <ul className={styles.list}>
      {days.map(({ sessionId, day, to, missing }) => (
        <li key={sessionId} className={styles.row}>
          <Link href={`/sessions/${sessionId}`} className={styles.what}>
            {to || t('calendarLookAgain')}
          </Link>
          <span className={styles.soft}>
            <DayOf day={day} />
          </span>
          {missing ? (
            <span className={styles.missing}>
              {t('decideMissing')}: {missing}
            </span>
          ) : null}
        </li>
      ))}
    </ul>
  );
}
