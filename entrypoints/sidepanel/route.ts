import { useEffect, useRef, useSyncExternalStore } from 'react';

export type Route = { view: 'start' } | { view: 'session'; id: string };

/** Where the panel stands, from its address, so that a reload of the panel comes back to it. */
export function routeOf(hash: string): Route {
  const id = /^#session\/([0-9a-f-]{36})$/.exec(hash)?.[1];
  return id ? { view: 'session', id } : { view: 'start' };
}

/** What gets the focus on the screen that the expert goes to. */
let arrival: 'heading' | 'note' | null = null;

/** `at`: a session that has just begun is at its first note, one that goes on at its heading. */
export function openSession(id: string, at: 'heading' | 'note' = 'heading'): void {
  arrival = at;
  location.hash = `session/${id}`;
}

export function openStart(): void {
  arrival = 'heading';
  location.hash = '';
}

/** The session goes on under another id (a copy), without leaving the screen. */
export function renameSession(id: string): void {
  renamed = `#session/${id}`;
  history.replaceState(null, '', renamed);
}

let renamed: string | null = null;

/** The address that is shown. A renamed session changes the address alone: the screen stays, with what it is saying. */
let shown: string | null = null;

export function useRoute(): Route {
  return routeOf(
    useSyncExternalStore(hear, () => {
      shown ??= location.hash;
      return shown;
    }),
  );
}

function hear(listener: () => void): () => void {
  const move = () => {
    if (location.hash === renamed) return;
    renamed = null;
    shown = location.hash;
    listener();
  };
  addEventListener('hashchange', move);
  return () => {
    removeEventListener('hashchange', move);
    shown = null;
  };
}

/** The field of the note under the question. */
export function noteField(): HTMLElement | null {
  return document.querySelector('[data-note] :is([contenteditable="true"], textarea)');
}

/** Brings the focus to a screen's heading, or to its note, when the expert went there; not when the panel opens. */
export function useArrival<Element extends HTMLElement>() {
  const heading = useRef<Element>(null);
  useEffect(() => {
    const note = arrival === 'note' ? noteField() : null;
    if (arrival) (note ?? heading.current)?.focus();
    arrival = null;
  }, []);
  return heading;
}
