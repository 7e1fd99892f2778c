import type { At } from './at';
import type { QuestionState, Session } from './session';

const OPEN = { state: 'open', reason: '' } as const;

/** The state of a question; open when the session says nothing of it. */
export function questionState(session: Session, questionId: string): Pick<QuestionState, 'state' | 'reason'> {
  return session.questions.find((one) => one.questionId === questionId) ?? OPEN;
}

export function askQuestion(session: Session, questionId: string, at: At): Session {
  return withState(session, { questionId, state: 'asked', reason: '', at: at.now });
}

/** Skips with a reason; an empty one is not taken, since a skip without a reason says nothing. */
export function skipQuestion(session: Session, questionId: string, reason: string, at: At): Session {
  if (reason.trim() === '') return session;
  return withState(session, { questionId, state: 'skipped', reason: reason.trim().slice(0, 500), at: at.now });
}

export function markNotRelevant(session: Session, questionId: string, at: At): Session {
  return withState(session, { questionId, state: 'not-relevant', reason: '', at: at.now });
}

export function reopenQuestion(session: Session, questionId: string, at: At): Session {
  return withState(session, { questionId, state: 'open', reason: '', at: at.now });
}

/** Adds a question of the expert's own to a stage; an empty one is not taken, nor more than the form of a session holds. */
export function addOwnQuestion(session: Session, stageId: string, text: string, at: At): Session {
  const words = text.trim().slice(0, 400);
  if (words === '' || session.ownQuestions.length >= 200) return session;
  const own = { id: at.newId(), stageId, text: words };
  return { ...session, ownQuestions: [...session.ownQuestions, own], updatedAt: at.now };
}

/** Takes an own question away, unless something was noted under it: a note is never lost with its question. */
export function removeOwnQuestion(session: Session, questionId: string, at: At): Session {
  const noted = session.notes.some((note) => note.questionId === questionId && note.text.trim() !== '');
  if (noted || !session.ownQuestions.some((own) => own.id === questionId)) return session;
  return {
    ...session,
    ownQuestions: session.ownQuestions.filter((own) => own.id !== questionId),
    questions: session.questions.filter((state) => state.questionId !== questionId),
    notes: session.notes.filter((note) => note.questionId !== questionId),
    updatedAt: at.now,
  };
}

function withState(session: Session, state: QuestionState): Session {
  const others = session.questions.filter((one) => one.questionId !== state.questionId);
  return { ...session, questions: [...others, state], updatedAt: state.at };
}
