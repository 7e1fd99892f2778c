import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aCheck } from '@/test/fixtures/self-checks';
import { chooseLanguage, inLanguage, languagesOf } from './in-language';
import { shippedSelfChecks } from './shipped';

describe('the language of the page', () => {
  it.each([
    ['de-CH,de;q=0.9,en;q=0.8', 'de'],
    ['pt-BR,fr;q=0.5', 'en'],
    ['fr;q=0.2, de;q=0.4', 'de'],
    ['en;q=0, de', 'de'],
    ['*', 'en'],
    ['', 'en'],
    [null, 'en'],
  ])('by %s is %s', (wishes, language) => {
    expect(chooseLanguage(['en', 'de'], wishes)).toBe(language);
  });

  it('is always one that there is, whatever a browser sends', () => {
    fc.assert(
      fc.property(fc.string(), (wishes) => {
        expect(['en', 'de']).toContain(chooseLanguage(['en', 'de'], wishes));
      }),
    );
  });

  it('says which way it is written', () => {
    const check = aCheck({ translations: { ar: { questions: {}, closings: {} } } });
    expect(inLanguage(check, 'ar')).toMatchObject({ language: 'ar', direction: 'rtl', title: 'A check' });
    expect(inLanguage(check, 'en').direction).toBe('ltr');
    expect(inLanguage(check, 'fr').language).toBe('en');
  });

  it('keeps in its own language what was not translated', () => {
    const check = aCheck({
      translations: {
        de: {
          title: 'Eine Prüfung',
          questions: { one: { text: 'Frage?', choices: { b: 'Wahl B' } } },
          closings: { early: { title: 'Zu früh', hints: ['Ein Hinweis'] } },
        },
      },
    });
    const { title, intro, questions, closings } = inLanguage(check, 'de');
    expect([title, intro]).toEqual(['Eine Prüfung', 'Some questions.']);
    expect(questions[1]).toMatchObject({ text: 'Frage?', choices: [{ text: 'Choice A' }, { text: 'Wahl B' }] });
    expect(questions[0]?.text).toBe('Question words?');
    expect(closings.early).toMatchObject({ title: 'Zu früh', hints: [{ text: 'Ein Hinweis' }] });
    expect(closings.talk.title).toBe('Worth a talk');
  });
});

describe.each(shippedSelfChecks)('$id', (check) => {
  it.each(languagesOf(check).slice(1))('is whole in %s', (language) => {
    const { questions, closings } = check.translations[language] ?? { questions: {}, closings: {} };
    for (const { id, help, choices } of check.questions) {
      expect(questions[id]?.text, id).toBeTruthy();
      if (help) expect(questions[id]?.help, id).toBeTruthy();
      if (choices.length) expect(Object.keys(questions[id]?.choices ?? {}), id).toEqual(choices.map((one) => one.id));
    }
    for (const [id, { hints }] of Object.entries(check.closings))
      expect(closings[id as 'talk']?.hints, id).toHaveLength(hints.length);
  });
});
