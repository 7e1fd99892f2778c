import { useState } from 'react';

/** Words that are not sent yet, kept in this tab until they are; a reload brings them back. */
export function useDraft(key: string): [string, (text: string) => void] {
  const name = `draft:${key}`;
  const [text, setText] = useState(() => read(name));
  const change = (next: string) => {
    setText(next);
    try {
      if (next === '') sessionStorage.removeItem(name);
      else sessionStorage.setItem(name, next);
    } catch {
      // Storage that is full or shut keeps nothing; the words are still in the field.
    }
  };
  return [text, change];
}

function read(name: string): string {
  try {
    return sessionStorage.getItem(name) ?? '';
  } catch {
    return '';
  }
}
