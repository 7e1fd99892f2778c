import type { MessageKey } from '@/components/ui/texts';

export type ShortcutAction =
  | { kind: 'next' }
  | { kind: 'previous' }
  | { kind: 'stage'; index: number }
  | { kind: 'asked' }
  | { kind: 'note' }
  | { kind: 'decide' }
  | { kind: 'list' };

/** What the list of shortcuts shows; the keys are said as they stand on a keyboard. F8, Ctrl+Enter and Alt+A are the note editor's own. */
export const SHORTCUTS: readonly { keys: string; says: MessageKey }[] = [
  { keys: 'Alt+Down', says: 'shortcutNext' },
  { keys: 'Alt+Up', says: 'shortcutPrevious' },
  { keys: 'Alt+1 … Alt+9', says: 'shortcutStage' },
  { keys: 'Alt+Shift+0 … Alt+Shift+9', says: 'shortcutStageMore' },
  { keys: 'Alt+Enter', says: 'shortcutAsked' },
  { keys: 'F2', says: 'shortcutNote' },
  { keys: 'F8', says: 'shortcutFlag' },
  { keys: 'Ctrl+Enter', says: 'shortcutFlagCard' },
  { keys: 'Alt+A', says: 'shortcutTheyAsked' },
  { keys: 'Alt+0', says: 'shortcutDecide' },
  { keys: '?', says: 'shortcutList' },
];

type Key = Pick<KeyboardEvent, 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey' | 'key' | 'code'>;

/** Reads a key press; `typing` says that it went into a text, where a plain "?" is a question mark. */
export function shortcutOf(event: Key, typing: boolean): ShortcutAction | null {
  if (event.ctrlKey || event.metaKey) return null;
  if (event.key === '?' && !typing && !event.altKey) return { kind: 'list' };
  if (event.key === 'F2') return { kind: 'note' };
  if (!event.altKey) return null;
  // The code, not the key: with Alt some layouts type another character on the digits.
  const digit = /^(?:Digit|Numpad)(\d)$/.exec(event.code)?.[1];
  // Shift adds ten: the default playbook has eleven stages.
  if (event.shiftKey) return digit === undefined ? null : { kind: 'stage', index: Number(digit) + 9 };
  if (digit !== undefined) return digit === '0' ? { kind: 'decide' } : { kind: 'stage', index: Number(digit) - 1 };
  switch (event.key) {
    case 'ArrowDown':
      return { kind: 'next' };
    case 'ArrowUp':
      return { kind: 'previous' };
    case 'Enter':
      return { kind: 'asked' };
    default:
      return null;
  }
}

/** Whether what has the focus takes text. */
export function takesText(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable ||
      target.matches('textarea, select, input:not([type=radio], [type=checkbox], [type=button])'))
  );
}
