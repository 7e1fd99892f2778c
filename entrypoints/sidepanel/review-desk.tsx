import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { CommentThread } from '@/components/review/comment-thread';
import styles from '@/components/review/review.module.css';
import type { CommentActions } from '@/components/review/review-words';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { Comment } from '@/lib/review/review';
import { placeOfAnchor, threadsOf } from '@/lib/review/threads';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import { acknowledgeComment, sendAnswer } from '@/lib/sync/reviews';
import { newId } from './device';
import { commentsQuery, contentOf, Unread } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** What was said of one's session, to answer or to say that it was read. Nothing while nothing was said. */
export function ReviewDesk({ session }: { session: Session }) {
  const t = useTexts();
  const who = useSignedIn();
  const { data: comments, error } = useQuery(commentsQuery(who, session.id));
  const actions = useActions(who ?? null, session.id, t);
  if (!who || (!comments?.length && !(error instanceof Unread && error.kind === 'offline'))) return null;
  return (
    <section aria-label={t('reviewComments')} className={styles.threads}>
      <h2>{t('reviewComments')}</h2>
      {error ? (
        <p className={styles.soft}>{sentenceOf(error, comments ? 'reviewOfflineKept' : 'reviewOffline', t)}</p>
      ) : null}
      {threadsOf(comments ?? []).map((thread) => (
        <CommentThread
          key={thread.comment.id}
          thread={thread}
          earlier={isEarlier(thread.comment, session)}
          reader={who.userId}
          actions={actions}
        />
      ))}
    </section>
  );
}

function isEarlier({ anchor }: Comment, { notes }: Session): boolean {
  if (anchor?.kind !== 'note') return false;
  const note = notes.find(({ id }) => id === anchor.noteId);
  return !note || placeOfAnchor(anchor, note) === null;
}

function useActions(who: Credential | null, id: string, t: Texts): CommentActions {
  const queries = useQueryClient();
  return useMemo(() => {
    const ids = new Map<string, string>();
    const after = async () => {
      await queries.invalidateQueries({ queryKey: ['comments'] });
      void queries.invalidateQueries({ queryKey: ['commented'] });
    };
    return {
      sentence: (error) => sentenceOf(error, 'reviewNotSent', t),
      // One id an answer, so that sending it again after a lost reply makes no second one.
      write: async ({ parentId, text }) => {
        if (!who) throw new Unread({ kind: 'signed-out' });
        const key = `${parentId} ${text}`;
        const own = ids.get(key) ?? newId();
        ids.set(key, own);
        contentOf(await sendAnswer(who, id, { id: own, parentId, text }));
        await after();
      },
      acknowledge: async (commentId) => {
        if (!who) throw new Unread({ kind: 'signed-out' });
        contentOf(await acknowledgeComment(who, id, commentId));
        await after();
      },
    };
  }, [who, id, queries, t]);
}

function sentenceOf(error: unknown, offline: Parameters<Texts>[0], t: Texts): string {
  if (!(error instanceof Unread) || error.kind === 'offline') return t(offline);
  return error.kind === 'signed-out' ? t('startSignedOut') : error.message || t(offline);
}
