import { createContext, useContext } from 'react';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { SelfCheckDraft } from '@/lib/self-check/draft';
import type { SelfCheckProblem } from '@/lib/self-check/problems';

export type Editing = {
  draft: SelfCheckDraft;
  problems: readonly SelfCheckProblem[];
  change: (draft: SelfCheckDraft) => void;
  /** Takes something out, so that it can be brought back. */
  remove: (draft: SelfCheckDraft, name: string) => void;
  /** Changes the order, and keeps the focus on the button with this id. */
  move: (draft: SelfCheckDraft, buttonId: string) => void;
};

const EditingContext = createContext<Editing | null>(null);
/** Gives the draft and what can be done with it to all fields below. */
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('no self-check is being edited here');
  return editing;
}

/** The problems of conditions; their sentences stand beside these. */
const OF_CONDITIONS = ['selfCheckProblemUnknown', 'selfCheckProblemLater', 'selfCheckProblemChoice'];

/** What is wrong, in sentences, by the place in the draft. */
export function useProblems() {
  const t = useTexts();
  const { problems } = useEditing();
  const said = ({ key, values }: SelfCheckProblem) => t(key as MessageKey, values);
  const at = (place: string) => problems.filter((one) => one.at === place);
  const join = (some: readonly SelfCheckProblem[]) => (some.length > 0 ? some.map(said).join(' ') : null);
  return {
    /** Beside one field. */
    of: (place: string) => join(at(place)),
    ofConditions: (place: string) => join(at(place).filter(({ key }) => OF_CONDITIONS.includes(key))),
    ofRest: (place: string) => join(at(place).filter(({ key }) => !OF_CONDITIONS.includes(key))),
    /** The first one in a part that is folded away. */
    within: (place: string) => {
      const first = problems.find((one) => one.at === place || one.at.startsWith(`${place}.`));
      return first ? said(first) : null;
    },
  };
}
