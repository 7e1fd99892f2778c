import { Decoration } from '@codemirror/view';
import type { NoteFlag } from '@/lib/session/note';
import styles from './note-editor.module.css';

const LOOK = { open: styles.open, kept: styles.kept, disputed: styles.disputed, reworded: '' };

/** The underline of one flag; `spec.flag` holds the flag itself (its place is the range's, not the flag's). */
export function markOf(flag: NoteFlag): Decoration {
  return Decoration.mark({
    tagName: 'mark',
    class: `${styles.flag} ${LOOK[flag.answer?.kind ?? 'open']}`,
    attributes: { 'data-flag': flag.id },
    flag,
  });
}
