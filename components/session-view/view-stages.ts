import type { Playbook } from '@/lib/playbooks/playbook';
import type { Note } from '@/lib/session/note';
import type { QuestionState, Session } from '@/lib/session/session';

export type ViewQuestion = {
  id: string;
  /** Null when the playbook that has its words is not here. */
  text: string | null;
  own: boolean;
  state: QuestionState['state'];
  reason: string;
  note: Note | null;
};

/** One stage as it went; `title` is null for what belongs to no stage that is known here. */
export type ViewStage = { id: string; title: string | null; aim: string; questions: ViewQuestion[] };

/** The stages of a session in the playbook's order, each with all of its questions, own ones last. Nothing of the session is left out. */
export function viewStages(session: Session, playbook: Playbook | null): ViewStage[] {
  const seen = new Set<string>();
  const question = (id: string, text: string | null, own: boolean): ViewQuestion => {
    seen.add(id);
    const state = session.questions.find((one) => one.questionId === id);
    const note = session.notes.find((one) => one.questionId === id && one.text !== '');
    return { id, text, own, state: state?.state ?? 'open', reason: state?.reason ?? '', note: note ?? null };
  };
  const stages: ViewStage[] = (playbook?.stages ?? []).map((stage) => ({
    id: stage.id,
    title: stage.title,
    aim: stage.aim,
    questions: [
      ...stage.questions.map(({ id, text }) => question(id, text, false)),
      ...session.ownQuestions.filter((own) => own.stageId === stage.id).map(({ id, text }) => question(id, text, true)),
    ],
  }));
  const ownElsewhere = session.ownQuestions.filter((own) => !seen.has(own.id));
  const rest = [
    ...ownElsewhere.map(({ id, text }) => question(id, text, true)),
    ...idsOf(session)
      .filter((id) => !seen.has(id))
      .map((id) => question(id, null, false)),
  ];
  return rest.length > 0 ? [...stages, { id: 'elsewhere', title: null, aim: '', questions: rest }] : stages;
}

function idsOf(session: Session): string[] {
  const noted = session.notes.filter((note) => note.text !== '').flatMap((note) => note.questionId ?? []);
  return [...new Set([...session.questions.map((one) => one.questionId), ...noted])];
}
