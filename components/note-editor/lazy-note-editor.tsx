import { useEffect, useRef, useState } from 'react';
import { useTexts } from '@/components/ui/texts';
import styles from './note-editor.module.css';
import type { NoteEditorProps } from './note-editor-props';
import { PlainNote } from './plain-note';

type Editor = typeof import('./note-editor').NoteEditor;
let loaded: Editor | null = null;
let loading: Promise<Editor> | null = null;

/** Begins to load the editor, once; a failed try may be tried again. */
export function loadNoteEditor(): Promise<Editor> {
  loading ??= import('./note-editor').then(
    (module) => {
      loaded = module.NoteEditor;
      return loaded;
    },
    (reason: unknown) => {
      loading = null;
      throw reason;
    },
  );
  return loading;
}

/**
 * The note editor, loaded after the panel's first paint. Until then, and should it never come, a plain text field of
 * the same size takes the note; words, cursor and focus move over. Give it the question's id as key.
 */
export function LazyNoteEditor(props: NoteEditorProps) {
  const t = useTexts();
  const [Loaded, setLoaded] = useState<Editor | null>(() => loaded);
  const [failed, setFailed] = useState(false);
  const composing = useRef(false);
  const ready = useRef<Editor | null>(null);
  const caret = useRef<{ from: number; to: number } | null>(null);

  useEffect(() => {
    let here = true;
    if (Loaded) return;
    loadNoteEditor().then(
      (editor) => {
        ready.current = editor;
        if (here && !composing.current) setLoaded(() => editor);
      },
      () => here && setFailed(true),
    );
    return () => {
      here = false;
    };
  }, [Loaded]);

  if (Loaded) return <Loaded caret={caret.current} {...props} />;
  return (
    <div className={styles.root}>
      <PlainNote
        {...props}
        onCaret={(at) => {
          caret.current = at;
        }}
        onComposing={(now) => {
          composing.current = now;
          // Swapping the field would break off what is being composed: it waits for the end.
          if (!now && ready.current) setLoaded(() => ready.current);
        }}
      />
      {failed ? <p className={styles.hint}>{t('noteFlagsUnavailable')}</p> : null}
    </div>
  );
}
