import type { Decision, WeighedOption } from './decision';
import type { Session } from './session';

/** One thing that a finish still needs: the field it is about and the key of a sentence that says so. */
export type DecisionProblem = { field: string; key: DecisionProblemKey };
export type DecisionProblemKey =
  | 'problemTo'
  | 'problemReason'
  | 'problemObjective'
  | 'problemOptionLeave'
  | 'problemOptionElsewhere'
  | 'problemPlayback'
  | 'problemTookPart'
  | 'problemMissing'
  | 'problemLookAgain'
  | 'problemLookAgainPast'
  | 'problemNextStepText'
  | 'problemNextStepOwner'
  | 'problemNextStepDate'
  | 'problemUndecided';

/** What is missing before the session can be finished, in the order of the form. Yes and no need exactly the same. */
export function decisionProblems(session: Session): DecisionProblem[] {
  const { decision } = session;
  if (decision.outcome === null) {
    return empty(decision.undecidedReason) ? [{ field: 'undecidedReason', key: 'problemUndecided' }] : [];
  }
  return [
    ...weighed(decision, 'leave', 'problemOptionLeave'),
    ...weighed(decision, 'elsewhere', 'problemOptionElsewhere'),
    ...when(empty(decision.playback.text), 'playback', 'problemPlayback'),
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

function weighed(decision: Decision, kind: WeighedOption['kind'], key: DecisionProblemKey): DecisionProblem[] {
  const option = decision.options.find((one) => one.kind === kind);
  return when(!option || empty(option.good) || empty(option.bad), `options.${option?.id ?? kind}`, key);
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
