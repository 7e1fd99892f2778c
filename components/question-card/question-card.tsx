import { type ReactNode, type Ref, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { Question } from '@/lib/playbooks/playbook';
import styles from './question-card.module.css';
import { SkipForm } from './skip-form';
import { type AskState, StateMark } from './state-mark';

export type QuestionCardProps = {
  question: Question;
  state: AskState;
  /** Why it was skipped. */
  reason: string;
  /** Added by the expert: it can be taken out again. */
  own: boolean;
  onAsk: () => void;
  onSkip: (reason: string) => void;
  onNotRelevant: () => void;
  onReopen: () => void;
  onRemove: () => void;
  headingRef?: Ref<HTMLHeadingElement>;
  /** The note under the question. */
  children?: ReactNode;
};

/** One question, large: what to ask, what stands behind it on demand, and what became of it. Give it the question's id as key. */
export function QuestionCard({ question, state, reason, own, headingRef, children, ...on }: QuestionCardProps) {
  const t = useTexts();
  const [skipping, setSkipping] = useState(false);
  const asked = state === 'asked';
  return (
    <article className={styles.card}>
      <p className={styles.meta}>
        <StateMark state={state} />
        {question.neededForDecision ? <span className={styles.needed}>{t('questionNeeded')}</span> : null}
        {own ? <span className={styles.needed}>{t('questionOwn')}</span> : null}
      </p>
      <h2 className={styles.text} ref={headingRef} tabIndex={-1}>
        {question.text}
      </h2>
      {state === 'skipped' && reason ? (
        <p className={styles.reason}>{t('questionSkippedBecause', { reason })}</p>
      ) : null}
      <Behind question={question} />
      {skipping ? (
        <SkipForm
          onCancel={() => setSkipping(false)}
          onSkip={(given) => {
            setSkipping(false);
            on.onSkip(given);
          }}
        />
      ) : (
        <div className={styles.actions}>
          {state === 'open' || asked ? (
            <Button className={styles.asked} aria-pressed={asked} onClick={asked ? on.onReopen : on.onAsk}>
              {t('questionAsked')}
            </Button>
          ) : (
            <Button onClick={on.onReopen}>{t('questionReopen')}</Button>
          )}
          {state === 'open' ? (
            <>
              <Button onClick={() => setSkipping(true)}>{t('questionSkip')}…</Button>
              <Button onClick={on.onNotRelevant}>{t('questionNotRelevant')}</Button>
            </>
          ) : null}
          {own ? <Button onClick={on.onRemove}>{t('questionRemove')}</Button> : null}
        </div>
      )}
      {children}
    </article>
  );
}

function Behind({ question }: { question: Question }) {
  const t = useTexts();
  return (
    <div className={styles.behind}>
      {question.why ? (
        <Disclosure summary={t('questionWhy')}>
          <p>{question.why}</p>
        </Disclosure>
      ) : null}
      <Listed title={t('questionListenFor')} lines={question.listenFor} />
      <Listed title={t('questionFollowUps')} lines={question.followUps} />
    </div>
  );
}

function Listed({ title, lines }: { title: string; lines: readonly string[] }) {
  if (lines.length === 0) return null;
  return (
    <Disclosure summary={title}>
      <ul className={styles.lines}>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
    </Disclosure>
  );
}
