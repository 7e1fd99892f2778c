import { describe, expect, it } from 'vitest';
import { type NoteViewProps, noteKeys } from '@/components/note-editor/note-view';
import { shippedPlaybooks } from '@/lib/playbooks';
import { SHORTCUTS, shortcutOf, takesText } from './shortcuts';

type Press = Parameters<typeof shortcutOf>[0];
const press = (change: Partial<Press>): Press => ({
  altKey: false,
  ctrlKey: false,
  metaKey: false,
  shiftKey: false,
  key: '',
  code: '',
  ...change,
});
const alt = (key: string, code = key) => press({ altKey: true, key, code });

describe('a shortcut', () => {
  it.each([
    [alt('ArrowDown'), { kind: 'next' }],
    [alt('ArrowUp'), { kind: 'previous' }],
    [alt('Enter'), { kind: 'asked' }],
    [alt('1', 'Digit1'), { kind: 'stage', index: 0 }],
    [alt('9', 'Numpad9'), { kind: 'stage', index: 8 }],
    [alt('0', 'Digit0'), { kind: 'decide' }],
    [
      { ...alt('=', 'Digit0'), shiftKey: true },
      { kind: 'stage', index: 9 },
    ],
    [
      { ...alt('!', 'Digit1'), shiftKey: true },
      { kind: 'stage', index: 10 },
    ],
    [press({ key: 'F2' }), { kind: 'note' }],
  ])('works while typing too', (key, action) => {
    expect(shortcutOf(key, true)).toEqual(action);
    expect(shortcutOf(key, false)).toEqual(action);
  });
  it('reads the digit where Alt types another character', () => {
    expect(shortcutOf(alt('¡', 'Digit1'), true)).toEqual({ kind: 'stage', index: 0 });
  });
  it('leaves a question mark in a text alone', () => {
    expect(shortcutOf(press({ key: '?', shiftKey: true }), true)).toBeNull();
    expect(shortcutOf(press({ key: '?', shiftKey: true }), false)).toEqual({ kind: 'list' });
  });
  it('takes nothing that belongs to the browser or the text', () => {
    for (const key of [
      press({ key: 'ArrowDown' }),
      press({ key: 'a' }),
      press({ key: 'Enter' }),
      alt('x', 'KeyX'),
      press({ altKey: true, ctrlKey: true, key: '1', code: 'Digit1' }),
      press({ altKey: true, metaKey: true, key: 'ArrowUp' }),
      press({ altKey: true, shiftKey: true, key: 'ArrowUp' }),
    ]) {
      expect(shortcutOf(key, false)).toBeNull();
    }
  });
});

it('knows what takes text', () => {
  const element = (html: string) => {
    document.body.innerHTML = html;
    return document.body.firstElementChild;
  };
  expect(takesText(element('<textarea></textarea>'))).toBe(true);
  expect(takesText(element('<input type="date">'))).toBe(true);
  expect(takesText(element('<input type="radio">'))).toBe(false);
  expect(takesText(element('<button></button>'))).toBe(false);
  expect(takesText(null)).toBe(false);
});

it('lists every key once', () => {
  expect(new Set(SHORTCUTS.map(({ keys }) => keys)).size).toBe(SHORTCUTS.length);
});

it('reaches every stage of every playbook that ships', () => {
  const digits = [...'1234567890'].map((digit) => alt(digit, `Digit${digit}`));
  const keys = [...digits, ...digits.map((key) => ({ ...key, shiftKey: true }))];
  const reached = keys.map((key) => shortcutOf(key, true)).flatMap((to) => (to?.kind === 'stage' ? to.index : []));
  for (const { stages } of shippedPlaybooks) {
    for (const index of stages.keys()) expect(reached).toContain(index);
  }
});

it('means one thing by each key, in the note too', () => {
  const editor = noteKeys({} as NoteViewProps).map(({ key }) => key?.replaceAll('-', '+').toUpperCase());
  const panel = ['ALT+ENTER', 'ALT+ARROWDOWN', 'ALT+ARROWUP', 'F2'];
  expect(editor.filter((key) => panel.includes(key ?? ''))).toEqual([]);
  const listed = SHORTCUTS.map(({ keys }) => keys.toUpperCase());
  for (const key of editor.filter((one) => one !== 'ESCAPE')) expect(listed).toContain(key);
});
