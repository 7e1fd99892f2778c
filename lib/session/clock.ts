import type { Session } from './session';

/** Whole minutes since the session began, up to its finish; never negative when a clock was set back. */
export function elapsedMinutes(session: Pick<Session, 'startedAt' | 'finishedAt'>, now: string): number {
  const until = Date.parse(session.finishedAt ?? now);
  return Math.max(0, Math.floor((until - Date.parse(session.startedAt)) / 60_000));
}
