import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { QuestionState } from '@/lib/session/session';
import styles from './state-mark.module.css';

export type AskState = QuestionState['state'];

const WORDS: Record<AskState, MessageKey> = {
  open: 'questionOpen',
  asked: 'questionAsked',
  skipped: 'questionSkipped',
  'not-relevant': 'questionNotRelevant',
};

/** A ring, a filled disc with a tick, two chevrons that pass by, a crossed square: told apart without colour. */
const SHAPES: Record<AskState, React.ReactNode> = {
  open: <circle cx="8" cy="8" r="6" />,
  asked: (
    <>
      <circle cx="8" cy="8" r="7" className={styles.filled} />
      <path d="m4.8 8.2 2.2 2.3 4.2-4.6" className={styles.cut} />
    </>
  ),
  skipped: <path d="m3 3.5 4.5 4.5L3 12.5m5.5-9L13 8l-4.5 4.5" />,
  'not-relevant': <path d="M2.5 2.5h11v11h-11zM5 8h6" />,
};

export function stateWords(state: AskState): MessageKey {
  return WORDS[state];
}

/** The state of a question as a shape, with its word beside it or for screen readers only. */
export function StateMark({ state, wordHidden = false }: { state: AskState; wordHidden?: boolean }) {
  const t = useTexts();
  return (
    <span className={styles.mark}>
      <svg viewBox="0 0 16 16" width="16" height="16" aria-hidden="true">
        {SHAPES[state]}
      </svg>
      <span className={wordHidden ? 'visually-hidden' : undefined}>{t(WORDS[state])}</span>
    </span>
  );
}
