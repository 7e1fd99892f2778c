import type { SelfCheckOfSession, SentCheck } from '@/lib/self-check/sent';
import type { At } from './at';
import type { Session } from './session';

/** What goes along with a session of a self-check that was sent to this team. */
export function besideSession(
  { id, title, organisation, sentAt, answered }: SentCheck,
  team: string,
): SelfCheckOfSession {
  return { id, team, title, organisation, sentAt, answered, talkedAbout: [] };
}

/** Lets a self-check go along with a session. No question counts as asked by it. */
export function takeSelfCheck(session: Session, selfCheck: SelfCheckOfSession, { now }: Pick<At, 'now'>): Session {
  return { ...session, selfCheck, updatedAt: now };
}

/** Takes it off again. */
export function dropSelfCheck({ selfCheck: _, ...session }: Session, { now }: Pick<At, 'now'>): Session {
  return { ...session, updatedAt: now };
}

/** Says that an answer was talked about, or not yet; nothing else follows from it. */
export function talkAbout(session: Session, answerId: string, talked: boolean, { now }: Pick<At, 'now'>): Session {
  const { selfCheck } = session;
  if (!selfCheck?.answered.some(({ id }) => id === answerId)) return session;
  const others = selfCheck.talkedAbout.filter((id) => id !== answerId);
  return {
    ...session,
    selfCheck: { ...selfCheck, talkedAbout: talked ? [...others, answerId] : others },
    updatedAt: now,
  };
}
