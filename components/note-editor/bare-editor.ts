import { history } from '@codemirror/commands';
import type { Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import { editorKeys } from './editor-keys';
import { cleanText } from './note-value';

/** The editor before anything of ours: what the benchmark compares with. */
export function bareEditor(label: string): Extension {
  return [
    history(),
    keymap.of(editorKeys),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    EditorView.clipboardInputFilter.of(cleanText),
    EditorView.contentAttributes.of({ 'aria-label': label, dir: 'auto', writingsuggestions: 'false' }),
  ];
}
