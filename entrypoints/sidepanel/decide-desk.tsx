import { useState } from 'react';
import { DecisionForm } from '@/components/decision-form/decision-form';
import { fieldId } from '@/components/decision-form/field-id';
import { FinishDecision } from '@/components/decision-form/finish-decision';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { writeDecision } from '@/lib/session/decide';
import type { Decision } from '@/lib/session/decision';
import { decisionProblems } from '@/lib/session/decision-problems';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { at, newId } from './device';
import { finishHeld } from './finish-held';
import { sameButNotes, useHeld } from './use-session-writer';

/** The decision, wired to the session's writer. What is missing is said when the expert wants to finish, not before. */
export function DecideDesk({ writer }: { writer: SessionWriter }) {
  const t = useTexts();
  const session = useHeld(writer, sameButNotes);
  const [tries, setTries] = useState(0);
  const [failed, setFailed] = useState(false);
  const [endTried, setEndTried] = useState(false);
  const noReason = session.decision.undecidedReason.trim() === '';
  const problems = tries > 0 ? decisionProblems(session) : [];
  const sentences = problems.map(({ field, key }) => ({ field, sentence: t(key) }));
  const problemOf = (field: string) => sentences.find((problem) => problem.field === field)?.sentence ?? null;
  const change = (patch: Partial<Decision>) => writer.update((now) => writeDecision(now, patch, at()));
  const finish = async () => {
    const result = await finishHeld(writer);
    setFailed(result === 'not-stored');
    if (result === 'incomplete') setTries((before) => before + 1);
  };
  return (
    <>
      <h2 className="visually-hidden">{t('decideTitle')}</h2>
      <DecisionForm
        decision={session.decision}
        people={session.people}
        problemOf={problemOf}
        newId={newId}
        onChange={change}
      />
      {failed ? <Notice tone="problem" title={t('finishNotStored')} /> : null}
      <FinishDecision
        problems={sentences}
        tries={tries}
        undecidedReason={session.decision.undecidedReason}
        undecidedProblem={endTried && noReason ? t('finishWithoutMissing') : null}
        onUndecidedReason={(undecidedReason) => change({ undecidedReason })}
        onFinish={() => void finish()}
        onFinishUndecided={() => {
          setEndTried(true);
          // A chosen outcome is taken back only when the session really ends without one.
          if (noReason) return document.getElementById(fieldId('undecidedReason'))?.focus();
          change({ outcome: null });
          void finish();
        }}
      />
    </>
  );
}
