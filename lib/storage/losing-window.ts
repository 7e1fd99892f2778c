import type { Session } from '@/lib/session/session';

/** Whether a window only looked around: nothing was typed or chosen between the two. */
export function onlyMoved(before: Session, after: Session): boolean {
  const typed = ({ cursor, updatedAt, revision, ...rest }: Session) => JSON.stringify(rest);
  return before.revision > 0 && typed(before) === typed(after);
}

/** What a window typed that came second, as a session of its own. It is unfinished, so that nothing leaves the device unseen. */
export function copyOf(session: Session, id: string, title: string): Session {
  return { ...session, id, revision: 0, finishedAt: null, title: title.slice(0, 300) };
}
