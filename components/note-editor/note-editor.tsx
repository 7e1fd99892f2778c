import { useImperativeHandle, useState } from 'react';
import { NoteBelow } from './note-below';
import styles from './note-editor.module.css';
import type { NoteEditorProps } from './note-editor-props';
import { useNoteView } from './use-note-view';

/** The editor of one note with its flags. Give it the question's id as key; load it through `LazyNoteEditor`. */
export function NoteEditor({ ref, ...props }: NoteEditorProps) {
  const [said, say] = useState('');
  const { parent, ...below } = useNoteView(props, say);
  useImperativeHandle(ref, () => ({ focus: () => below.note.current?.view.focus() }), [below.note]);
  return (
    <div className={styles.root}>
      <div ref={parent} className={styles.frame} />
      <NoteBelow {...below} now={props.now} said={said} say={say} />
    </div>
  );
}
