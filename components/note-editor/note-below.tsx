import { memo, type RefObject, useEffect, useRef } from 'react';
import { FlagCard } from '@/components/flag-card/flag-card';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { NoteFlag } from '@/lib/session/note';
import { stands } from '@/lib/session/standing-flags';
import { toggleAsked } from './asked-lines';
import { answer, flagById, goTo, reword, takeBack } from './flag-steps';
import styles from './note-editor.module.css';
import { NoteFlagList } from './note-flag-list';
import type { NoteAround, NoteView } from './note-view';
import { useCountOnPause } from './use-count-on-pause';
import type { Opened } from './use-note-view';

export type NoteBelowProps = {
  note: RefObject<NoteView | null>;
  around: NoteAround;
  full: boolean;
  opened: Opened | null;
  setOpened: (opened: Opened | null) => void;
  now: () => string;
  /** What a screen reader is told. */
  said: string;
  say: (sentence: string) => void;
};

/** What stands below the words: the button "they asked", the open flag's card, the list of flags. It does not follow each key. */
export const NoteBelow = memo(function NoteBelow({
  note,
  around,
  full,
  opened,
  setOpened,
  now,
  said,
  say,
}: NoteBelowProps) {
  const t = useTexts();
  const card = useRef<HTMLDivElement>(null);
  useCountOnPause(around.flags.filter(stands).length, say);
  const flags = [...around.flags, ...around.reworded];
  const open = flags.find((flag) => flag.id === opened?.id) ?? null;
  const withView = (step: (view: NoteView['view']) => void) => note.current && step(note.current.view);

  // biome-ignore lint/correctness/useExhaustiveDependencies: once for each opening
  useEffect(() => {
    if (opened?.enter) card.current?.querySelector('h3')?.focus();
    else if (opened && open) say(t('noteFlagOpened', { category: t(CATEGORY_NAME[open.category]) }));
  }, [opened]);
  const vanished = opened !== null && open === null;
  useEffect(() => {
    if (!vanished) return;
    // The card had the focus and is gone with its flag.
    if (document.activeElement === document.body) note.current?.view.focus();
    setOpened(null);
  }, [vanished, note, setOpened]);

  const give = (kind: 'kept' | 'disputed') => (reason: string) =>
    withView((view) => open && answer(view, open.id, { kind, reason, at: now() }));
  function close() {
    setOpened(null);
    withView((view) => view.focus());
  }
  function choose(flag: NoteFlag) {
    withView((view) => {
      const there = flagById(view.state, flag.id);
      if (there && there.answer?.kind !== 'reworded') goTo(view, there);
    });
    setOpened({ id: flag.id, enter: true });
  }

  return (
    <>
      <div className={styles.bar}>
        <Button
          className={styles.pressed}
          aria-pressed={around.askedHere}
          aria-keyshortcuts="Alt+A"
          title={t('noteTheyAskedHint')}
          // The note keeps the focus and the selection that the button is about.
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => withView(toggleAsked)}
        >
          {t('noteTheyAsked')}
        </Button>
      </div>
      {full ? <Notice tone="problem">{t('noteFull')}</Notice> : null}
      <p className="visually-hidden" role="status">
        {said}
      </p>
      {open ? (
        // biome-ignore lint/a11y/noStaticElementInteractions: Escape anywhere in the card goes back to the note
        <div
          ref={card}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            close();
          }}
        >
          <FlagCard
            key={open.id}
            flag={open}
            onReword={() => withView((view) => reword(view, open.id))}
            onKeep={give('kept')}
            onDispute={give('disputed')}
            onUndo={() => withView((view) => takeBack(view, open.id))}
            onClose={close}
          />
        </div>
      ) : null}
      <NoteFlagList flags={flags} onChoose={choose} />
    </>
  );
});
