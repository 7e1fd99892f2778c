import { chooseLanguage, isRightToLeft } from '@/lib/self-check/in-language';
import ar from './words/ar.json' with { type: 'json' };
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };

export type WordKey = keyof typeof en;
/** The words of the pages for clients; `{name}` is filled. */
export type Words = ((key: WordKey, values?: Record<string, string | number>) => string) & { language: string };

const FILES: Record<string, Record<WordKey, string>> = { en, de, fr, es, ar };

/** Languages that our own words of these pages are there in. */
export const WORD_LANGUAGES = Object.keys(FILES);

/** Our words in a language, or in English where there are none; right beside texts of a team in that language. */
export function wordsIn(language: string): Words {
  const known = chooseLanguage(WORD_LANGUAGES, language);
  const file = FILES[known] ?? en;
  const filled = isRightToLeft(known) ? isolated : String;
  const say = (key: WordKey, values: Record<string, string | number> = {}) =>
    file[key].replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(values, name) ? filled(values[name]) : whole,
    );
  return Object.assign(say, { language: known });
}

/** Between signs that keep a value's own direction, so that a name in Latin letters does not turn the text around it (UAX 9). */
function isolated(value: unknown): string {
  return value === '' ? '' : `\u2068${value}\u2069`;
}
