import type { Session } from '@/lib/session/session';
import { Problem } from '../errors';

/** How far ahead of ours a device's clock may be. */
export const ALLOWED_SKEW_MS = 10 * 60_000;

/** Refuses a session from the future; the answer carries our time, so that the panel can say by how much the clock is off. */
export function checkClock(session: Session, now: Date): void {
  const times = [session.startedAt, session.updatedAt, session.finishedAt ?? session.updatedAt];
  const latest = Math.max(...times.map((time) => Date.parse(time)));
  if (latest > now.getTime() + ALLOWED_SKEW_MS) throw new Problem('clock-skew', { serverTime: now.toISOString() });
}
