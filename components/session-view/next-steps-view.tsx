import { useTexts } from '@/components/ui/texts';
import type { NextStep } from '@/lib/session/decision';
import styles from './decision-view.module.css';
import { DayOf } from './when';

/** What happens next, by whom on which side, and when. */
export function NextStepsView({ steps }: { steps: readonly NextStep[] }) {
  const t = useTexts();
  if (steps.length === 0) return null;
  return (
    <section aria-labelledby="session-next-steps">
      <h3 id="session-next-steps" className={styles.heading}>
        {t('decideNextSteps')}
      </h3>
      <ul className={styles.steps}>
        {steps.map((step) => (
          <li key={step.id} className={styles.step}>
            <span className={styles.written}>{step.text}</span>
            <span className={styles.soft}>
              {t('viewNextStepOwner', {
                name: step.owner.name,
                side: t(step.owner.side === 'client' ? 'viewSideClient' : 'viewSideOurs'),
              })}
              {' · '}
              {step.date ? <DayOf day={step.date} /> : t('viewNoDay')}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}
