import { useState } from 'react';
import { CommentForm } from '@/components/review/comment-form';
import { CommentThread } from '@/components/review/comment-thread';
import threads from '@/components/review/review.module.css';
import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import type { CommentAnchor } from '@/lib/review/review';
import { placeOfAnchor, type Thread } from '@/lib/review/threads';
import type { Note } from '@/lib/session/note';
import type { ReviewActions } from './use-review-actions';

/** The comments at one place of the session, and a new one for a reviewer. */
export function CommentsHere({
  place,
  label,
  found,
  note,
  about = [],
  reader,
  reviews,
  actions,
}: {
  /** Names the place for its draft. */
  place: string;
  label: string;
  found: readonly Thread[];
  note?: Note;
  about?: readonly Extract<CommentAnchor, { kind: 'note' }>[];
  reader: string;
  reviews: boolean;
  actions: ReviewActions;
}) {
  const t = useTexts();
  const [writing, setWriting] = useState(false);
  if (found.length === 0 && !reviews) return null;
  return (
    <div className={threads.threads}>
      {found.map((thread) => (
        <CommentThread
          key={thread.comment.id}
          thread={thread}
          earlier={
            note !== undefined &&
            thread.comment.anchor?.kind === 'note' &&
            placeOfAnchor(thread.comment.anchor, note) === null
          }
          reader={reader}
          actions={actions}
        />
      ))}
      {!reviews ? null : writing ? (
        <CommentForm draft={place} label={label} about={about} actions={actions} onDone={() => setWriting(false)} />
      ) : (
        <div className={threads.buttons}>
          <Button kind="quiet" onClick={() => setWriting(true)}>
            {label || t('reviewSend')}
          </Button>
        </div>
      )}
    </div>
  );
}
