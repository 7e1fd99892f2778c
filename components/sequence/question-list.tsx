import { type AskState, StateMark } from '@/components/question-card/state-mark';
import { useTexts } from '@/components/ui/texts';
import styles from './sequence.module.css';

export type ListedQuestion = { id: string; text: string; state: AskState };

/** The questions of one stage, the current one marked; each is one press away. */
export function QuestionList({
  questions,
  current,
  onChoose,
}: {
  questions: readonly ListedQuestion[];
  current: string | null;
  onChoose: (id: string) => void;
}) {
  const t = useTexts();
  return (
    <nav aria-label={t('sequenceQuestions')}>
      <ol className={styles.questions}>
        {questions.map(({ id, text, state }) => (
          <li key={id}>
            <button
              type="button"
              className={styles.question}
              onClick={() => onChoose(id)}
              {...(id === current ? { 'aria-current': 'step' as const } : {})}
            >
              <StateMark state={state} wordHidden />
              <span>{text}</span>
            </button>
          </li>
        ))}
      </ol>
    </nav>
  );
}
