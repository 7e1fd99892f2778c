import type { At } from './at';
import type { Decision, NextStep, WeighedOption } from './decision';
import type { Session } from './session';

/** What the form of a decision holds at most: adding beyond it changes nothing. */
const MOST = { options: 30, objectives: 50, nextSteps: 100 };

/** Changes the decision. The two options that every decision weighs come back if a change leaves them out. */
export function writeDecision(session: Session, patch: Partial<Decision>, at: At): Session {
  const decision = { ...session.decision, ...patch };
  return { ...session, decision: { ...decision, options: keepAlways(session, decision.options) }, updatedAt: at.now };
}

export function addOption(session: Session, kind: 'with-us' | 'other', at: At): Session {
  if (session.decision.options.length >= MOST.options) return session;
  const option: WeighedOption = { id: at.newId(), kind, title: '', good: '', bad: '' };
  return writeDecision(session, { options: [...session.decision.options, option] }, at);
}

/** Removes an option; "leave it as it is" and "themselves or someone else" cannot be removed. */
export function removeOption(session: Session, optionId: string, at: At): Session {
  return writeDecision(session, { options: session.decision.options.filter((option) => option.id !== optionId) }, at);
}

export function addObjective(session: Session, objective: string, at: At): Session {
  const text = objective.trim().slice(0, 500);
  if (text === '' || session.decision.objectives.length >= MOST.objectives) return session;
  return writeDecision(session, { objectives: [...session.decision.objectives, text] }, at);
}

export function removeObjective(session: Session, index: number, at: At): Session {
  return writeDecision(session, { objectives: session.decision.objectives.filter((_, i) => i !== index) }, at);
}

export function addNextStep(session: Session, at: At): Session {
  if (session.decision.nextSteps.length >= MOST.nextSteps) return session;
  const step: NextStep = { id: at.newId(), text: '', owner: { side: 'client', name: '' }, date: null };
  return writeDecision(session, { nextSteps: [...session.decision.nextSteps, step] }, at);
}

export function removeNextStep(session: Session, stepId: string, at: At): Session {
  return writeDecision(session, { nextSteps: session.decision.nextSteps.filter((step) => step.id !== stepId) }, at);
}

function keepAlways(session: Session, options: readonly WeighedOption[]): WeighedOption[] {
  const lost = session.decision.options.filter(
    (before) =>
      (before.kind === 'leave' || before.kind === 'elsewhere') &&
      !options.some((option) => option.kind === before.kind),
  );
  return [...lost, ...options];
}
