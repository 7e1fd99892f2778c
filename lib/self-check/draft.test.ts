import { describe, expect, it } from 'vitest';
import { jsonFile } from '@/lib/playbooks/json-file';
import { aCheck } from '@/test/fixtures/self-checks';
import { readCheckFile } from './check-file';
import {
  changeClosing,
  changeQuestion,
  copyOf,
  emptyDraft,
  emptyQuestion,
  forPublishing,
  moved,
  moveQuestion,
  removeChoice,
  removeHint,
  removeQuestion,
  SelfCheckDraft,
} from './draft';
import { draftProblems } from './draft-problems';
import { SelfCheck } from './self-check';
import { shippedSelfChecks } from './shipped';
import { missingTexts, textsOf, translate } from './translate';

const draft = aCheck();
const ids = (check: SelfCheckDraft) => check.questions.map(({ id }) => id);
let made = 0;
const newId = () => `${++made}`;
const placesOf = (check: SelfCheckDraft) => draftProblems(check).map(({ at, key }) => `${at} ${key}`);

describe('a self-check as it is written', () => {
  it('begins with six empty questions, which its form allows and publishing does not', () => {
    const empty = emptyDraft('own', 'en', newId);
    expect(SelfCheckDraft.safeParse(empty).success).toBe(true);
    expect(new Set(ids(empty)).size).toBe(6);
    expect(placesOf(empty)).toContain('questions.5.text selfCheckProblemMissing');
    expect(placesOf(empty)).toContain('closings.talk.title selfCheckProblemMissing');
  });

  it('is made of another one, whose questions keep their ids', () => {
    const copy = copyOf({ ...draft, version: 4 }, 'own', 'x'.repeat(200));
    expect([copy.id, copy.version, copy.title.length, ids(copy)]).toEqual(['own', 1, 120, ids(draft)]);
  });

  it('changes one question and leaves the others', () => {
    const next = changeQuestion(draft, 'more', { text: 'Else?' });
    expect(next.questions.filter(({ text }) => text === 'Else?').map(({ id }) => id)).toEqual(['more']);
    expect(draft.questions.some(({ text }) => text === 'Else?')).toBe(false);
  });

  it('moves a question by one, and never past an end', () => {
    expect(ids(moveQuestion(draft, 'one', -1)).slice(0, 2)).toEqual(['one', 'words']);
    expect(ids(moveQuestion(draft, 'words', -1))).toEqual(ids(draft));
    expect(ids(moveQuestion(draft, 'nobody', 1))).toEqual(ids(draft));
    expect(moved(['a', 'b'], 1, 1)).toEqual(['a', 'b']);
  });

  it('takes the translations of a question out with it, and says which condition looked at it', () => {
    const looking = changeQuestion(draft, 'last', { askIf: [{ question: 'more', is: 'answered', choices: [] }] });
    const said = translate(looking, 'de', { of: 'question', id: 'more', part: 'text' }, 'Noch etwas?');
    const next = removeQuestion(said, 'more');
    expect(next.translations.de?.questions).toEqual({});
    expect(placesOf({ ...next, questions: [...next.questions, { ...emptyQuestion(newId), text: 'New?' }] })).toEqual([
      'questions.4 selfCheckProblemUnknown',
    ]);
  });

  it('takes a choice out wherever it stands: in its question, in conditions and in every language', () => {
    const when = [
      { question: 'one', is: 'any-of' as const, choices: ['a', 'b'] },
      { question: 'several', is: 'none-of' as const, choices: ['a'] },
    ];
    let next: SelfCheckDraft = { ...draft, criteria: [{ closing: 'talk', when }] };
    next = changeQuestion(next, 'last', { askIf: [{ question: 'one', is: 'any-of', choices: ['a'] }] });
    next = translate(next, 'de', { of: 'choice', id: 'one', choice: 'a' }, 'Wahl A');
    next = translate(next, 'fr', { of: 'check', part: 'title' }, 'Un titre');
    next = removeChoice(next, 'one', 'a');
    expect(next.questions.map(({ choices }) => choices.map(({ id }) => id).join(''))).toEqual([
      '',
      'b',
      'ab',
      '',
      '',
      '',
    ]);
    expect(next.criteria[0]?.when.map(({ choices }) => choices)).toEqual([['b'], ['a']]);
    expect(next.translations.de?.questions.one?.choices).toEqual({});
    expect(placesOf(next)).toContain('questions.5 selfCheckProblemChoice');
  });

  it('takes a hint out in every language', () => {
    const hints = [
      { text: 'One', address: '' },
      { text: 'Two', address: 'https://example.com' },
    ];
    let next: SelfCheckDraft = changeClosing(draft, 'early', { hints });
    next = translate(next, 'de', { of: 'hint', id: 'early', at: 1 }, 'Zwei');
    next = translate(next, 'fr', { of: 'check', part: 'title' }, 'Un titre');
    next = removeHint(next, 'early', 0);
    expect(next.closings.early.hints.map(({ text }) => text)).toEqual(['Two']);
    expect(next.translations.de?.closings.early?.hints).toEqual(['Zwei']);
    expect(next.translations.fr?.closings).toEqual({});
  });

  it('keeps the choices of a question in own words while it is written, and publishes none', () => {
    const next = changeQuestion(draft, 'one', { kind: 'text' });
    expect(next.questions[1]?.choices).toHaveLength(2);
    expect(forPublishing(next).questions[1]?.choices).toEqual([]);
  });

  it('goes into a file and back, also with texts that are missing; anything else is refused with its place', () => {
    const empty = emptyDraft('own', 'en', newId);
    for (const one of [draft, empty, ...shippedSelfChecks])
      expect(readCheckFile(jsonFile(one).text)).toEqual({ kind: 'read', draft: one });
    expect(readCheckFile('{"id":')).toMatchObject({ kind: 'refused', reason: 'no-json' });
    expect(readCheckFile('x'.repeat(2_000_001))).toMatchObject({ reason: 'too-large' });
    const wrong = JSON.stringify({ ...draft, otherwise: 'never' });
    expect(readCheckFile(wrong)).toMatchObject({ reason: 'wrong-form', where: 'otherwise' });
    expect(readCheckFile('[]')).toMatchObject({ reason: 'wrong-form' });
  });
});

