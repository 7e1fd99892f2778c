import { EditorView } from '@codemirror/view';
import { act, cleanup, render, screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { EnglishTexts } from '@/components/ui/english-texts';
import { aFlag, CONTEXT, checker, ids, NOW } from './checker-for-tests';
import { NoteEditor } from './note-editor';
import type { NoteEditorProps } from './note-editor-props';
import { LONGEST_TEXT, type NoteValue } from './note-value';

afterEach(cleanup);
// happy-dom tells of a new selection in the middle of the editor's own change; browsers tell afterwards.
document.addEventListener('selectionchange', (event) => event.stopImmediatePropagation(), true);

let note: NoteValue;
let give: (value: NoteValue) => void;

/** The editor as the panel holds it: what it hands out comes back as its value. */
function Held({ start, ...rest }: { start: Partial<NoteValue> } & Partial<NoteEditorProps>) {
  const [value, setValue] = useState<NoteValue>({ text: '', theyAsked: [], flags: [], ...start });
  note = value;
  give = setValue;
  const props = { value, context: CONTEXT, checker, label: 'Note', newId: ids(), now: () => NOW, ...rest };
  return <NoteEditor {...props} onChange={(next) => setValue({ ...next })} />;
}
function show(start: Partial<NoteValue>, rest: Partial<NoteEditorProps> = {}) {
  return render(<Held start={start} {...rest} />, { wrapper: EnglishTexts });
}
function editor(): EditorView {
  const view = EditorView.findFromDOM(screen.getByRole('textbox', { name: 'Note' }));
  if (!view) throw new Error('no editor');
  return view;
}
const type = (insert: string) =>
  act(() => {
    const { from, to } = editor().state.selection.main;
    editor().dispatch({
      changes: { from, to, insert },
      selection: { anchor: from + insert.length },
      userEvent: 'input.type',
    });
  });
const press = (key: string, held: KeyboardEventInit = {}) =>
  act(() => {
    const keyCode = { F8: 119, Enter: 13, Escape: 27, a: 65 }[key] ?? 0;
    editor().contentDOM.dispatchEvent(
      new KeyboardEvent('keydown', { key, keyCode, bubbles: true, cancelable: true, ...held }),
    );
  });
const marks = () => Array.from(document.querySelectorAll('mark'), (mark) => mark.textContent);
const card = () => screen.findByRole('heading', { level: 3 });

describe('the note', () => {
  it('is a named text field of several lines', () => {
    show({});
    expect(screen.getByRole('textbox', { name: 'Note' }).getAttribute('aria-multiline')).toBe('true');
  });
  it('hands out what was typed, with the flags that were found', async () => {
    show({});
    type('no hurry ');
    await waitFor(() => expect(note.text).toBe('no hurry '));
    await waitFor(() => expect(note.flags).toMatchObject([{ piece: 'hurry', from: 3, answer: null }]), {
      timeout: 3_000,
    });
  });
  it('shows what another window wrote', async () => {
    show({ text: 'one' });
    act(() => give({ text: 'one two', theyAsked: [], flags: [] }));
    await waitFor(() => expect(editor().state.doc.toString()).toBe('one two'));
  });
  it('takes nothing in beyond what can be kept, and says so', async () => {
    show({ text: 'x'.repeat(LONGEST_TEXT) });
    type('y');
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('900,000'));
    expect(editor().state.doc.length).toBe(LONGEST_TEXT);
    act(() => editor().dispatch({ changes: { from: 0, to: 2 }, userEvent: 'delete' }));
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });
  it('is checked again when the context changes', async () => {
    const seen = vi.fn(checker.checkLines);
    const { rerender } = show({ text: 'one' }, { checker: { checkLines: seen } });
    await waitFor(() => expect(seen).toHaveBeenCalledTimes(1));
    const strict = { ...CONTEXT, sensitivity: 'strict' as const };
    rerender(<Held start={{}} checker={{ checkLines: seen }} context={strict} />);
    await waitFor(() => expect(seen.mock.lastCall?.[1]).toEqual(strict));
  });
});

