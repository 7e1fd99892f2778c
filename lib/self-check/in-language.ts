import type { CheckQuestion, Closing, ClosingId, Language, SelfCheck } from './self-check';

/** A self-check as it reads in one language. */
export type CheckTexts = {
  language: Language;
  /** Which way it is written. */
  direction: 'ltr' | 'rtl';
  title: string;
  intro: string;
  questions: CheckQuestion[];
  closings: Record<ClosingId, Closing>;
};

/** The languages that a self-check can be read in, its own first. */
export function languagesOf(check: SelfCheck): Language[] {
  return [check.language, ...Object.keys(check.translations).filter((language) => language !== check.language)];
}

/**
 * The language to show, of those that there are: the first wish that one of them meets, by whole tag or by its language
 * alone, else the first there is. `wishes` as browsers send them (Accept-Language).
 */
export function chooseLanguage(there: readonly Language[], wishes: string | null | undefined): Language {
  const main = (tag: string) => tag.toLowerCase().split('-')[0];
  for (const wish of wishedLanguages(wishes ?? '')) {
    const met = there.find((one) => one.toLowerCase() === wish) ?? there.find((one) => main(one) === main(wish));
    if (met) return met;
  }
  return there[0] ?? 'en';
}

/** The self-check in a language; what was not translated stays in its own. */
export function inLanguage(check: SelfCheck, language: Language): CheckTexts {
  const other = language === check.language ? undefined : check.translations[language];
  const closing = (id: ClosingId): Closing => {
    const { title, text, hints } = check.closings[id];
    const said = other?.closings[id];
    return {
      title: said?.title || title,
      text: said?.text || text,
      hints: hints.map((hint, at) => ({ ...hint, text: said?.hints?.[at] || hint.text })),
    };
  };
  return {
    language: other ? language : check.language,
    direction: isRightToLeft(other ? language : check.language) ? 'rtl' : 'ltr',
    title: other?.title || check.title,
    intro: other?.intro || check.intro,
    questions: check.questions.map((question) => {
      const said = other?.questions[question.id];
      return {
        ...question,
        text: said?.text || question.text,
        help: said?.help || question.help,
        choices: question.choices.map((choice) => ({ ...choice, text: said?.choices?.[choice.id] || choice.text })),
      };
    }),
    closings: { talk: closing('talk'), early: closing('early'), others: closing('others') },
  };
}

const RIGHT_TO_LEFT = ['ar', 'dv', 'fa', 'he', 'ku', 'ps', 'sd', 'ug', 'ur', 'yi'];

export function isRightToLeft(language: Language): boolean {
  return RIGHT_TO_LEFT.includes(language.toLowerCase().split('-')[0] ?? '');
}

/** Tags of an Accept-Language header (RFC 9110), lower-case, the most wished first; unreadable parts are passed over. */
function wishedLanguages(header: string): string[] {
  return header
    .slice(0, 1_000)
    .split(',')
    .map((part) => {
      const [tag = '', ...parameters] = part
        .trim()
        .toLowerCase()
        .split(/\s*;\s*/);
      const weight = parameters.find((one) => one.startsWith('q='))?.slice(2);
      return { tag, weight: weight === undefined ? 1 : Number(weight) };
    })
    .filter(({ tag, weight }) => /^[a-z]{2,3}(-[a-z0-9]{1,8})*$/.test(tag) && weight > 0)
    .sort((a, b) => b.weight - a.weight)
    .map(({ tag }) => tag);
}