describe('what keeps a draft from being published', () => {
  it('is nothing exactly when its form and what hangs together are right', () => {
    for (const one of [draft, ...shippedSelfChecks]) {
      expect(draftProblems(one)).toEqual([]);
      expect(SelfCheck.safeParse(one).success).toBe(true);
    }
  });

  it('is named at its place', () => {
    const hints = [{ text: '', address: 'http://example.com' }];
    expect(placesOf(changeClosing(draft, 'others', { hints, title: '' }))).toEqual([
      'closings.others.title selfCheckProblemMissing',
      'closings.others.hints.0.text selfCheckProblemMissing',
      'closings.others.hints.0.address selfCheckProblemAddress',
    ]);
    expect(placesOf({ ...draft, language: 'English' })).toEqual(['language selfCheckProblemLanguage']);
    expect(placesOf({ ...draft, questions: [] })).toEqual(['questions selfCheckProblemLength']);
    expect(placesOf({ ...draft, criteria: [{ closing: 'talk', when: [] }] })).toEqual([
      'criteria.0.when selfCheckProblemNoCondition',
    ]);
    expect(placesOf({ ...draft, version: 0 })).toEqual(['version selfCheckProblemWrong']);
  });

  it('names a question by its text, and by its id when two have the same', () => {
    const early = changeQuestion(draft, 'one', { askIf: [{ question: 'last', is: 'answered', choices: [] }] });
    expect(draftProblems(early)[0]?.values).toEqual({ id: 'Question last?' });
    const [first] = draft.questions;
    const twice = { ...draft, questions: [...draft.questions.slice(0, 5), { ...draft.questions[5], ...first }] };
    expect(draftProblems(twice as SelfCheckDraft)[0]?.values).toEqual({ id: 'words' });
  });
});

describe('a self-check in another language', () => {
  it('lists every text beside the original, and counts what is missing', () => {
    const shipped = shippedSelfChecks[0] as SelfCheck;
    expect(missingTexts(shipped, 'de')).toBe(0);
    expect(missingTexts(shipped, 'it')).toBe(textsOf(shipped, 'it').length);
  });

  it.each(textsOf(draft, 'de').map(({ place }) => [JSON.stringify(place), place] as const))(
    'says %s and takes it back',
    (_, place) => {
      const said = translate(draft, 'de', place, 'Gesagt');
      expect(textsOf(said, 'de').filter((one) => one.said === 'Gesagt')).toMatchObject([{ place }]);
      expect(SelfCheck.safeParse(said).success).toBe(true);
      const back = translate(said, 'de', place, '');
      expect(missingTexts(back, 'de')).toBe(textsOf(draft, 'de').length);
      expect(SelfCheck.safeParse(back).success).toBe(true);
    },
  );

  it('asks for no choices of a question in own words', () => {
    const text = changeQuestion(draft, 'one', { kind: 'text' });
    expect(textsOf(draft, 'de').length - textsOf(text, 'de').length).toBe(2);
  });
});
