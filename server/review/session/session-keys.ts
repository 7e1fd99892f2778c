import { useEffect } from 'react';
import { takesText } from '@/components/sequence/shortcuts';

/** The id of the field for a comment on the whole session. */
export const WHOLE_COMMENT = 'comment-on-whole';

/** n and p walk along the flags, c goes to the comment on the whole, r marks reviewed. Not while something is typed or a dialog is open. */
export function useSessionKeys(onReviewed: (() => void) | null): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return;
      if (document.querySelector('dialog[open]')) return;
      if (!act(event.key, onReviewed)) return;
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [onReviewed]);
}

function act(key: string, onReviewed: (() => void) | null): boolean {
  switch (key) {
    case 'n':
      return walk(1);
    case 'p':
      return walk(-1);
    case 'c': {
      const field = document.getElementById(WHOLE_COMMENT);
      field?.focus();
      return field !== null;
    }
    case 'r':
      onReviewed?.();
      return onReviewed !== null;
    default:
      return false;
  }
}

/** To the flag after or before the one that has the focus, or that holds it; the first or last where none does. */
function walk(step: 1 | -1): boolean {
  const flags = [...document.querySelectorAll<HTMLElement>('li[id^="flag-"]')];
  const here = flags.findIndex((flag) => flag.contains(document.activeElement));
  const next = here < 0 ? flags.at(step === 1 ? 0 : -1) : flags[here + step];
  next?.focus();
  next?.scrollIntoView({ block: 'nearest' });
  return next !== undefined;
}
