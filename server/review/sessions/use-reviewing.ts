import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { SessionSummary } from '../../sessions/wire';
import { markReviewed, unmarkReviewed } from './mark-reviewed';

type Marked = { session: SessionSummary; undone: boolean };

/** Marks sessions of the list as reviewed by a key, with an undo for the last one. */
export function useReviewing() {
  const queries = useQueryClient();
  const [last, setLast] = useState<Marked | null>(null);
  const settled = () => queries.invalidateQueries({ queryKey: ['sessions'] });
  const mark = useMutation({
    mutationFn: (session: SessionSummary) => markReviewed(session.id, session.revision),
    onSuccess: (_answer, session) => setLast({ session, undone: false }),
    onSettled: settled,
  });
  const undo = useMutation({
    mutationFn: (session: SessionSummary) => unmarkReviewed(session.id),
    onSuccess: (_answer, session) => setLast({ session, undone: true }),
    onSettled: settled,
  });
  return { last, error: mark.error ?? undo.error, mark: mark.mutate, undo: undo.mutate };
}
