import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { FlagAnswer } from '@/lib/session/note';
import styles from './flag-list.module.css';

const WORDS: Record<FlagAnswer['kind'], MessageKey> = {
  reworded: 'viewFlagReworded',
  kept: 'viewFlagKept',
  disputed: 'viewFlagDisputed',
};

/** What the expert answered to a flag, with the reason; all answers look the same. */
export function FlagVerdict({ answer }: { answer: FlagAnswer | null }) {
  const t = useTexts();
  return (
    <p className={styles.answer}>
      <span className={styles.label}>{t('viewFlagAnswer')}</span>{' '}
      {answer === null ? (
        <span className={styles.unanswered}>{t('viewFlagUnanswered')}</span>
      ) : (
        <>
          <strong>{t(WORDS[answer.kind])}.</strong> {answer.reason}
        </>
      )}
    </p>
  );
}
