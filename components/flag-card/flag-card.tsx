import { type Ref, useEffect, useId, useRef, useState } from 'react';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { FlagAnswer, NoteFlag } from '@/lib/session/note';
import styles from './flag-card.module.css';
import { ReasonForm } from './reason-form';
import { surenessWords } from './sureness';

export type FlagCardProps = {
  flag: NoteFlag;
  onReword: () => void;
  onKeep: (reason: string) => void;
  onDispute: (reason: string) => void;
  /** Takes the answer back. */
  onUndo: () => void;
  onClose?: () => void;
  headingRef?: Ref<HTMLHeadingElement>;
};

const ANSWER: Record<FlagAnswer['kind'], MessageKey> = {
  kept: 'flagKept',
  disputed: 'flagDisputed',
  reworded: 'flagReworded',
};

/** One flag: what was found, why, what to ask instead, and the expert's answer. Give it the flag's id as key. */
export function FlagCard({ flag, headingRef, onClose, ...on }: FlagCardProps) {
  const t = useTexts();
  const title = useId();
  return (
    <section className={styles.card} aria-labelledby={title}>
      <div className={styles.head}>
        <h3 className={styles.title} id={title} ref={headingRef} tabIndex={-1}>
          {t(CATEGORY_NAME[flag.category])}
        </h3>
        {onClose ? (
          <Button kind="quiet" onClick={onClose}>
            {t('uiClose')}
          </Button>
        ) : null}
      </div>
      {flag.piece ? (
        <blockquote className={styles.piece} dir="auto">
          {flag.piece}
        </blockquote>
      ) : null}
      <p className={styles.text}>{flag.why}</p>
      <p className={styles.ask}>
        <span className={styles.label}>{t('flagAskInstead')}</span>
        {flag.ask}
      </p>
      <p className={styles.sure}>
        {t('flagSureNumber', { words: t(surenessWords(flag.sureness)), percent: Math.round(flag.sureness * 100) })}
      </p>
      <Answer flag={flag} {...on} />
    </section>
  );
}

function Answer({ flag, onReword, onKeep, onDispute, onUndo }: Omit<FlagCardProps, 'headingRef' | 'onClose'>) {
  const t = useTexts();
  const [asking, setAsking] = useState<'kept' | 'disputed' | null>(null);
  const box = useRef<HTMLDivElement>(null);
  const focusNext = useRef(false);
  const { answer } = flag;

  // What had the focus goes with the answer, which may come a frame later: the first button of what stands then takes it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: runs when what is shown changes
  useEffect(() => {
    if (answer) setAsking(null);
    // An effect of the step before may come only now, on a busy machine: the wish stays until there is a button.
    const next = box.current?.querySelector('button');
    if (!focusNext.current || !next) return;
    next.focus();
    focusNext.current = false;
  }, [asking, answer]);

  function then(step: () => void) {
    focusNext.current = true;
    step();
  }

  if (asking && !answer)
    return (
      <ReasonForm
        kind={asking}
        onCancel={() => then(() => setAsking(null))}
        onSave={(reason) => then(() => (asking === 'kept' ? onKeep(reason) : onDispute(reason)))}
      />
    );
  if (answer)
    return (
      <div ref={box}>
        <p className={styles.text}>
          <strong>{t(ANSWER[answer.kind])}.</strong> {answer.reason}
        </p>
        <Button kind="quiet" onClick={() => then(onUndo)}>
          {t(answer.kind === 'reworded' && flag.piece ? 'flagUndoReword' : 'flagUndo')}
        </Button>
      </div>
    );
  return (
    <div ref={box} className={styles.actions}>
      <Button onClick={onReword}>{t('flagReword')}</Button>
      <Button onClick={() => setAsking('kept')}>{t('flagKeep')}</Button>
      <Button onClick={() => setAsking('disputed')}>{t('flagDispute')}</Button>
    </div>
  );
}