describe('flags', () => {
  it('are underlined, listed as buttons, and said when they have stood still', async () => {
    show({ text: 'we guarantee it\nno hurry' });
    await waitFor(() => expect(marks()).toEqual(['guarantee', 'hurry']));
    await userEvent.click(await screen.findByText('Flags in this note (2)'));
    expect(screen.getByRole('button', { name: 'Feature pitch: guarantee' })).toBeTruthy();
    await waitFor(() => expect(screen.getByRole('status').textContent).toBe('2 flags in this note'), {
      timeout: 3_000,
    });
  });
  it('open their card from the list, with the focus in it, and give it back with Escape', async () => {
    show({ text: 'we guarantee it' });
    await userEvent.click(await screen.findByText('Flags in this note (1)'));
    await userEvent.click(screen.getByRole('button', { name: /guarantee/ }));
    expect(document.activeElement).toBe(await card());
    await userEvent.keyboard('{Escape}');
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
    expect(document.activeElement).toBe(editor().contentDOM);
  });
  it('are reached with F8, opened with Ctrl and Enter, and closed with Escape', async () => {
    show({ text: 'we guarantee it\nno hurry', flags: [aFlag('guarantee', { from: 3 })] });
    await waitFor(() => expect(marks()).toHaveLength(2));
    press('F8');
    expect((await card()).textContent).toBe('Feature pitch');
    await waitFor(() => expect(screen.getByRole('status').textContent).toContain('Flag: Feature pitch'));
    press('F8');
    await waitFor(async () => expect((await card()).textContent).toBe('Pressure'));
    press('Enter', { ctrlKey: true });
    expect(document.activeElement).toBe(await card());
    press('Escape');
    expect(screen.queryByRole('heading', { level: 3 })).toBeNull();
  });
  it('keep the answer that the expert gives', async () => {
    show({ text: 'we guarantee it' });
    await waitFor(() => expect(marks()).toHaveLength(1));
    press('F8');
    const region = await screen.findByRole('region', { name: 'Feature pitch' });
    await userEvent.click(within(region).getByRole('button', { name: 'Not an agenda…' }));
    await userEvent.type(within(region).getByLabelText('Why is it not an agenda?'), 'it is in their contract');
    await userEvent.click(within(region).getByRole('button', { name: 'It is not an agenda' }));
    const answer = { kind: 'disputed', reason: 'it is in their contract', at: NOW };
    await waitFor(() => expect(note.flags[0]?.answer).toEqual(answer));
    await userEvent.click(await within(region).findByRole('button', { name: 'Take this answer back' }));
    await waitFor(() => expect(note.flags[0]?.answer).toBeNull());
  });
  it('are listed as reworded when other words stand there, and come back with the old words', async () => {
    show({ text: 'we guarantee it' });
    await waitFor(() => expect(marks()).toHaveLength(1));
    press('F8');
    await userEvent.click(await screen.findByRole('button', { name: 'Reword' }));
    type('hope for\n');
    await waitFor(() => expect(note.flags[0]?.answer?.kind).toBe('reworded'));
    await userEvent.click(await screen.findByText('Flags in this note (0)'));
    expect(screen.getByText('1 reworded or disputed')).toBeTruthy();
    await userEvent.click(screen.getByRole('button', { name: /guarantee.*reworded/ }));
    await userEvent.click(await screen.findByRole('button', { name: 'Bring the old words back' }));
    await waitFor(() => expect(note.flags).toMatchObject([{ piece: 'guarantee', answer: null }]));
    expect(note.text).toContain('we guarantee');
  });
  it('are listed some at a time when there are many', async () => {
    show({ text: 'hurry\n'.repeat(70) });
    await userEvent.click(await screen.findByText('Flags in this note (70)', undefined, { timeout: 3_000 }));
    expect(screen.getAllByRole('button', { name: /Pressure/ })).toHaveLength(30);
    await userEvent.click(screen.getByRole('button', { name: 'Show 30 more' }));
    await userEvent.click(screen.getByRole('button', { name: 'Show 10 more' }));
    expect(screen.getAllByRole('button', { name: /Pressure/ })).toHaveLength(70);
  });
});

describe('"they asked"', () => {
  it('is a button that says whether the line is marked, and a key', async () => {
    show({ text: 'we guarantee it' });
    await waitFor(() => expect(marks()).toHaveLength(1));
    const button = screen.getByRole('button', { name: 'They asked' });
    await userEvent.click(button);
    await waitFor(() => expect(button.getAttribute('aria-pressed')).toBe('true'));
    expect(screen.getByRole('status').textContent).toBe('Marked: they asked.');
    await waitFor(() => expect(note).toMatchObject({ theyAsked: [{ from: 0, to: 15 }], flags: [] }));
    press('a', { altKey: true });
    await waitFor(() => expect(note.theyAsked).toEqual([]));
    await waitFor(() => expect(marks()).toEqual(['guarantee']));
  });
});
