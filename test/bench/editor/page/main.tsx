import '@/components/ui/tokens.css';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useLayoutEffect, useRef, useState } from 'react';
import { createRoot } from 'react-dom/client';
import { bareEditor } from '@/components/note-editor/bare-editor';
import { NoteEditor } from '@/components/note-editor/note-editor';
import styles from '@/components/note-editor/note-editor.module.css';
import type { NoteValue } from '@/components/note-editor/note-value';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { CheckContext } from '@/lib/pitch/flag';
import { createWorkerChecker } from '@/lib/pitch/line-checker';
import { variedNote } from './varied-note';
import { watchKeys } from './watch-keys';

declare global {
  interface Window {
    /** The note as it was last handed out. */
    note: NoteValue;
  }
}

const CONTEXT: CheckContext = { stage: 'situation', sensitivity: 'normal', clientNames: ['Maria'] };
const asked = new URLSearchParams(location.search);
const text = asked.get('text') ?? variedNote(Number(asked.get('words') ?? 1_000));
window.note = { text, theyAsked: [], flags: [] };
const root = document.getElementById('root') as HTMLElement;
const worker = createWorkerChecker();
const checker = {
  async checkLines(...args: Parameters<typeof worker.checkLines>) {
    const found = await worker.checkLines(...args);
    window.measured.checked += args[0].length;
    return found;
  },
};

let ids = 0;
const newId = () => `00000000-0000-7000-8000-${String(ids++).padStart(12, '0')}`;

/** The editor as the panel holds it: every change is written into a note, which comes back as the value. */
function Ours() {
  const [value, setValue] = useState(window.note);
  return (
    <NoteEditor
      value={value}
      context={CONTEXT}
      checker={checker}
      label="Note"
      newId={newId}
      now={() => new Date().toISOString()}
      onChange={(next) => {
        window.note = { ...next };
        setValue(window.note);
      }}
      caret={{ from: 0, to: 0 }}
    />
  );
}

/** The same editor in the same host, without flags and without anyone who listens. */
function Bare() {
  const parent = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (!parent.current) return;
    const state = EditorState.create({ doc: text, extensions: bareEditor('Note') });
    const view = new EditorView({ state, parent: parent.current });
    view.focus();
    return () => view.destroy();
  }, []);
  return <div ref={parent} className={styles.frame} />;
}

watchKeys();
createRoot(root).render(<EnglishTexts>{asked.get('kind') === 'bare' ? <Bare /> : <Ours />}</EnglishTexts>);
