import { describe, expect, it } from 'vitest';
import { WORD_LANGUAGES, type WordKey, wordsIn } from './words';
import ar from './words/ar.json' with { type: 'json' };
import de from './words/de.json' with { type: 'json' };
import en from './words/en.json' with { type: 'json' };
import es from './words/es.json' with { type: 'json' };
import fr from './words/fr.json' with { type: 'json' };

const OTHERS: Record<string, Record<WordKey, string>> = { de, fr, es, ar };
/** A form that only puts values together, and a word that two languages share. */
const SHARED = ['zone', 'recordSideOurs', 'recordStepBy', 'es recordNo', 'fr message', 'es message'];

describe('the words of the pages for clients', () => {
  it('are there in five languages, one of them from right to left', () => {
    expect(WORD_LANGUAGES).toEqual(['en', 'de', 'fr', 'es', 'ar']);
  });

  it('are those of the language, whatever its country, and English where there are none', () => {
    const next = (language: string) => [wordsIn(language).language, wordsIn(language)('next')];
    expect(next('fr-CH')).toEqual(['fr', 'Suivant']);
    expect(next('ar-EG')).toEqual(['ar', 'التالي']);
    expect(next('nl')).toEqual(['en', 'Next']);
  });

  it('are filled with values, and with nothing that was not given', () => {
    expect(wordsIn('en')('step', { at: 2, of: 9 })).toBe('Question 2 of about 9');
    expect(wordsIn('en')('step', { at: 2 })).toBe('Question 2 of about {of}');
    expect(wordsIn('en')('by', { team: '{constructor}' })).toBe('{constructor} asks, with Eitherway');
  });

  it('keep a name in its own direction where they run from right to left', () => {
    expect(wordsIn('ar')('recordOptionWithUs', { team: 'North (EU)' })).toBe('مع \u2068North (EU)\u2069');
    expect(wordsIn('ar')('zone', { time: '10:00', offset: '' })).toBe('\u206810:00\u2069 (UTC)');
  });

  it.each(Object.keys(OTHERS))('are all said in %s, none of them left in English', (language) => {
    const same = (Object.keys(en) as WordKey[]).filter((key) => OTHERS[language]?.[key] === en[key]);
    expect(same.filter((key) => !SHARED.includes(key) && !SHARED.includes(`${language} ${key}`))).toEqual([]);
  });

  it('say yes, no and not yet each in a few plain letters, in every language', () => {
    for (const language of WORD_LANGUAGES) {
      const t = wordsIn(language);
      const said = [t('recordYes'), t('recordNo'), t('recordNotYet')];
      expect(new Set(said).size).toBe(3);
      for (const word of said) expect(word).toMatch(/^[\p{L} ]{1,12}$/u);
    }
  });
});
