import { useEffect, useState } from 'react';
import type { SelfCheckDraft } from '@/lib/self-check/draft';
import { keepDraft, onKeptElsewhere, readKept } from './kept-checks';

/**
 * A draft that is kept in this browser with every change, and follows what another page of this browser makes of it.
 * `onGone`: another page dropped or published it.
 */
export function useKeptDraft(teamId: string, start: SelfCheckDraft, onGone: () => void) {
  const [draft, setDraft] = useState(start);
  const [isKept, setIsKept] = useState(true);
  const { id } = start;
  useEffect(
    () =>
      onKeptElsewhere(teamId, id, () => {
        const theirs = readKept(teamId, id);
        if (theirs) setDraft(theirs);
        else onGone();
      }),
    [teamId, id, onGone],
  );
  const set = (next: SelfCheckDraft) => {
    setDraft(next);
    setIsKept(keepDraft(teamId, id, next));
  };
  return { draft, isKept, set, forget: () => void keepDraft(teamId, id, null) };
}
