import { useState } from 'react';
import { VERDICT_NAME } from '@/components/review/review-words';
import { useDoing } from '@/components/review/use-doing';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { TextArea } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Verdict } from '@/lib/review/review';
import type { NoteFlag } from '@/lib/session/note';
import type { FlagVerdict } from '../../reviews/wire';
import styles from './reviewed-session.module.css';
import type { ReviewActions } from './use-review-actions';

/** What reviewers think of a flag, and, for a reviewer, their own say. Agreeing with a disputed flag needs a reason. */
export function FlagJudgement({
  flag,
  verdicts,
  reader,
  reviews,
  actions,
}: {
  flag: NoteFlag;
  verdicts: readonly FlagVerdict[];
  reader: string;
  /** Whether the reader reviews this session. */
  reviews: boolean;
  actions: ReviewActions;
}) {
  const t = useTexts();
  const { busy, problem, run } = useDoing(actions);
  const [reason, setReason] = useState<string | null>(null);
  const given = verdicts.filter(({ flagId }) => flagId.toLowerCase() === flag.id.toLowerCase());
  const own = given.find(({ by }) => by.id === reader);
  const say = (verdict: Verdict, why: string) =>
    void run(() => actions.judge(flag.id, verdict, why)).then((done) => done && setReason(null));
  return (
    <>
      {given.map(({ by, verdict, reason: why }) => (
        <p key={by.id}>
          {t('reviewVerdictBy', { name: by.name, verdict: t(VERDICT_NAME[verdict]) })} {why}
        </p>
      ))}
      {reviews ? (
        <fieldset className={styles.verdict}>
          <legend className={styles.legend}>{t('reviewVerdict')}</legend>
          {own ? (
            <Button disabled={busy} onClick={() => void run(() => actions.takeVerdictBack(flag.id))}>
              {t('reviewVerdictBack')}
            </Button>
          ) : (
            Verdict.options.map((verdict) => (
              <Button
                key={verdict}
                disabled={busy}
                onClick={() =>
                  verdict === 'agree' && flag.answer?.kind === 'disputed' ? setReason(reason ?? '') : say(verdict, '')
                }
              >
                {t(VERDICT_NAME[verdict])}
              </Button>
            ))
          )}
        </fieldset>
      ) : null}
      {reason !== null && !own ? (
        <form
          className={styles.reason}
          onSubmit={(event) => {
            event.preventDefault();
            if (reason.trim()) say('agree', reason.trim());
          }}
        >
          <TextArea label={t('reviewVerdictReason')} maxLength={1_000} autoFocus value={reason} onChange={setReason} />
          <div className={styles.buttons}>
            <Button type="submit" kind="primary" aria-disabled={reason.trim() === ''}>
              {t('reviewVerdictSend')}
            </Button>
            <Button kind="quiet" onClick={() => setReason(null)}>
              {t('uiCancel')}
            </Button>
          </div>
        </form>
      ) : null}
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
    </>
  );
}
