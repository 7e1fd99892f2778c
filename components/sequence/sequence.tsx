import { type ReactNode, useEffect, useRef, useState } from 'react';
import { QuestionCard, type QuestionCardProps } from '@/components/question-card/question-card';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { useTexts } from '@/components/ui/texts';
import type { Stage } from '@/lib/playbooks/playbook';
import { OwnQuestionForm } from './own-question-form';
import { type ListedQuestion, QuestionList } from './question-list';
import styles from './sequence.module.css';
import { type ListedStage, StageList, StageProgress } from './stage-list';

export type SequenceProps = {
  stages: readonly ListedStage[];
  stage: Pick<Stage, 'id' | 'title' | 'aim' | 'minutes'>;
  questions: readonly ListedQuestion[];
  current: Pick<QuestionCardProps, 'question' | 'state' | 'reason' | 'own'>;
  /** What was just changed, in words; it can be undone while it is said. */
  said: string | null;
  onUndo: () => void;
  onStage: (id: string) => void;
  onQuestion: (id: string) => void;
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
  onAdd: (text: string) => void;
  on: Pick<QuestionCardProps, 'onAsk' | 'onSkip' | 'onNotRelevant' | 'onReopen' | 'onRemove'>;
  /** The editor under the question, and the one for free notes. */
  note: ReactNode;
  freeNotes: ReactNode;
};

/** The diagnostic sequence: one question large, the stages and the other questions one step away. Nothing moves by itself. */
export function Sequence(props: SequenceProps) {
  const t = useTexts();
  const { stage, current, said } = props;
  const heading = useFocusOnChange(current.question.id);
  return (
    <div className={styles.sequence}>
      <StagePicker {...props} />
      {stage.aim ? <p className={styles.aim}>{stage.aim}</p> : null}
      <QuestionCard key={current.question.id} {...current} {...props.on} headingRef={heading}>
        {props.note}
      </QuestionCard>
      <div className={styles.said}>
        <span role="status">{said}</span>
        {said ? (
          <Button kind="quiet" onClick={props.onUndo}>
            {t('sequenceUndo')}
          </Button>
        ) : null}
      </div>
      <div className={styles.move}>
        <Button onClick={props.onPrevious ?? undefined} disabled={!props.onPrevious}>
          {t('sequencePrevious')}
        </Button>
        <Button onClick={props.onNext ?? undefined} disabled={!props.onNext}>
          {t('sequenceNext')}
        </Button>
      </div>
      <section className={styles.rest}>
        <h3 className={styles.restTitle}>{t('sequenceQuestions')}</h3>
        <QuestionList questions={props.questions} current={current.question.id} onChoose={props.onQuestion} />
        <OwnQuestionForm onAdd={props.onAdd} />
      </section>
      <Disclosure summary={t('sequenceFreeNotes')}>{props.freeNotes}</Disclosure>
    </div>
  );
}

function StagePicker({ stages, stage, onStage }: SequenceProps) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const number = stages.findIndex(({ id }) => id === stage.id) + 1;
  const listed = stages[number - 1];
  return (
    <nav aria-label={t('sequenceStages')} className={styles.picker}>
      <details open={open} onToggle={(event) => setOpen(event.currentTarget.open)}>
        <summary className={styles.pickerSummary}>
          <span className={styles.pickerWords}>
            <span className={styles.pickerTitle}>{stage.title}</span>
            {listed ? (
              <span className={styles.pickerNumber}>
                {t('sequenceStageOf', { number, count: stages.length })}
                {' · '}
                <StageProgress states={listed.states} />
                {stage.minutes > 0 ? ` · ${t('sequencePlanned', { minutes: stage.minutes })}` : null}
                {listed.flags > 0 ? ` · ${t('sequenceFlags', listed.flags)}` : null}
              </span>
            ) : null}
          </span>
          <span className={styles.pickerAll}>{t(open ? 'sequenceStagesHide' : 'sequenceStagesShow')}</span>
        </summary>
        <StageList
          stages={stages}
          current={stage.id}
          onChoose={(id) => {
            setOpen(false);
            onStage(id);
          }}
        />
      </details>
    </nav>
  );
}

/** Brings the focus to the question when it becomes another one, not when the panel opens. */
function useFocusOnChange(id: string) {
  const heading = useRef<HTMLHeadingElement>(null);
  const last = useRef(id);
  useEffect(() => {
    if (last.current === id) return;
    last.current = id;
    heading.current?.focus();
  }, [id]);
  return heading;
}
