import type { At } from './at';
import type { Note } from './note';
import type { Session } from './session';

/** The note under a question, or the free notes for null. */
export function noteOf(session: Session, questionId: string | null): Note | null {
  return session.notes.find((note) => note.questionId === questionId) ?? null;
}

/** Writes what the editor holds; a note begins with its first word. */
export function writeNote(
  session: Session,
  questionId: string | null,
  value: Pick<Note, 'text' | 'theyAsked' | 'flags'>,
  at: At,
): Session {
  const before = noteOf(session, questionId);
  if (!before && value.text === '') return session;
  const note: Note = { id: before?.id ?? at.newId(), questionId, ...value, updatedAt: at.now };
  const notes = before ? session.notes.map((one) => (one === before ? note : one)) : [...session.notes, note];
  return { ...session, notes, updatedAt: at.now };
}
