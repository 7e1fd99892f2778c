import { useState } from 'react';
import type { ReviewActions } from './use-review-actions';

/** Runs one action at a time and keeps what went wrong, in a sentence. */
export function useDoing({ sentence }: Pick<ReviewActions, 'sentence'>) {
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  async function run(doing: () => Promise<unknown>): Promise<boolean> {
    if (busy) return false;
    setBusy(true);
    try {
      await doing();
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(sentence(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { busy, problem, run };
}
