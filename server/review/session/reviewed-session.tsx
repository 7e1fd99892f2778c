import { useMemo } from 'react';
import { CommentForm } from '@/components/review/comment-form';
import { CommentThread } from '@/components/review/comment-thread';
import threads from '@/components/review/review.module.css';
import { StandingSection } from '@/components/review/standing-section';
import { useDoing } from '@/components/review/use-doing';
import { type ReviewPlaces, ReviewPlacesProvider } from '@/components/session-view/review-places';
import { SessionView } from '@/components/session-view/session-view';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Playbook } from '@/lib/playbooks/playbook';
import { anchorsOf, type Thread, threadsOf } from '@/lib/review/threads';
import type { Session } from '@/lib/session/session';
import type { Review } from '../../reviews/wire';
import { CrmSection } from './crm-section';
import { FlagJudgement } from './flag-judgement';
import { CommentsHere } from './note-comments';
import { ProcessForm } from './process-form';
import { RecordPart } from './record-part';
import styles from './reviewed-session.module.css';
import { SaveCalendar } from './save-calendar';
import { useSessionKeys, WHOLE_COMMENT } from './session-keys';
import { useReviewActions } from './use-review-actions';

/** A session with all that was said of it, each at its place. */
export function ReviewedSession({
  session,
  playbook,
  review,
  reader,
  reviews,
}: {
  session: Session;
  playbook: Playbook | null;
  review: Review;
  reader: string;
  /** Whether the reader is a lead or admin, and the session someone else's. */
  reviews: boolean;
}) {
  const t = useTexts();
  const actions = useReviewActions(session.id);
  const all = useMemo(() => threadsOf(review.comments), [review.comments]);
  // Only the expert says that they read it.
  const shared = useMemo(() => {
    const { acknowledge, ...others } = actions;
    return { reader, reviews, actions: reviews || !acknowledge ? others : actions };
  }, [reader, reviews, actions]);
  const { problem, run } = useDoing(actions);
  const onReviewed = useMemo(
    () => (reviews ? () => void run(() => actions.markReviewed(session.revision)) : null),
    [reviews, run, actions, session.revision],
  );
  useSessionKeys(onReviewed);

  const places = useMemo<ReviewPlaces>(
    () => ({
      flag: (flag) => <FlagJudgement flag={flag} verdicts={review.verdicts} {...shared} />,
      note: (note) => (
        <CommentsHere
          place={note.id}
          label={t('reviewOnNote')}
          found={all.filter(({ comment }) => comment.anchor?.kind === 'note' && comment.anchor.noteId === note.id)}
          note={note}
          about={anchorsOf(note)}
          {...shared}
        />
      ),
    }),
    [all, review.verdicts, shared, t],
  );
  return (
    <div>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <StandingSection
        standing={review}
        revision={session.revision}
        actions={actions}
        lead={reviews ? actions : null}
      />
      <CrmSection id={session.id} />
      <RecordPart id={session.id} isOwn={!reviews} />
      <ReviewPlacesProvider value={places}>
        <SessionView session={session} playbook={playbook} />
      </ReviewPlacesProvider>
      <SaveCalendar session={session} />
      <section aria-labelledby="session-comments" className={styles.comments}>
        <h2 id="session-comments" className={styles.title}>
          {t('reviewComments')}
        </h2>
        {review.comments.length === 0 ? <p className={styles.soft}>{t('reviewNoComments')}</p> : null}
        <div className={threads.threads}>
          {onWhole(all, session).map((thread) => (
            <CommentThread
              key={thread.comment.id}
              thread={thread}
              earlier={thread.comment.anchor !== null}
              reader={reader}
              actions={shared.actions}
            />
          ))}
        </div>
        {reviews ? (
          <CommentForm
            draft={session.id}
            label={t('reviewOnWhole')}
            id={WHOLE_COMMENT}
            about={[]}
            actions={shared.actions}
          />
        ) : null}
        <ProcessForm forms={review.forms} reader={reader} actions={shared.actions} />
        <p className={styles.soft}>{t(reviews ? 'reviewKeysHint' : 'reviewKeysHintExpert')}</p>
      </section>
    </div>
  );
}

/** Comments on the whole, and those whose note is not there any more. */
function onWhole(all: readonly Thread[], { notes }: Session): Thread[] {
  const shown = new Set(notes.filter(({ text }) => text !== '').map(({ id }) => id));
  return all.filter(({ comment: { anchor } }) => anchor?.kind !== 'note' || !shown.has(anchor.noteId));
}
