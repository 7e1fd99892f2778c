import type { Session } from '@/lib/session/session';
import { Problem } from '../errors';

/** How far ahead of ours a device's clock may be. */
export const ALLOWED_SKEW_MS = 10 * 60_000;

/** Refuses times before 1970, which are no clock's, and a session from the future; the answer carries our time, so that the panel can say by how much the clock is off. */
export function checkClock(session: Session, now: Date): void {
  const times = [session.startedAt, session.updatedAt, session.finishedAt ?? session.updatedAt];
  const early = (['startedAt', 'updatedAt', 'finishedAt'] as const).filter((at) => Date.parse(session[at] ?? '') < 0);
  if (early.length > 0)
    throw new Problem('wrong-form', { issues: early.map((path) => ({ path, message: 'before 1970' })) });
  const latest = Math.max(...times.map((time) => Date.parse(time)));
  if (latest > now.getTime() + ALLOWED_SKEW_MS) throw new Problem('clock-skew', { serverTime: now.toISOString() });
}
