import { createContext, useContext } from 'react';
import type messages from '@/public/_locales/en/messages.json';

export type MessageKey = keyof typeof messages;
/** Named values fill `{name}`; a number chooses the plural form ("one | many") and fills `$1`. */
export type Texts = (key: MessageKey, ...args: (number | string[] | Record<string, string | number>)[]) => string;

const TextsContext = createContext<Texts>((key) => key);

/** Gives the words to all below: the browser's own messages in the extension, the same file in the web app and in tests. */
export const TextsProvider = TextsContext.Provider;

/** The words on screen, by key. */
export function useTexts(): Texts {
  return useContext(TextsContext);
}
