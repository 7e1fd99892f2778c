import type { Playbook } from '@/lib/playbooks/playbook';
import type { Session } from '@/lib/session/session';

/** The words of a decision, without which way it went, who, for whom, when, or in which session. */
export type DecisionPart = {
  to: string;
  reason: string;
  missing: string;
  dissent: string;
  nextSteps: { side: 'client' | 'ours'; text: string }[];
  /** Notes under the questions of the stage at which both decide. */
  notes: string[];
};

export type WithoutDecision = Omit<Session, 'decision'> & {
  decisionReached: boolean;
  decision: Partial<Session['decision']>;
};

/**
 * Takes out of a session whatever tells which way its decision went. A talk without a decision keeps its words: they can
 * only tell that there was none, which is no secret.
 */
export function withoutDecision(session: Session, playbook: Playbook | null): WithoutDecision {
  const { outcome, ...decision } = session.decision;
  if (outcome === null) return { ...session, decisionReached: false, decision };
  const { objectives, options, playback, tookPart } = decision;
  const deciding = decidingQuestions(session, playbook);
  return {
    ...session,
    decisionReached: true,
    decision: { objectives, options, playback, tookPart },
    notes: session.notes.filter(({ questionId }) => !deciding.has(questionId ?? '')),
    questions: session.questions.map((one) => (deciding.has(one.questionId) ? { ...one, reason: '' } : one)),
  };
}

/** The decision by itself, its words without the names of the client and of those who were there; null when there was none. */
export function decisionPart(session: Session, playbook: Playbook | null, expertName: string): DecisionPart | null {
  const { outcome, to, reason, missing, dissent, nextSteps } = session.decision;
  if (outcome === null) return null;
  const deciding = decidingQuestions(session, playbook);
  const veil = veilOf([
    session.client.name,
    expertName,
    ...session.people.map(({ name }) => name),
    ...nextSteps.map(({ owner }) => owner.name),
  ]);
  return {
    to: veil(to),
    reason: veil(reason),
    missing: veil(missing),
    dissent: veil(dissent),
    nextSteps: nextSteps.map(({ owner, text }) => ({ side: owner.side, text: veil(text) })),
    notes: session.notes.flatMap(({ questionId, text }) =>
      deciding.has(questionId ?? '') && text ? [veil(text)] : [],
    ),
  };
}

/** Ids of the questions, the playbook's and the expert's own, of every stage at which both decide. */
export function decidingQuestions({ ownQuestions }: Session, playbook: Playbook | null): Set<string> {
  const stages = (playbook?.stages ?? []).filter(({ kind }) => kind === 'decide');
  const ids = stages.flatMap(({ id, questions }) => [
    ...questions.map((question) => question.id),
    ...ownQuestions.filter(({ stageId }) => stageId === id).map((own) => own.id),
  ]);
  return new Set(ids);
}

/** Replaces names and their longer parts, which would tell whose decision it was. */
function veilOf(names: string[]): (text: string) => string {
  const parts = names.flatMap((name) => [name.trim(), ...name.split(/[\s,.&/()-]+/).filter((part) => part.length > 3)]);
  const pieces = [...new Set(parts)].filter((part) => part.length > 1).sort((a, b) => b.length - a.length);
  if (pieces.length === 0) return (text) => text;
  const any = pieces.map((piece) => piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')).join('|');
  const named = new RegExp(`(?<![\\p{L}\\p{N}])(?:${any})(?![\\p{L}\\p{N}])`, 'giu');
  return (text) => text.replace(named, '…');
}
