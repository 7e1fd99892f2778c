import { useState } from 'react';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Comment } from '@/lib/review/review';
import type { Thread } from '@/lib/review/threads';
import { AnswerForm } from './comment-form';
import styles from './review.module.css';
import { type CommentActions, KIND_NAME } from './review-words';

/** A comment and its answers, with what who reads it can do. */
export function CommentThread({
  thread: { comment, answers },
  earlier = false,
  reader,
  actions,
}: {
  thread: Thread;
  /** Its words are gone from the note. */
  earlier?: boolean;
  /** Who reads, by id. */
  reader: string;
  actions: CommentActions;
}) {
  const t = useTexts();
  const [answering, setAnswering] = useState(false);
  return (
    <article className={styles.thread} aria-label={t('reviewCommentOf', { name: comment.author.name })}>
      {comment.anchor?.kind === 'note' ? (
        <blockquote className={styles.piece}>
          {comment.anchor.piece}
          {earlier ? <span className={styles.soft}> {t('reviewEarlier')}</span> : null}
        </blockquote>
      ) : null}
      <Words comment={comment} reader={reader} actions={actions} answered={answers.length > 0} />
      {answers.map((answer) => (
        <div key={answer.id} className={styles.answer}>
          <Words comment={answer} reader={reader} actions={actions} answered={false} />
        </div>
      ))}
      {answering ? (
        <AnswerForm to={comment} actions={actions} onDone={() => setAnswering(false)} />
      ) : (
        <div className={styles.buttons}>
          <Button onClick={() => setAnswering(true)}>{t('reviewAnswerButton')}</Button>
        </div>
      )}
    </article>
  );
}

function Words({
  comment,
  reader,
  actions,
  answered,
}: {
  comment: Comment;
  reader: string;
  actions: CommentActions;
  answered: boolean;
}) {
  const t = useTexts();
  const [draft, setDraft] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const own = comment.author.id === reader;
  const { change, remove, acknowledge } = actions;
  const attempt = (doing: Promise<unknown>, done?: () => void) =>
    void doing.then(
      () => {
        setProblem(null);
        done?.();
      },
      (error) => setProblem(actions.sentence(error)),
    );
  return (
    <>
      <p className={styles.head}>
        <span className={styles.kind}>{t(KIND_NAME[comment.kind])}</span>
        <span>{comment.author.name}</span>
        <span className={styles.soft}>
          <When at={comment.createdAt} />
          {comment.editedAt ? ` · ${t('reviewEdited')}` : null}
        </span>
      </p>
      {draft === null ? (
        <p className={styles.words}>{comment.text}</p>
      ) : (
        <TextArea label={t('reviewChangeWords')} rows={3} maxLength={4_000} value={draft} onChange={setDraft} />
      )}
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <div className={styles.buttons}>
        {draft !== null && change ? (
          <>
            <Button
              kind="primary"
              onClick={() =>
                draft.trim() === ''
                  ? setProblem(t('reviewNoWords'))
                  : attempt(change(comment.id, draft.trim()), () => setDraft(null))
              }
            >
              {t('reviewKeepWords')}
            </Button>
            <Button kind="quiet" onClick={() => setDraft(null)}>
              {t('uiCancel')}
            </Button>
          </>
        ) : own && change ? (
          <Button kind="quiet" onClick={() => setDraft(comment.text)}>
            {t('reviewChange')}
          </Button>
        ) : null}
        {own && remove && !answered && draft === null ? (
          <Button kind="quiet" onClick={() => attempt(remove(comment.id))}>
            {t('reviewDelete')}
          </Button>
        ) : null}
        {!own && acknowledge && comment.acknowledgedAt === null ? (
          <Button onClick={() => attempt(acknowledge(comment.id))}>{t('reviewRead')}</Button>
        ) : null}
        {comment.acknowledgedAt ? <span className={styles.soft}>{t('reviewWasRead')}</span> : null}
      </div>
    </>
  );
}
