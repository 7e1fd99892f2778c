import { useCallback, useEffect, useRef, useState, useSyncExternalStore } from 'react';
import type { Session } from '@/lib/session/session';
import { stands } from '@/lib/session/standing-flags';
import { createSessionWriter, type SessionWriter, type WriterConflict } from '@/lib/storage/session-writer';
import { newId, theStore } from './device';

/** The writer of one session for as long as the screen is there; stores at once when the panel is hidden or goes away. */
export function useSessionWriter(session: Session, copyTitle: (title: string) => string) {
  const [writer, setWriter] = useState<SessionWriter | null>(null);
  const [conflict, setConflict] = useState<WriterConflict | null>(null);
  // Only the session as it was when the screen opened: from then on the writer knows better.
  const opened = useRef({ session, copyTitle });
  useEffect(() => {
    let mine: SessionWriter | null = null;
    let gone = false;
    void theStore().then((store) => {
      if (gone) return;
      mine = createSessionWriter({ store, ...opened.current, newId, onConflict: setConflict });
      setWriter(mine);
    });
    const store = () => void mine?.flush();
    document.addEventListener('visibilitychange', store);
    addEventListener('pagehide', store);
    return () => {
      gone = true;
      document.removeEventListener('visibilitychange', store);
      removeEventListener('pagehide', store);
      void mine?.dispose();
    };
  }, []);
  return { writer, conflict, forgetConflict: () => setConflict(null) };
}

/** What the writer holds, as far as `isSame` tells it apart: a screen that shows no note does not draw at every key. */
export function useHeld(writer: SessionWriter, isSame: (a: Session, b: Session) => boolean = Object.is): Session {
  const last = useRef(writer.current());
  const read = useCallback(() => {
    const now = writer.current();
    if (!isSame(last.current, now)) last.current = now;
    return last.current;
  }, [writer, isSame]);
  return useSyncExternalStore(writer.subscribe, read);
}

/** Everything but what typing in a note changes; the count of standing flags belongs to what is seen. */
export function sameButNotes(a: Session, b: Session): boolean {
  return (
    a.id === b.id &&
    a.questions === b.questions &&
    a.ownQuestions === b.ownQuestions &&
    a.cursor === b.cursor &&
    a.decision === b.decision &&
    a.finishedAt === b.finishedAt &&
    a.title === b.title &&
    a.client === b.client &&
    a.people === b.people &&
    a.selfCheck === b.selfCheck &&
    (a.notes === b.notes || standingFlags(a) === standingFlags(b))
  );
}

function standingFlags({ notes }: Session): string {
  return notes.map(({ id, flags }) => `${id}:${flags.filter(stands).length}`).join();
}
