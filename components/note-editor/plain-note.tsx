import { useImperativeHandle, useRef } from 'react';
import styles from './note-editor.module.css';
import type { NoteEditorProps } from './note-editor-props';
import { LONGEST_TEXT } from './note-value';
import { retyped } from './retyped';

type Caret = { from: number; to: number };

/** The note as a plain text field: no flags are found in it, but what is typed goes the same way. */
export function PlainNote({
  value,
  label,
  onChange,
  onCaret,
  onComposing,
  ref,
}: Pick<NoteEditorProps, 'value' | 'label' | 'onChange' | 'ref'> & {
  /** Where the cursor is while the field has the focus; null when it has not. */
  onCaret: (caret: Caret | null) => void;
  onComposing: (now: boolean) => void;
}) {
  const field = useRef<HTMLTextAreaElement>(null);
  useImperativeHandle(ref, () => ({ focus: () => field.current?.focus() }), []);
  const tellCaret = (target: HTMLTextAreaElement) => onCaret({ from: target.selectionStart, to: target.selectionEnd });
  return (
    <textarea
      ref={field}
      className={styles.plain}
      aria-label={label}
      dir="auto"
      spellCheck="false"
      maxLength={LONGEST_TEXT}
      value={value.text}
      onChange={(event) => {
        onChange(retyped(value, event.target.value));
        tellCaret(event.target);
      }}
      onSelect={(event) => tellCaret(event.currentTarget)}
      onFocus={(event) => tellCaret(event.currentTarget)}
      onBlur={() => onCaret(null)}
      onCompositionStart={() => onComposing(true)}
      onCompositionEnd={() => onComposing(false)}
    />
  );
}
