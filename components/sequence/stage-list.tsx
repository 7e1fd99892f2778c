import { type AskState, StateMark, stateWords } from '@/components/question-card/state-mark';
import { useTexts } from '@/components/ui/texts';
import styles from './stage-list.module.css';

export type ListedStage = {
  id: string;
  title: string;
  /** 0 for what happens outside the call. */
  minutes: number;
  states: readonly AskState[];
  /** Flags that stand: neither reworded nor disputed. */
  flags: number;
};

const KEPT_APART: readonly AskState[] = ['asked', 'skipped', 'not-relevant', 'open'];

/** "2 asked, 1 skipped, 3 open": only what there is. */
export function StageProgress({ states }: { states: readonly AskState[] }) {
  const t = useTexts();
  const parts = KEPT_APART.map((state) => ({ state, count: states.filter((one) => one === state).length }));
  return parts
    .filter(({ count }) => count > 0)
    .map(({ state, count }) => `${count} ${t(stateWords(state)).toLowerCase()}`)
    .join(', ');
}

/** The stages in their order, with what became of their questions in words and shapes; each can be gone to at any time. */
export function StageList({
  stages,
  current,
  onChoose,
}: {
  stages: readonly ListedStage[];
  current: string;
  onChoose: (id: string) => void;
}) {
  const t = useTexts();
  return (
    <ol className={styles.stages}>
      {stages.map((stage, index) => (
        <li key={stage.id}>
          <button
            type="button"
            className={styles.stage}
            onClick={() => onChoose(stage.id)}
            {...(stage.id === current ? { 'aria-current': 'step' as const } : {})}
          >
            <span className={styles.number}>{index + 1}</span>
            <span className={styles.words}>
              <span className={styles.title}>{stage.title}</span>
              <span className={styles.detail}>
                <StageProgress states={stage.states} />
                {stage.flags > 0 ? ` · ${t('sequenceFlags', stage.flags)}` : ''}
              </span>
            </span>
            <span className={styles.shapes} aria-hidden="true">
              {stage.states.map((state, at) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: a row of shapes without identity of their own
                <StateMark key={at} state={state} wordHidden />
              ))}
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
