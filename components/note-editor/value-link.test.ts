import { EditorView } from '@codemirror/view';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { askedLines } from './asked-lines';
import { aFlag, NOW } from './checker-for-tests';
import { flagMarks } from './flag-marks';
import { readNote } from './note-reading';
import type { NoteValue } from './note-value';
import { ValueLink } from './value-link';

const EMPTY: NoteValue = { text: '', theyAsked: [], flags: [] };
let view: EditorView;
let link: ValueLink;
let out: NoteValue[];

beforeEach(() => {
  vi.useFakeTimers();
  out = [];
  view = new EditorView({ extensions: [flagMarks, askedLines] });
  link = new ValueLink(EMPTY, (value) => out.push(value));
});
afterEach(() => {
  link.dispose();
  view.destroy();
  vi.useRealTimers();
});

function type(insert: string): void {
  view.dispatch({ changes: { from: view.state.doc.length, insert } });
  link.changed(() => readNote(view.state));
}
const frame = () => vi.advanceTimersByTime(20);
const copy = (value: NoteValue | undefined): NoteValue => structuredClone({ ...(value ?? EMPTY) });

describe('what is handed out', () => {
  it('is handed out once a frame, with the last key in it', () => {
    type('a');
    type('b');
    expect(out).toHaveLength(0);
    frame();
    expect(out.map(({ text }) => text)).toEqual(['ab']);
  });
  it('is handed out at once when the panel is hidden', () => {
    type('a');
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('hidden');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(out).toHaveLength(1);
    type('b');
    window.dispatchEvent(new Event('pagehide'));
    expect(out).toHaveLength(2);
    frame();
    expect(out).toHaveLength(2);
  });
  it('waits for the frame when the panel comes back in sight', () => {
    vi.spyOn(document, 'visibilityState', 'get').mockReturnValue('visible');
    type('a');
    document.dispatchEvent(new Event('visibilitychange'));
    expect(out).toHaveLength(0);
  });
});

describe('what comes in', () => {
  it('is not our own note coming back late, while typing goes on', () => {
    type('a');
    frame();
    const late = copy(out[0]);
    type('b');
    frame();
    link.receive(view, late);
    expect(view.state.doc.toString()).toBe('ab');
  });
  it('is shown when another window wrote it', () => {
    type('a');
    frame();
    link.receive(view, { ...EMPTY, text: 'from elsewhere' });
    expect(view.state.doc.toString()).toBe('from elsewhere');
    expect(out).toHaveLength(1);
  });
  it('is shown even when it is what we once had, if we were given later words since', () => {
    type('a');
    frame();
    const once = copy(out[0]);
    type('b');
    frame();
    link.receive(view, copy(out[1]));
    link.receive(view, once);
    expect(view.state.doc.toString()).toBe('a');
  });
  it('waits for what was typed in this very frame, which then is in it', () => {
    type('a');
    frame();
    type('b');
    link.receive(view, { ...EMPTY, text: 'from elsewhere' });
    expect(out.map(({ text }) => text)).toEqual(['a', 'ab']);
    expect(view.state.doc.toString()).toBe('ab');
  });
  it('brings answers given elsewhere', () => {
    link.receive(view, { ...EMPTY, text: 'hurry', flags: [aFlag('hurry')] });
    const answer = { kind: 'kept' as const, reason: 'theirs', at: NOW };
    link.receive(view, { ...EMPTY, text: 'hurry', flags: [aFlag('hurry', { answer })] });
    expect(readNote(view.state).note.flags).toMatchObject([{ answer }]);
  });
  it('is looked at once', () => {
    const value = { ...EMPTY, text: 'x' };
    link.receive(view, value);
    const { state } = view;
    link.receive(view, value);
    expect(view.state).toBe(state);
  });
});

it('tells what stands around the words once a frame too', () => {
  const tell = vi.fn();
  link.around(vi.fn());
  link.around(tell);
  frame();
  expect(tell).toHaveBeenCalledTimes(1);
  expect(out).toEqual([]);
});
