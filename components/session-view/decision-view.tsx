import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { Decision, Outcome } from '@/lib/session/decision';
import type { Session } from '@/lib/session/session';
import styles from './decision-view.module.css';
import { NextStepsView } from './next-steps-view';
import { OptionsView } from './options-view';
import { DayOf } from './when';

const OUTCOME: Record<Outcome, MessageKey> = { yes: 'outcomeYes', no: 'outcomeNo', 'not-yet': 'outcomeNotYet' };

/** The decision of both sides. Yes, no and not yet share one look; where nothing was decided it says why. */
export function DecisionView({ session }: { session: Session }) {
  const { decision } = session;
  return (
    <div className={styles.decision}>
      {decision.outcome === null ? <Undecided decision={decision} /> : <Decided session={session} />}
      <OptionsView options={decision.options} />
      <NextStepsView steps={decision.nextSteps} />
    </div>
  );
}

function Undecided({ decision }: { decision: Decision }) {
  const t = useTexts();
  return (
    <div className={styles.outcome}>
      <p className={styles.word}>{t('viewUndecided')}</p>
      <p className={styles.to}>{decision.undecidedReason}</p>
    </div>
  );
}

function Decided({ session: { decision, people } }: { session: Session }) {
  const t = useTexts();
  const tookPart = people.filter((person) => decision.tookPart.includes(person.id));
  return (
    <>
      <div className={styles.outcome}>
        <p className={styles.word}>{decision.outcome ? t(OUTCOME[decision.outcome]) : null}</p>
        <p className={styles.to}>{decision.to}</p>
      </div>
      <dl className={styles.parts}>
        <Part label={t('decideReason')} text={decision.reason} />
        {decision.outcome === 'not-yet' ? (
          <>
            <Part label={t('decideMissing')} text={decision.missing} />
            <Part label={t('decideLookAgain')}>
              {decision.lookAgainOn ? <DayOf day={decision.lookAgainOn} /> : t('viewNoDay')}
            </Part>
          </>
        ) : null}
        <Part label={t('decideObjectives')}>
          {decision.objectives.length > 0 ? (
            <ul className={styles.plainList}>
              {[...new Set(decision.objectives)].map((objective) => (
                <li key={objective}>{objective}</li>
              ))}
            </ul>
          ) : null}
        </Part>
        <Part label={t('decidePlayback')} text={decision.playback.text}>
          <span className={styles.soft}>
            {t(decision.playback.confirmed ? 'viewPlaybackConfirmed' : 'viewPlaybackUnconfirmed')}
          </span>
        </Part>
        <Part label={t('decideTookPart')} text={tookPart.map((person) => person.name).join(', ')} />
        <Part label={t('decideDissent')} text={decision.dissent || t('viewNoDissent')} />
      </dl>
    </>
  );
}

function Part({ label, text, children }: { label: string; text?: string; children?: React.ReactNode }) {
  const t = useTexts();
  return (
    <div className={styles.part}>
      <dt>{label}</dt>
      <dd>
        {text ? <span className={styles.written}>{text}</span> : null}
        {children}
        {!text && !children ? <span className={styles.soft}>{t('viewNothingWritten')}</span> : null}
      </dd>
    </div>
  );
}
