import { forPublishing, type SelfCheckDraft } from './draft';
import { type SelfCheckProblem, selfCheckProblems } from './problems';
import { SelfCheck } from './self-check';

/** Everything that keeps a draft from being published, by its place in it; empty when it can be. Questions are named by their text. */
export function draftProblems(draft: SelfCheckDraft): SelfCheckProblem[] {
  const check = forPublishing(draft);
  const parsed = SelfCheck.safeParse(check);
  const ofForm = parsed.success ? [] : parsed.error.issues.map(({ path }) => formProblem(check, path));
  const ofContent = selfCheckProblems(check as SelfCheck).map((one) => ({ ...one, values: named(check, one) }));
  return [...new Map([...ofForm, ...ofContent].map((one) => [`${one.at} ${one.key}`, one])).values()];
}

function formProblem(check: SelfCheckDraft, path: readonly PropertyKey[]): SelfCheckProblem {
  const at = path.map(String).join('.');
  const last = path.at(-1);
  // A list that is too short or too long.
  if (at === 'questions') return { at, key: 'selfCheckProblemLength', values: {} };
  if (last === 'when') return { at, key: 'selfCheckProblemNoCondition', values: {} };
  if (last === 'address') return { at, key: 'selfCheckProblemAddress', values: {} };
  if (last === 'language') return { at, key: 'selfCheckProblemLanguage', values: {} };
  const value = path.reduce<unknown>((inside, key) => (inside as Record<PropertyKey, unknown>)?.[key], check);
  return { at, key: value === '' ? 'selfCheckProblemMissing' : 'selfCheckProblemWrong', values: {} };
}

function named({ questions }: SelfCheckDraft, { key, values }: SelfCheckProblem): SelfCheckProblem['values'] {
  if (key === 'selfCheckProblemTwice') return values;
  const text = questions.find(({ id }) => id === values.id)?.text;
  return text ? { ...values, id: text } : values;
}
