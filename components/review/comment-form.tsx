import { type FormEvent, useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { Notice } from '@/components/ui/notice';
import { Select, TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Comment, CommentAnchor, CommentKind } from '@/lib/review/review';
import styles from './review.module.css';
import { type CommentActions, KIND_NAME } from './review-words';
import { useDraft } from './use-draft';

type First = Exclude<CommentKind, 'answer'>;
const KINDS: readonly First[] = ['praise', 'question', 'suggestion'];

/** A comment of a reviewer's: its kind, what it is about, its words. They stay until they were sent. */
export function CommentForm({
  draft,
  about,
  label,
  id,
  actions,
  onDone,
}: {
  /** Names the draft, one a place. */
  draft: string;
  /** Lines to choose from; without any the comment is about the whole. */
  about: readonly Extract<CommentAnchor, { kind: 'note' }>[];
  label: string;
  id?: string;
  actions: Pick<CommentActions, 'write' | 'sentence'>;
  onDone?: () => void;
}) {
  const t = useTexts();
  const [kind, setKind] = useState<First>('question');
  const [line, setLine] = useState('0');
  const { text, setText, problem, busy, send } = useSending(draft, actions);
  const anchor = about[Number(line)] ?? null;
  return (
    <form
      className={styles.form}
      aria-label={label}
      onSubmit={(event) => {
        event.preventDefault();
        void send({ parentId: null, kind, anchor }).then((sent) => sent && onDone?.());
      }}
    >
      <Choice
        legend={t('reviewKind')}
        look="row"
        options={KINDS.map((value) => ({ value, label: t(KIND_NAME[value]) }))}
        value={kind}
        onChange={setKind}
      />
      {about.length > 1 ? (
        <Select label={t('reviewAbout')} value={line} onChange={setLine}>
          {about.map(({ piece, span }, at) => (
            <option key={span.from} value={at}>
              {piece.length > 80 ? `${piece.slice(0, 80)}…` : piece}
            </option>
          ))}
        </Select>
      ) : null}
      <TextArea label={label} id={id} rows={3} maxLength={4_000} value={text} onChange={setText} />
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" aria-disabled={busy}>
          {t('reviewSend')}
        </Button>
        {onDone ? (
          <Button kind="quiet" onClick={onDone}>
            {t('uiCancel')}
          </Button>
        ) : null}
      </div>
    </form>
  );
}

/** An answer to a comment. */
export function AnswerForm({
  to,
  actions,
  onDone,
}: {
  to: Comment;
  actions: Pick<CommentActions, 'write' | 'sentence'>;
  onDone: () => void;
}) {
  const t = useTexts();
  const id = useId();
  const { text, setText, problem, busy, send } = useSending(`answer:${to.id}`, actions);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    void send({ parentId: to.id, kind: 'answer', anchor: null }).then((sent) => sent && onDone());
  };
  return (
    <form className={styles.form} onSubmit={submit} aria-label={t('reviewAnswerTo', { name: to.author.name })}>
      <TextArea
        label={t('reviewYourAnswer')}
        id={id}
        autoFocus
        rows={2}
        maxLength={4_000}
        value={text}
        onChange={setText}
      />
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <div className={styles.buttons}>
        <Button type="submit" kind="primary" aria-disabled={busy}>
          {t('reviewSendAnswer')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('uiCancel')}
        </Button>
      </div>
    </form>
  );
}

function useSending(draft: string, actions: Pick<CommentActions, 'write' | 'sentence'>) {
  const t = useTexts();
  const [text, setText] = useDraft(draft);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  async function send(comment: Pick<Comment, 'parentId' | 'kind' | 'anchor'>): Promise<boolean> {
    if (busy) return false;
    const words = text.trim();
    if (words === '') {
      setProblem(t('reviewNoWords'));
      return false;
    }
    setBusy(true);
    try {
      await actions.write({ ...comment, text: words });
      setText('');
      setProblem(null);
      return true;
    } catch (error) {
      setProblem(actions.sentence(error));
      return false;
    } finally {
      setBusy(false);
    }
  }
  return { text, setText, problem, busy, send };
}
