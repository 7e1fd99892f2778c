import { EditorView } from '@codemirror/view';
import { act, cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { createRef, useState } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { aFlag, CONTEXT, checker, ids, NOW } from './checker-for-tests';
import type { NoteEditorHandle } from './note-editor-props';
import type { NoteValue } from './note-value';

type Load = () => Promise<typeof import('./note-editor')>;
let load: Load;
let loading: { resolve: () => void; reject: () => void };
let EnglishTexts: typeof import('@/components/ui/english-texts').EnglishTexts;
let LazyNoteEditor: typeof import('./lazy-note-editor').LazyNoteEditor;
let note: NoteValue;

beforeEach(async () => {
  vi.resetModules();
  const real = await vi.importActual<typeof import('./note-editor')>('./note-editor');
  load = () =>
    new Promise((resolve, reject) => {
      loading = { resolve: () => resolve(real), reject: () => reject(new Error('no such file')) };
    });
  vi.doMock('./note-editor', () => load());
  ({ EnglishTexts } = await import('@/components/ui/english-texts'));
  ({ LazyNoteEditor } = await import('./lazy-note-editor'));
});
afterEach(cleanup);

function Held({ start, handle }: { start: NoteValue; handle?: React.Ref<NoteEditorHandle> }) {
  const [value, setValue] = useState(start);
  note = value;
  const props = { value, context: CONTEXT, checker, label: 'Note', newId: ids(), now: () => NOW };
  return <LazyNoteEditor {...props} onChange={(next) => setValue({ ...next })} {...(handle ? { ref: handle } : {})} />;
}
const show = (start: Partial<NoteValue> = {}, handle?: React.Ref<NoteEditorHandle>) =>
  render(<Held start={{ text: '', theyAsked: [], flags: [], ...start }} {...(handle ? { handle } : {})} />, {
    wrapper: EnglishTexts,
  });
const plain = () => screen.getByRole<HTMLTextAreaElement>('textbox', { name: 'Note' });
const editor = () => EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Note' }));
async function arrive(how: 'resolve' | 'reject' = 'resolve') {
  await waitFor(() => expect(loading).toBeTruthy());
  await act(async () => loading[how]());
}

describe('before the editor has come', () => {
  it('takes the note in a plain field, and hands words, cursor and focus over', async () => {
    show({ text: 'first' });
    await userEvent.type(plain(), ' and more');
    plain().setSelectionRange(2, 2);
    fireEvent.select(plain());
    expect(note.text).toBe('first and more');
    await arrive();
    await waitFor(() => expect(editor()?.state.doc.toString()).toBe('first and more'));
    expect(editor()?.state.selection.main.head).toBe(2);
    expect(document.activeElement).toBe(editor()?.contentDOM);
  });
  it('keeps flags on their words', async () => {
    show({ text: 'hurry', flags: [aFlag('hurry')] });
    fireEvent.input(plain(), { target: { value: 'no hurry' } });
    expect(note.flags).toMatchObject([{ from: 3, to: 8 }]);
  });
  it('leaves the focus elsewhere when it is elsewhere', async () => {
    show();
    await arrive();
    await waitFor(() => expect(editor()).toBeTruthy());
    expect(document.activeElement).toBe(document.body);
  });
  it('lets a composition come to its end first', async () => {
    show();
    fireEvent.compositionStart(plain());
    await arrive();
    expect(plain().tagName).toBe('TEXTAREA');
    fireEvent.compositionEnd(plain());
    await waitFor(() => expect(editor()).toBeTruthy());
  });
  it('can be given the focus, before and after', async () => {
    const handle = createRef<NoteEditorHandle>();
    show({}, handle);
    act(() => handle.current?.focus());
    expect(document.activeElement).toBe(plain());
    await arrive();
    await waitFor(() => expect(editor()).toBeTruthy());
    act(() => handle.current?.focus());
    expect(document.activeElement).toBe(editor()?.contentDOM);
  });
});

it('stays a plain field that keeps the note when the editor cannot be loaded', async () => {
  show();
  await arrive('reject');
  await screen.findByText(/Your note is kept/);
  await userEvent.type(plain(), 'still here');
  expect(note.text).toBe('still here');
});
