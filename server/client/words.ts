import { chooseLanguage } from '@/lib/self-check/in-language';
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };

export type WordKey = keyof typeof en;
/** The words of the pages for clients; `{name}` is filled. */
export type Words = ((key: WordKey, values?: Record<string, string | number>) => string) & { language: string };

const FILES: Record<string, Record<WordKey, string>> = { en, de };

/** Languages that our own words of these pages are there in. */
export const WORD_LANGUAGES = Object.keys(FILES);

/** Our words in a language, or in English where there are none; right beside texts of a team in that language. */
export function wordsIn(language: string): Words {
  const known = chooseLanguage(WORD_LANGUAGES, language);
  const file = FILES[known] ?? en;
  const say = (key: WordKey, values: Record<string, string | number> = {}) =>
    file[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? String(values[name]) : whole,
    );
  return Object.assign(say, { language: known });
}
