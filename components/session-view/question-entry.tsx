import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { Note } from '@/lib/session/note';
import type { QuestionState } from '@/lib/session/session';
import { FlagList } from './flag-list';
import { NoteText } from './note-text';
import styles from './question-entry.module.css';
import { useReviewPlaces } from './review-places';
import type { ViewQuestion } from './view-stages';

const STATE: Record<QuestionState['state'], MessageKey> = {
  open: 'viewNotAsked',
  asked: 'questionAsked',
  skipped: 'questionSkipped',
  'not-relevant': 'questionNotRelevant',
};

/** One question as it went: its state in words first, so that one that was not asked never looks answered. */
export function QuestionEntry({ question }: { question: ViewQuestion }) {
  const t = useTexts();
  const places = useReviewPlaces();
  const asked = question.state === 'asked';
  return (
    <li className={styles.entry} data-state={question.state}>
      <p className={styles.states}>
        <span className={asked ? styles.asked : styles.unasked}>{t(STATE[question.state])}</span>
        {question.own ? <span className={styles.own}>{t('viewOwnQuestion')}</span> : null}
      </p>
      <p className={styles.question}>{question.text ?? t('viewUnknownQuestion', { id: question.id })}</p>
      {question.state === 'skipped' ? (
        <p className={styles.reason}>
          {question.reason ? t('viewReason', { reason: question.reason }) : t('viewNoReason')}
        </p>
      ) : null}
      {question.note ? <NoteBlock note={question.note} /> : null}
      {places.question?.(question.id)}
    </li>
  );
}

/** A note with its flags beside it, or under it where there is no room. */
export function NoteBlock({ note }: { note: Note }) {
  const places = useReviewPlaces();
  return (
    <>
      <div className={styles.note} data-flagged={note.flags.length > 0 || undefined}>
        <div className={styles.words}>
          <NoteText note={note} />
        </div>
        <FlagList note={note} />
      </div>
      {places.note?.(note)}
    </>
  );
}
