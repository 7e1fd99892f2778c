import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/texts';
import styles from './note-editor.module.css';
import type { NoteEditorProps } from './note-editor-props';
import { createNoteView, type NoteAround, type NoteView } from './note-view';

/** The flag whose card is open; `enter` says that the expert asked to go to the card. */
export type Opened = { id: string; enter: boolean };

const NOTHING: NoteAround = { flags: [], reworded: [], askedHere: false };

/** Ties the editor to React: made once, fed with the newest props. */
export function useNoteView(props: NoteEditorProps, say: (sentence: string) => void) {
  const t = useTexts();
  const parent = useRef<HTMLDivElement>(null);
  const note = useRef<NoteView | null>(null);
  const [around, setAround] = useState(NOTHING);
  /** More came than fits, and nothing was taken in since. */
  const [full, setFull] = useState(false);
  const [opened, setOpened] = useState<Opened | null>(null);
  const latest = useRef({ props, opened });
  latest.current = { props, opened };

  // biome-ignore lint/correctness/useExhaustiveDependencies: made once; it reads the newest props by itself
  useLayoutEffect(() => {
    if (!parent.current) return;
    const made = createNoteView({
      parent: parent.current,
      value: props.value,
      caret: props.caret ?? null,
      label: props.label,
      asked: { label: t('noteTheyAskedLabel'), className: styles.asked ?? '' },
      checkWith: () => latest.current.props,
      onChange: (value) => {
        setFull(false);
        latest.current.props.onChange(value);
      },
      onAround: setAround,
      onOpen: (id) => setOpened((before) => (before?.id === id ? before : { id, enter: false })),
      onEnter: (id) => setOpened({ id, enter: true }),
      onEscape: () => {
        setOpened(null);
        return latest.current.opened !== null;
      },
      onAsked: (marked) => say(t(marked ? 'noteMarkedTheyAsked' : 'noteUnmarkedTheyAsked')),
      onFull: () => setFull(true),
    });
    note.current = made;
    if (props.caret) made.view.focus();
    return () => {
      note.current = null;
      made.destroy();
    };
  }, []);

  // Before the paint, and without a task of its own for each key.
  useLayoutEffect(() => note.current?.receive(props.value), [props.value]);
  useCheckAgain(note, props);
  return { parent, note, around, full, opened, setOpened };
}

/** Another context or engine: every line is checked again. */
function useCheckAgain(note: RefObject<NoteView | null>, { checker, context }: NoteEditorProps): void {
  const words = useMemo(() => JSON.stringify(context), [context]);
  const before = useRef({ checker, words });
  useEffect(() => {
    if (before.current.checker === checker && before.current.words === words) return;
    before.current = { checker, words };
    note.current?.checkAll();
  }, [note, checker, words]);
}
