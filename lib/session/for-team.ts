import type { Session } from './session';

/** The API's limit for one session, in bytes of UTF-8 JSON. */
export const UPLOAD_LIMIT = 1_000_000;

/** What leaves the device at the finish: words that were taken back stay here. */
export function forTeam(session: Session): Session {
  return {
    ...session,
    notes: session.notes.map((note) => ({
      ...note,
      flags: note.flags.map((flag) => (flag.answer?.kind === 'reworded' ? { ...flag, piece: '' } : flag)),
    })),
  };
}

/** The key of a sentence when a session is too large to send; null when it fits. */
export function teamUploadProblem(session: Session): 'problemTooLarge' | null {
  const bytes = new TextEncoder().encode(JSON.stringify(forTeam(session))).length;
  return bytes > UPLOAD_LIMIT ? 'problemTooLarge' : null;
}
