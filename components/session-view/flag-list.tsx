import { useTexts } from '@/components/ui/texts';
import type { Note, NoteFlag } from '@/lib/session/note';
import { CATEGORY_NAME } from './category-name';
import styles from './flag-list.module.css';
import { FlagVerdict } from './flag-verdict';
import { listedFlags } from './note-pieces';
import { useReviewPlaces } from './review-places';

/** The id of a flag's entry in its page, so that the mark in the words can lead to it. */
export function flagCardId(flag: NoteFlag): string {
  return `flag-${flag.id}`;
}

/** Every flag of one note: its category, why, what to ask instead, and what the expert answered. */
export function FlagList({ note }: { note: Pick<Note, 'text' | 'theyAsked' | 'flags'> }) {
  const t = useTexts();
  const places = useReviewPlaces();
  const flags = listedFlags(note);
  if (flags.length === 0) return null;
  return (
    <ol className={styles.list} aria-label={t('viewFlagList')}>
      {flags.map((flag, at) => (
        <li key={flag.id} id={flagCardId(flag)} tabIndex={-1} className={styles.flag}>
          <p className={styles.head}>
            <span className={styles.number} aria-hidden="true">
              {at + 1}
            </span>
            <span className={styles.category}>{t(CATEGORY_NAME[flag.category])}</span>
          </p>
          {flag.piece ? <blockquote className={styles.piece}>{flag.piece}</blockquote> : null}
          <p className={styles.why}>{flag.why}</p>
          <p className={styles.ask}>
            <span className={styles.label}>{t('viewFlagAsk')}</span> {flag.ask}
          </p>
          <FlagVerdict answer={flag.answer} />
          {places.flag?.(flag)}
        </li>
      ))}
    </ol>
  );
}
