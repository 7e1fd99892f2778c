import type { MessageKey } from '@/components/ui/texts';
import type { Comment, CommentKind, Verdict } from '@/lib/review/review';

export const KIND_NAME: Record<CommentKind, MessageKey> = {
  praise: 'reviewPraise',
  question: 'reviewQuestion',
  suggestion: 'reviewSuggestion',
  answer: 'reviewAnswer',
};

export const VERDICT_NAME: Record<Verdict, MessageKey> = { agree: 'reviewAgree', disagree: 'reviewDisagree' };

/** What a page does for who reads comments; each rejects with what went wrong, and the words that were typed stay. */
export type CommentActions = {
  write: (comment: Pick<Comment, 'parentId' | 'kind' | 'anchor' | 'text'>) => Promise<unknown>;
  /** Absent where it cannot be done. */
  change?: (id: string, text: string) => Promise<unknown>;
  remove?: (id: string) => Promise<unknown>;
  acknowledge?: (id: string) => Promise<unknown>;
  /** What went wrong, in a sentence. */
  sentence: (error: unknown) => string;
};
