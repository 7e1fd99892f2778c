import { createContext, useContext } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { DraftProblem } from '@/lib/playbooks/draft-problems';
import { PROBLEM_WORDS } from './problem-words';

export type Editing = {
  draft: PlaybookDraft;
  problems: readonly DraftProblem[];
  change: (draft: PlaybookDraft) => void;
  /** Takes something out, so that it can be brought back. */
  remove: (draft: PlaybookDraft, name: string) => void;
  /** Changes the order, and keeps the focus on the button with this id. */
  move: (draft: PlaybookDraft, buttonId: string) => void;
  newId: () => string;
};

const EditingContext = createContext<Editing | null>(null);
/** Gives the draft and what can be done with it to all fields below. */
export const EditingProvider = EditingContext.Provider;

export function useEditing(): Editing {
  const editing = useContext(EditingContext);
  if (!editing) throw new Error('no draft is being edited here');
  return editing;
}

/** The sentence beside a field, if something is wrong with it. */
export function useProblemAt(): (where: string, field: string) => string | null {
  const t = useTexts();
  const { problems } = useEditing();
  return (where, field) => {
    const found = problems.find((one) => one.where === where && one.field === field);
    return found ? t(PROBLEM_WORDS[found.kind]) : null;
  };
}
