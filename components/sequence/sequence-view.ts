import type { Playbook } from '@/lib/playbooks/playbook';
import { questionState } from '@/lib/session/questions';
import { nextQuestion, previousQuestion, questionsOf, type SequenceQuestion } from '@/lib/session/sequence';
import type { Session } from '@/lib/session/session';
import { stands } from '@/lib/session/standing-flags';
import type { ListedQuestion } from './question-list';
import type { SequenceProps } from './sequence';
import type { ListedStage } from './stage-list';

export type SequenceView = Pick<SequenceProps, 'stages' | 'stage' | 'questions' | 'current'> & {
  next: SequenceQuestion | null;
  previous: SequenceQuestion | null;
};

/** What the sequence shows of a session; null for a playbook without questions. A cursor that fits nothing falls on the first question. */
export function sequenceView(playbook: Playbook, session: Session): SequenceView | null {
  const stage = playbook.stages.find(({ id }) => id === session.cursor.stageId) ?? playbook.stages[0];
  if (!stage) return null;
  const inStage = questionsOf(playbook, session, stage.id);
  const question = inStage.find(({ id }) => id === session.cursor.questionId) ?? inStage[0];
  if (!question) return null;
  const here = { ...session, cursor: { ...session.cursor, stageId: stage.id, questionId: question.id } };
  return {
    stages: playbook.stages.map((one) => listedStage(one, questionsOf(playbook, session, one.id), session)),
    stage,
    questions: inStage.map((one): ListedQuestion => ({ ...one, ...questionState(session, one.id) })),
    current: { question, own: question.own, ...questionState(session, question.id) },
    next: nextQuestion(playbook, here),
    previous: previousQuestion(playbook, here),
  };
}

function listedStage(
  { id, title, minutes }: { id: string; title: string; minutes: number },
  questions: readonly SequenceQuestion[],
  session: Session,
): ListedStage {
  const ids = new Set(questions.map((question) => question.id));
  const flags = session.notes
    .filter(({ questionId }) => questionId !== null && ids.has(questionId))
    .flatMap((note) => note.flags)
    .filter(stands).length;
  return { id, title, minutes, states: questions.map((one) => questionState(session, one.id).state), flags };
}
