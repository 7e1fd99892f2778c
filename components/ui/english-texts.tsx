import type { ReactNode } from 'react';
import messages from '@/public/_locales/en/messages.json';
import { TextsProvider } from './texts';
import { textsFrom } from './texts-from-messages';

export const englishTexts = textsFrom(messages);

/** The English words around a component, for the web app and for tests (the extension asks the browser instead). */
export function EnglishTexts({ children }: { children: ReactNode }) {
  return <TextsProvider value={englishTexts}>{children}</TextsProvider>;
}
