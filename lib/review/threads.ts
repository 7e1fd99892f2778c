import type { Note } from '@/lib/session/note';
import type { Comment, CommentAnchor } from './review';

export type Thread = { comment: Comment; answers: Comment[] };

/** Comments with the answers to each, in the order in which they came. */
export function threadsOf(comments: readonly Comment[]): Thread[] {
  const answers = Map.groupBy(comments, ({ parentId }) => parentId);
  return (answers.get(null) ?? []).map((comment) => ({ comment, answers: answers.get(comment.id) ?? [] }));
}

type NoteAnchor = Extract<CommentAnchor, { kind: 'note' }>;

/**
 * Where the words stand that a comment is about: where they were, else where the note has them now; null when they are
 * gone, as after a rewording.
 */
export function placeOfAnchor({ span, piece }: NoteAnchor, { text }: Pick<Note, 'text'>): number | null {
  if (text.slice(span.from, span.to) === piece) return span.from;
  const now = piece === '' ? -1 : text.indexOf(piece);
  return now < 0 ? null : now;
}

/** The lines of a note that a comment can be about. */
export function anchorsOf({ id, text }: Pick<Note, 'id' | 'text'>): NoteAnchor[] {
  let from = 0;
  return text.split('\n').flatMap((line) => {
    const at = from;
    from += line.length + 1;
    const piece = line.slice(0, 2_000);
    if (piece.trim() === '') return [];
    return [{ kind: 'note' as const, noteId: id, span: { from: at, to: at + piece.length }, piece }];
  });
}

/** How many comments of others the session's expert has not said to have read. */
export function unreadOf(comments: readonly Comment[], expertId: string): number {
  return comments.filter(({ author, acknowledgedAt }) => author.id !== expertId && acknowledgedAt === null).length;
}
