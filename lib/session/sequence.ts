import type { Playbook, Question } from '@/lib/playbooks/playbook';
import { questionState } from './questions';
import type { Session } from './session';

/** A question as it stands in a session: the playbook's, or the expert's own. */
export type SequenceQuestion = Question & { stageId: string; own: boolean };

export type StageProgress = { stageId: string; asked: number; skipped: number; notRelevant: number; open: number };

type Cursor = Session['cursor'];

/** The questions of one stage: the playbook's in their order, then the expert's own. */
export function questionsOf(playbook: Playbook, session: Session, stageId: string): SequenceQuestion[] {
  const stage = playbook.stages.find((one) => one.id === stageId);
  const written = stage?.questions.map((question) => ({ ...question, stageId, own: false })) ?? [];
  const own = session.ownQuestions
    .filter((question) => question.stageId === stageId)
    .map(({ id, text }) => ({ id, text, stageId, own: true, ...PLAIN }));
  return [...written, ...own];
}

const PLAIN: Omit<Question, 'id' | 'text'> = {
  why: '',
  listenFor: [],
  followUps: [],
  kind: 'pure',
  neededForDecision: false,
};

/** Every question of the session in the order of the sequence. */
export function allQuestions(playbook: Playbook, session: Session): SequenceQuestion[] {
  return playbook.stages.flatMap((stage) => questionsOf(playbook, session, stage.id));
}

/** For each stage how many questions were asked, skipped, not relevant and are open: four counts that never mix. */
export function progress(playbook: Playbook, session: Session): StageProgress[] {
  return playbook.stages.map((stage) => {
    const counts = { stageId: stage.id, asked: 0, skipped: 0, notRelevant: 0, open: 0 };
    for (const question of questionsOf(playbook, session, stage.id)) {
      const { state } = questionState(session, question.id);
      counts[state === 'not-relevant' ? 'notRelevant' : state] += 1;
    }
    return counts;
  });
}

/** The question after the one the cursor stands on, across stages; null at the end. */
export function nextQuestion(playbook: Playbook, session: Session): SequenceQuestion | null {
  return beside(playbook, session, 1);
}

/** The question before the one the cursor stands on, across stages; null at the beginning. */
export function previousQuestion(playbook: Playbook, session: Session): SequenceQuestion | null {
  return beside(playbook, session, -1);
}

function beside(playbook: Playbook, session: Session, step: 1 | -1): SequenceQuestion | null {
  const all = allQuestions(playbook, session);
  const here = all.findIndex((question) => question.id === session.cursor.questionId);
  if (here >= 0) return all[here + step] ?? null;
  const ofStage = all.filter((question) => question.stageId === session.cursor.stageId);
  return (step === 1 ? ofStage[0] : ofStage.at(-1)) ?? null;
}

/** Moves the panel's place; the time of the last change stays, since nothing of the content changed. */
export function moveTo(session: Session, cursor: Cursor): Session {
  return { ...session, cursor };
}
