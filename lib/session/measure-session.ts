import type { Playbook, StageKind } from '@/lib/playbooks/playbook';
import type { SessionMeasures } from './measures';
import { questionState } from './questions';
import { allQuestions } from './sequence';
import type { Session } from './session';

/**
 * What insights count of a session. Without its playbook (null) nobody knows which stage a question belongs to: then the
 * stages stay unknown and only the questions that the session lists are counted.
 */
export function measureSession(session: Session, playbook: Playbook | null): SessionMeasures {
  const { outcome, reason } = session.decision;
  const decided = outcome !== null;
  return {
    decided,
    reasoned: decided && reason.trim() !== '',
    stagesBeforeOptions: playbook && stagesBeforeOptions(session, playbook),
    questions: statesOf(session, playbook),
    reworded: rewordedOf(session),
    ownQuestions: session.ownQuestions.map(({ stageId, text }) => ({ stageId, text })),
  };
}

/** By the time at which each question was marked as asked; the stage of the options themselves is not among them. */
function stagesBeforeOptions(session: Session, playbook: Playbook): StageKind[] | null {
  const kinds = new Map(playbook.stages.map(({ id, kind }) => [id, kind]));
  const askedAt = new Map(
    session.questions
      .filter(({ state }) => state === 'asked')
      .map(({ questionId, at }) => [questionId, Date.parse(at)]),
  );
  const asked = allQuestions(playbook, session).flatMap(({ id, stageId, kind }) => {
    const stage = kinds.get(stageId);
    const at = askedAt.get(id);
    return stage && at !== undefined ? [{ stage, at, isOptions: stage === 'options' || kind === 'option' }] : [];
  });
  const talks = asked.filter(({ isOptions }) => isOptions);
  if (talks.length === 0) return null;
  const first = Math.min(...talks.map(({ at }) => at));
  const before = new Set(asked.filter(({ at, stage }) => at < first && stage !== 'options').map(({ stage }) => stage));
  return [...new Set(playbook.stages.map(({ kind }) => kind))].filter((kind) => before.has(kind));
}

function statesOf(session: Session, playbook: Playbook | null): SessionMeasures['questions'] {
  const own = new Set(session.ownQuestions.map(({ id }) => id));
  const ids = playbook
    ? playbook.stages.flatMap((stage) => stage.questions.map(({ id }) => id))
    : session.questions.map(({ questionId }) => questionId).filter((id) => !own.has(id));
  return Object.fromEntries(ids.map((id) => [id, questionState(session, id).state]));
}

/** Each flag once, by its id; free notes stand under no question. */
function rewordedOf({ notes }: Session): SessionMeasures['reworded'] {
  const counts = new Map<string, number>();
  const seen = new Set<string>();
  for (const { questionId, flags } of notes) {
    for (const { id, answer } of flags) {
      if (questionId === null || answer?.kind !== 'reworded' || seen.has(id.toLowerCase())) continue;
      seen.add(id.toLowerCase());
      counts.set(questionId, (counts.get(questionId) ?? 0) + 1);
    }
  }
  return Object.fromEntries(counts);
}
