import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { CommentThread } from '@/components/review/comment-thread';
import styles from '@/components/review/review.module.css';
import type { CommentActions } from '@/components/review/review-words';
import { type ExpertActions, StandingSection } from '@/components/review/standing-section';
import { type Texts, useTexts } from '@/components/ui/texts';
import type { Comment } from '@/lib/review/review';
import { placeOfAnchor, threadsOf } from '@/lib/review/threads';
import type { Session } from '@/lib/session/session';
import type { Credential } from '@/lib/settings/credential';
import type { Read } from '@/lib/sync/read-api';
import { acknowledgeComment, askForLook, endTalk, sendAnswer, shareSession } from '@/lib/sync/reviews';
import { newId } from './device';
import { contentOf, reviewQuery, Unread } from './review-queries';
import { useSignedIn } from './use-signed-in';

/** Where one's session stands with the leads, and what was said of it, to answer or to say that it was read. */
export function ReviewDesk({ session }: { session: Session }) {
  const t = useTexts();
  const who = useSignedIn();
  const { data: review, error } = useQuery(reviewQuery(who, session.id));
  const actions = useActions(who ?? null, session.id, t);
  if (!who) return null;
  const trouble = error ? sentenceOf(error, review ? 'reviewOfflineKept' : 'reviewOffline', t) : null;
  return (
    <>
      {trouble === null ? null : <p className={styles.soft}>{trouble}</p>}
      {review ? <StandingSection standing={review} revision={session.revision} actions={actions} /> : null}
      {review?.comments.length ? (
        <section aria-label={t('reviewComments')} className={styles.threads}>
          <h2>{t('reviewComments')}</h2>
          {threadsOf(review.comments).map((thread) => (
            <CommentThread
              key={thread.comment.id}
              thread={thread}
              earlier={isEarlier(thread.comment, session)}
              reader={who.userId}
              actions={actions}
            />
          ))}
        </section>
      ) : null}
    </>
  );
}

function isEarlier({ anchor }: Comment, { notes }: Session): boolean {
  if (anchor?.kind !== 'note') return false;
  const note = notes.find(({ id }) => id === anchor.noteId);
  return !note || placeOfAnchor(anchor, note) === null;
}

function useActions(who: Credential | null, id: string, t: Texts): CommentActions & ExpertActions {
  const queries = useQueryClient();
  return useMemo(() => {
    const ids = new Map<string, string>();
    const asked = async (ask: (signedIn: Credential) => Promise<Read<null>>) => {
      if (!who) throw new Unread({ kind: 'signed-out' });
      contentOf(await ask(who));
      await queries.invalidateQueries({ queryKey: ['review'] });
      void queries.invalidateQueries({ queryKey: ['commented'] });
    };
    return {
      sentence: (error) => sentenceOf(error, 'reviewNotSent', t),
      // One id an answer, so that sending it again after a lost reply makes no second one.
      write: ({ parentId, text }) => {
        const key = `${parentId} ${text}`;
        const own = ids.get(key) ?? newId();
        ids.set(key, own);
        return asked((me) => sendAnswer(me, id, { id: own, parentId, text }));
      },
      acknowledge: (commentId) => asked((me) => acknowledgeComment(me, id, commentId)),
      share: () => asked((me) => shareSession(me, id)),
      askForLook: (what) => asked((me) => askForLook(me, id, what)),
      endLook: () => asked((me) => askForLook(me, id, null)),
      endTalk: () => asked((me) => endTalk(me, id)),
    };
  }, [who, id, queries, t]);
}

function sentenceOf(error: unknown, offline: Parameters<Texts>[0], t: Texts): string {
  if (!(error instanceof Unread) || error.kind === 'offline') return t(offline);
  return error.kind === 'signed-out' ? t('startSignedOut') : error.message || t(offline);
}
