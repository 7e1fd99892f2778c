import { useState } from 'react';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { FlagAnswer, NoteFlag } from '@/lib/session/note';
import { stands } from '@/lib/session/standing-flags';
import styles from './note-editor.module.css';

const STATE: Record<FlagAnswer['kind'], MessageKey> = {
  kept: 'flagStateKept',
  disputed: 'flagStateDisputed',
  reworded: 'flagStateReworded',
};
/** How many flags are listed at a time. */
const PAGE = 30;

/** All flags of the note as a list of buttons, so that none needs a pointer or sight of the text. */
export function NoteFlagList({ flags, onChoose }: { flags: readonly NoteFlag[]; onChoose: (flag: NoteFlag) => void }) {
  const t = useTexts();
  const [open, setOpen] = useState(false);
  const [most, setMost] = useState(PAGE);
  const rest = Math.min(flags.length - most, PAGE);
  const standing = flags.filter(stands).length;
  const settled = flags.length - standing;
  if (flags.length === 0) return null;
  return (
    <Disclosure
      summary={
        <span>
          {t('noteFlagsTitle', standing)}
          {settled > 0 ? <span className={styles.settled}>{t('noteFlagsSettled', settled)}</span> : null}
        </span>
      }
      open={open}
      onToggle={setOpen}
    >
      {open ? (
        <>
          <p className={styles.hint}>{t('noteKeysHint')}</p>
          <ul className={styles.list}>
            {flags.slice(0, most).map((flag) => (
              <li key={flag.id}>
                <Button kind="quiet" className={styles.item} onClick={() => onChoose(flag)}>
                  <span dir="auto">
                    {t('flagListItem', { category: t(CATEGORY_NAME[flag.category]), piece: shortened(flag.piece) })}
                  </span>
                  {flag.answer ? <span className={styles.state}>{t(STATE[flag.answer.kind])}</span> : null}
                </Button>
              </li>
            ))}
          </ul>
          {rest > 0 ? <Button onClick={() => setMost(most + PAGE)}>{t('noteFlagsMore', rest)}</Button> : null}
        </>
      ) : null}
    </Disclosure>
  );
}

function shortened(piece: string): string {
  return piece.length > 80 ? `${piece.slice(0, 79).toWellFormed()}…` : piece;
}
