import type { RuleDraft } from './rule-draft';

const at = (id: string) => `eitherway.rule.${id}`;

/** What was typed for a rule and not saved yet, in this browser. */
export function kept(id: string): RuleDraft | null {
  try {
    return JSON.parse(localStorage.getItem(at(id)) ?? 'null');
  } catch {
    return null;
  }
}

/** A browser that keeps nothing is no reason to stop: the draft is still on the page. */
export function keep(id: string, draft: RuleDraft): void {
  try {
    localStorage.setItem(at(id), JSON.stringify(draft));
  } catch {}
}

export function dropKept(id: string): void {
  try {
    localStorage.removeItem(at(id));
  } catch {}
}
