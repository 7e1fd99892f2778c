import { useMutation } from '@tanstack/react-query';
import type { CommentActions } from './review-words';

/** Runs one action at a time and keeps what went wrong, in a sentence. */
export function useDoing({ sentence }: Pick<CommentActions, 'sentence'>) {
  const { isPending, error, mutateAsync } = useMutation({ mutationFn: (doing: () => Promise<unknown>) => doing() });
  async function run(doing: () => Promise<unknown>): Promise<boolean> {
    if (isPending) return false;
    return mutateAsync(doing).then(
      () => true,
      () => false,
    );
  }
  return { busy: isPending, problem: error ? sentence(error) : null, run };
}
