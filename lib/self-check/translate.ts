import type { SelfCheckDraft } from './draft';
import type { ClosingId } from './self-check';

/** Where a text of a self-check stands that can be said in another language. */
export type TextPlace =
  | { of: 'check'; part: 'title' | 'intro' }
  | { of: 'question'; id: string; part: 'text' | 'help' }
  | { of: 'choice'; id: string; choice: string }
  | { of: 'closing'; id: ClosingId; part: 'title' | 'text' }
  | { of: 'hint'; id: ClosingId; at: number };

export type TranslatedText = { place: TextPlace; original: string; said: string; longest: number };

/** Every text that clients read, in its order, with what it is in another language; '' where that is missing. */
export function textsOf(draft: SelfCheckDraft, language: string): TranslatedText[] {
  const other = draft.translations[language];
  const texts: TranslatedText[] = [];
  const add = (place: TextPlace, original: string, said: string | undefined, longest: number) => {
    if (original.trim()) texts.push({ place, original, said: said ?? '', longest });
  };
  add({ of: 'check', part: 'title' }, draft.title, other?.title, 120);
  add({ of: 'check', part: 'intro' }, draft.intro, other?.intro, 2_000);
  for (const { id, kind, text, help, choices } of draft.questions) {
    const question = other?.questions[id];
    add({ of: 'question', id, part: 'text' }, text, question?.text, 400);
    add({ of: 'question', id, part: 'help' }, help, question?.help, 400);
    if (kind === 'text') continue;
    for (const choice of choices)
      add({ of: 'choice', id, choice: choice.id }, choice.text, question?.choices?.[choice.id], 200);
  }
  for (const id of ['talk', 'early', 'others'] as const) {
    const { title, text, hints } = draft.closings[id];
    const closing = other?.closings[id];
    add({ of: 'closing', id, part: 'title' }, title, closing?.title, 200);
    add({ of: 'closing', id, part: 'text' }, text, closing?.text, 2_000);
    for (const [at, hint] of hints.entries()) add({ of: 'hint', id, at }, hint.text, closing?.hints?.[at], 300);
  }
  return texts;
}

/** How many texts clients would still read in the language of the self-check. */
export function missingTexts(draft: SelfCheckDraft, language: string): number {
  return textsOf(draft, language).filter(({ said }) => said === '').length;
}

/** Says one text in another language; an empty one is taken out. */
export function translate(draft: SelfCheckDraft, language: string, place: TextPlace, said: string): SelfCheckDraft {
  const before = draft.translations[language] ?? { questions: {}, closings: {} };
  return { ...draft, translations: { ...draft.translations, [language]: translated(before, place, said) } };
}

export function dropLanguage(draft: SelfCheckDraft, language: string): SelfCheckDraft {
  const { [language]: _, ...translations } = draft.translations;
  return { ...draft, translations };
}

type Translation = SelfCheckDraft['translations'][string];

function translated(before: Translation, place: TextPlace, said: string): Translation {
  switch (place.of) {
    case 'check':
      return put(before, place.part, said);
    case 'question': {
      const question = put(before.questions[place.id] ?? {}, place.part, said);
      return { ...before, questions: { ...before.questions, [place.id]: question } };
    }
    case 'choice': {
      const question = before.questions[place.id] ?? {};
      const choices = put(question.choices ?? {}, place.choice, said);
      return { ...before, questions: { ...before.questions, [place.id]: { ...question, choices } } };
    }
    case 'closing': {
      const closing = put(before.closings[place.id] ?? {}, place.part, said);
      return { ...before, closings: { ...before.closings, [place.id]: closing } };
    }
    case 'hint': {
      const closing = before.closings[place.id] ?? {};
      const length = Math.max(closing.hints?.length ?? 0, place.at + 1);
      const hints = Array.from({ length }, (_, at) => (at === place.at ? said : (closing.hints?.[at] ?? '')));
      return { ...before, closings: { ...before.closings, [place.id]: { ...closing, hints } } };
    }
    default:
      throw new Error(`unhandled ${place satisfies never}`);
  }
}

function put<Into extends object>(into: Into, key: string, said: string): Into {
  const { [key]: _, ...rest } = into as Record<string, unknown>;
  return (said === '' ? rest : { ...rest, [key]: said }) as Into;
}
