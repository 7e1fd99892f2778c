import { type RefObject, useEffect } from 'react';
import { takesText } from '@/components/sequence/shortcuts';

export type QueueKey = 'next' | 'previous' | 'reviewed' | 'keys';

const KEYS: Record<string, QueueKey> = { j: 'next', k: 'previous', r: 'reviewed', '?': 'keys' };

/** Reads a key of the list; null while something else has it. Enter opens a session by itself: the focus is on its link. */
export function queueKeyOf(event: KeyboardEvent): QueueKey | null {
  if (event.ctrlKey || event.metaKey || event.altKey || takesText(event.target)) return null;
  if (document.querySelector('dialog[open]')) return null;
  return KEYS[event.key] ?? null;
}

/** The link of the session that has the focus, or that is `step` away from it; the first where none has it. */
export function linkAt(list: HTMLElement, step: -1 | 0 | 1): HTMLAnchorElement | null {
  const links = [...list.querySelectorAll<HTMLAnchorElement>('a[data-session]')];
  const here = links.indexOf(document.activeElement as HTMLAnchorElement);
  if (step === 0) return links[here] ?? null;
  if (here < 0) return links[0] ?? null;
  return links[here + step] ?? null;
}

/** j and k walk along the sessions, r marks the one with the focus as reviewed, ? lists the keys. */
export function useQueueKeys(
  list: RefObject<HTMLElement | null>,
  on: { reviewed: (id: string) => void; keys: () => void },
): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const key = queueKeyOf(event);
      if (!key || !list.current) return;
      if (key === 'keys') on.keys();
      else if (key === 'reviewed') {
        const id = linkAt(list.current, 0)?.dataset.session;
        if (!id) return;
        on.reviewed(id);
      } else {
        const link = linkAt(list.current, key === 'next' ? 1 : -1);
        link?.focus();
        link?.scrollIntoView({ block: 'nearest' });
      }
      event.preventDefault();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [list, on]);
}
