import type { Playbook } from '@/lib/playbooks/playbook';
import type { Note } from '@/lib/session/note';
import { noteOf } from '@/lib/session/notes';
import { questionState } from '@/lib/session/questions';
import { questionsOf } from '@/lib/session/sequence';
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
export type ViewStage = { id: string; title: string | null; questions: ViewQuestion[] };

type Words = Pick<ViewQuestion, 'id' | 'text' | 'own'>;

/** The stages of a session in the playbook's order, each with all of its questions, own ones last. Nothing of the session is left out. */
export function viewStages(session: Session, playbook: Playbook | null): ViewStage[] {
  const withState = ({ id, text, own }: Words): ViewQuestion => {
    const { state, reason } = questionState(session, id);
    const note = noteOf(session, id);
    return { id, text, own, state, reason, note: note?.text ? note : null };
  };
  const known = (playbook?.stages ?? []).map(({ id, title }) => ({
    id,
    title,
    questions: questionsOf(playbook as Playbook, session, id).map(withState),
  }));
  const shown = new Set(known.flatMap((stage) => stage.questions.map((question) => question.id)));
  const rest = elsewhere(session).filter(({ id }) => !shown.has(id));
  return rest.length > 0 ? [...known, { id: 'elsewhere', title: null, questions: rest.map(withState) }] : known;
}

/** Everything that the session itself names, in the order in which it came. */
function elsewhere(session: Session): Words[] {
  const own = session.ownQuestions.map(({ id, text }) => ({ id, text, own: true }));
  const noted = session.notes.filter((note) => note.text !== '').flatMap((note) => note.questionId ?? []);
  const ids = new Set([...session.questions.map((one) => one.questionId), ...noted]);
  return [
    ...own,
    ...[...ids].filter((id) => !own.some((one) => one.id === id)).map((id) => ({ id, text: null, own: false })),
  ];
}
