import type { FlagAnswer, NoteFlag } from './note';
import type { Session } from './session';

/** What an answer still lacks, as the key of a sentence; null when it can be given. */
export function answerProblem(kind: FlagAnswer['kind'], reason: string): 'problemAnswerReason' | null {
  return kind !== 'reworded' && reason.trim() === '' ? 'problemAnswerReason' : null;
}

/** Gives an answer to a flag; without the reason that it needs the session stays as it was. */
export function answerFlag(session: Session, flagId: string, answer: FlagAnswer): Session {
  if (answerProblem(answer.kind, answer.reason)) return session;
  return withFlag(session, flagId, (flag) => ({
    ...flag,
    answer: { ...answer, reason: answer.reason.trim().slice(0, 500) },
  }));
}

export function takeBackAnswer(session: Session, flagId: string): Session {
  return withFlag(session, flagId, (flag) => ({ ...flag, answer: null }));
}

function withFlag(session: Session, flagId: string, change: (flag: NoteFlag) => NoteFlag): Session {
  const notes = session.notes.map((note) =>
    note.flags.some((flag) => flag.id === flagId)
      ? { ...note, flags: note.flags.map((flag) => (flag.id === flagId ? change(flag) : flag)) }
      : note,
  );
  return { ...session, notes };
}
