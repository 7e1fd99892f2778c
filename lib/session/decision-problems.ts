import type { Decision, WeighedOption } from './decision';
import type { Session } from './session';

/** One thing that a finish still needs: the field it is about and the key of a sentence that says so. */
export type DecisionProblem = { field: string; key: DecisionProblemKey };
export type DecisionProblemKey =
  | 'problemTo'
  | 'problemReason'
  | 'problemObjective'
  | 'problemLeaveGood'
  | 'problemLeaveBad'
  | 'problemElsewhereGood'
  | 'problemElsewhereBad'
  | 'problemPlayback'
  | 'problemTookPart'
  | 'problemMissing'
  | 'problemLookAgain'
  | 'problemLookAgainPast'
  | 'problemNextStepText'
  | 'problemNextStepOwner'
  | 'problemNextStepDate'
  | 'problemUndecided';

/**
 * What is missing before the session can be finished, all of it at once, in the order of the form. Yes and no need exactly
 * the same; a talk that ended without a decision needs only why.
 */
export function decisionProblems(session: Session): DecisionProblem[] {
  const { decision } = session;
  const undecided = decision.outcome === null;
  if (undecided && !empty(decision.undecidedReason)) return [];
  return [
    ...weighed(decision, 'leave', 'problemLeaveGood', 'problemLeaveBad'),
    ...weighed(decision, 'elsewhere', 'problemElsewhereGood', 'problemElsewhereBad'),
    ...when(empty(decision.playback.text), 'playback', 'problemPlayback'),
    ...when(undecided, 'outcome', 'problemUndecided'),
    ...when(empty(decision.to), 'to', 'problemTo'),
    ...when(empty(decision.reason), 'reason', 'problemReason'),
    ...when(decision.objectives.every(empty), 'objectives', 'problemObjective'),
    ...when(session.people.length > 0 && decision.tookPart.length === 0, 'tookPart', 'problemTookPart'),
    ...(decision.outcome === 'not-yet' ? notYet(session) : []),
    ...decision.nextSteps.flatMap((step) => [
      ...when(empty(step.text), `nextSteps.${step.id}.text`, 'problemNextStepText'),
      ...when(empty(step.owner.name), `nextSteps.${step.id}.name`, 'problemNextStepOwner'),
      ...when(step.date === null, `nextSteps.${step.id}.date`, 'problemNextStepDate'),
    ]),
  ];
}

/** A day before the talk (a wrong year, mostly) is no day to look again. */
function notYet({ decision, startedAt }: Session): DecisionProblem[] {
  const day = decision.lookAgainOn;
  return [
    ...when(empty(decision.missing), 'missing', 'problemMissing'),
    ...when(day === null, 'lookAgainOn', 'problemLookAgain'),
    ...when(day !== null && day < dayBefore(startedAt), 'lookAgainOn', 'problemLookAgainPast'),
  ];
}

function weighed(
  { options }: Decision,
  kind: WeighedOption['kind'],
  good: DecisionProblemKey,
  bad: DecisionProblemKey,
): DecisionProblem[] {
  const option = options.find((one) => one.kind === kind);
  const field = `options.${option?.id ?? kind}`;
  return [
    ...when(empty(option?.good ?? ''), `${field}.good`, good),
    ...when(empty(option?.bad ?? ''), `${field}.bad`, bad),
  ];
}

/** The day before an instant, in UTC: in the west the talk's own day may still be that one. */
function dayBefore(instant: string): string {
  return new Date(Date.parse(instant) - 86_400_000).toISOString().slice(0, 10);
}

function when(missing: boolean, field: string, key: DecisionProblemKey): DecisionProblem[] {
  return missing ? [{ field, key }] : [];
}

function empty(text: string): boolean {
  return text.trim() === '';
}
