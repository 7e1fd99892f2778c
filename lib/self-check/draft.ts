import * as z from 'zod/mini';
import { CheckQuestion, Choice, Closing, type ClosingId, type Condition, Criterion, SelfCheck } from './self-check';

const line = (most: number) => z.string().check(z.maxLength(most));

const DraftChoice = z.extend(Choice, { text: line(200) });
const DraftQuestion = z.extend(CheckQuestion, {
  text: line(400),
  choices: z.array(DraftChoice).check(z.maxLength(12)),
});
const DraftClosing = z.extend(Closing, {
  title: line(200),
  text: line(2_000),
  hints: z.array(z.object({ text: line(300), address: line(500) })).check(z.maxLength(12)),
});
/** A self-check as it is being written: texts may still be missing. Its version is the one that it will be published as. */
export const SelfCheckDraft = z.extend(SelfCheck, {
  language: line(40),
  title: line(120),
  intro: line(2_000),
  questions: z.array(DraftQuestion).check(z.maxLength(20)),
  closings: z.object({ talk: DraftClosing, early: DraftClosing, others: DraftClosing }),
  criteria: z.array(z.extend(Criterion, { when: z.array(Criterion.shape.when.def.element).check(z.maxLength(10)) })),
});
export type SelfCheckDraft = z.infer<typeof SelfCheckDraft>;
export type DraftQuestion = z.infer<typeof DraftQuestion>;
export type DraftClosing = z.infer<typeof DraftClosing>;

/** Where a new id comes from: small letters, digits and hyphens. */
type NewId = () => string;

const FEWEST = 6;

export function emptyDraft(id: string, language: string, newId: NewId): SelfCheckDraft {
  const closing = (): DraftClosing => ({ title: '', text: '', hints: [] });
  return {
    id,
    version: 1,
    language,
    title: '',
    intro: '',
    questions: Array.from({ length: FEWEST }, () => emptyQuestion(newId)),
    closings: { talk: closing(), early: closing(), others: closing() },
    criteria: [],
    otherwise: 'early',
    translations: {},
  };
}

export function emptyQuestion(newId: NewId): DraftQuestion {
  return { id: `q-${newId()}`, stage: 'situation', kind: 'text', text: '', help: '', choices: [], askIf: [] };
}

/** A self-check of the team's own, made from another one: its questions and choices keep their ids. */
export function copyOf(check: SelfCheckDraft, id: string, title: string): SelfCheckDraft {
  return { ...structuredClone(check), id, version: 1, title: title.slice(0, 120) };
}

/** What is published of a draft: a question in own words has no choices. */
export function forPublishing(draft: SelfCheckDraft): SelfCheckDraft {
  return {
    ...draft,
    questions: draft.questions.map((one) => (one.kind === 'text' ? { ...one, choices: [] } : one)),
  };
}

export function changeQuestion(draft: SelfCheckDraft, id: string, change: Partial<DraftQuestion>): SelfCheckDraft {
  return { ...draft, questions: draft.questions.map((one) => (one.id === id ? { ...one, ...change } : one)) };
}

export function moveQuestion(draft: SelfCheckDraft, id: string, by: 1 | -1): SelfCheckDraft {
  const from = draft.questions.findIndex((one) => one.id === id);
  return { ...draft, questions: moved(draft.questions, from, by) };
}

/** Its translations go with it; conditions that look at it stay, and are said to be wrong. */
export function removeQuestion(draft: SelfCheckDraft, id: string): SelfCheckDraft {
  const translations = everyLanguage(draft, (said) => {
    const { [id]: _, ...questions } = said.questions;
    return { ...said, questions };
  });
  return { ...draft, questions: draft.questions.filter((one) => one.id !== id), translations };
}

/** Takes a choice out, also where a condition looks for it, and in every language. */
export function removeChoice(draft: SelfCheckDraft, id: string, choice: string): SelfCheckDraft {
  const kept = (when: Condition[]) =>
    when.map((one) => (one.question === id ? { ...one, choices: one.choices.filter((each) => each !== choice) } : one));
  return {
    ...draft,
    questions: draft.questions.map((one) => ({
      ...one,
      choices: one.id === id ? one.choices.filter((each) => each.id !== choice) : one.choices,
      askIf: kept(one.askIf),
    })),
    criteria: draft.criteria.map((one) => ({ ...one, when: kept(one.when) })),
    translations: everyLanguage(draft, (said) => {
      const question = said.questions[id];
      if (!question?.choices) return said;
      const { [choice]: _, ...choices } = question.choices;
      return { ...said, questions: { ...said.questions, [id]: { ...question, choices } } };
    }),
  };
}

export function changeClosing(draft: SelfCheckDraft, id: ClosingId, change: Partial<DraftClosing>): SelfCheckDraft {
  return { ...draft, closings: { ...draft.closings, [id]: { ...draft.closings[id], ...change } } };
}

/** Takes a hint out, in every language. */
export function removeHint(draft: SelfCheckDraft, id: ClosingId, at: number): SelfCheckDraft {
  const translations = everyLanguage(draft, (said) => {
    const closing = said.closings[id];
    if (!closing?.hints) return said;
    return { ...said, closings: { ...said.closings, [id]: { ...closing, hints: without(closing.hints, at) } } };
  });
  const hints = without(draft.closings[id].hints, at);
  return { ...changeClosing(draft, id, { hints }), translations };
}

type Translations = SelfCheckDraft['translations'];

function everyLanguage({ translations }: SelfCheckDraft, edit: (said: Translations[string]) => Translations[string]) {
  return Object.fromEntries(Object.entries(translations).map(([language, said]) => [language, edit(said)]));
}

export function without<One>(list: readonly One[], at: number): One[] {
  return list.filter((_, index) => index !== at);
}

/** One step up or down; at the end it stays where it is. */
export function moved<One>(list: readonly One[], from: number, by: 1 | -1): One[] {
  const to = from + by;
  if (from < 0 || to < 0 || to >= list.length) return [...list];
  const next = [...list];
  next.splice(to, 0, ...next.splice(from, 1));
  return next;
}
