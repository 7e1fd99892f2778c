import type { At } from './at';
import { type DecisionProblem, decisionProblems } from './decision-problems';
import type { Session } from './session';

export type Finished = { kind: 'finished'; session: Session } | { kind: 'incomplete'; problems: DecisionProblem[] };

/** Finishes a session when nothing is missing. */
export function finish(session: Session, at: Pick<At, 'now'>): Finished {
  const problems = decisionProblems(session);
  if (problems.length > 0) return { kind: 'incomplete', problems };
  return { kind: 'finished', session: { ...session, finishedAt: at.now, updatedAt: at.now } };
}

/** Opens a finished session again; finishing it anew sends the newer revision. */
export function reopen(session: Session, at: Pick<At, 'now'>): Session {
  return { ...session, finishedAt: null, updatedAt: at.now };
}
