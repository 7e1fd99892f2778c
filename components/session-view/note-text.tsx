import { Fragment } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { Note, NoteFlag } from '@/lib/session/note';
import { CATEGORY_NAME } from './category-name';
import { flagCardId } from './flag-list';
import { listedFlags, notePieces, type Piece } from './note-pieces';
import styles from './note-text.module.css';

/** A note as it was typed, as text and nothing else, its flags underlined in place and numbered as in the list beside it. */
export function NoteText({ note }: { note: Pick<Note, 'text' | 'theyAsked' | 'flags'> }) {
  const numbers = new Map(listedFlags(note).map((flag, at) => [flag.id, at + 1]));
  return (
    <p className={styles.text}>
      {notePieces(note).map((piece, at, pieces) => (
        <Fragment key={piece.from}>
          {piece.theyAsked && !pieces[at - 1]?.theyAsked ? <TheyAsked /> : null}
          <Marked piece={piece} />
          {piece.ends.map((flag) => (
            <ToFlag key={flag.id} flag={flag} number={numbers.get(flag.id) ?? 0} />
          ))}
        </Fragment>
      ))}
    </p>
  );
}

function Marked({ piece }: { piece: Piece }) {
  const t = useTexts();
  if (piece.flags.length === 0) return piece.text;
  const said = piece.flags.map((flag) =>
    t('viewFlagInText', { category: t(CATEGORY_NAME[flag.category]), why: flag.why }),
  );
  return (
    <mark className={styles.flagged} aria-description={said.join(' ')}>
      {piece.text}
    </mark>
  );
}

function TheyAsked() {
  const t = useTexts();
  return <span className={styles.asked}>{t('viewTheyAsked')}</span>;
}

/** Leads from the words to the flag in the list; a button, for the address belongs to the page around. */
function ToFlag({ flag, number }: { flag: NoteFlag; number: number }) {
  const t = useTexts();
  return (
    <button
      type="button"
      className={styles.number}
      aria-label={t('viewFlagNumber', { number, category: t(CATEGORY_NAME[flag.category]) })}
      onClick={() => document.getElementById(flagCardId(flag))?.focus()}
    >
      {number}
    </button>
  );
}
