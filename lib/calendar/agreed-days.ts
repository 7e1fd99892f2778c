import type { Session } from '@/lib/session/session';

/**
 * A day that both sides agreed on. It becomes an all-day event and not a to-do (VTODO): Google Calendar, Outlook and
 * Apple's Calendar take events in from a file and from an address; Google leaves to-dos out, Outlook's web app too.
 */
export type AgreedDay = {
  /** The same for ever, so that a calendar which has it takes it as a change and not as a second one. */
  uid: string;
  revision: number;
  /** Instant of the last change. */
  changedAt: string;
  /** Calendar day, YYYY-MM-DD, with no time zone. */
  day: string;
  title: string;
  text: string;
  /** Where it can be read, for who may. */
  address?: string;
};

export type SessionOfDays = Pick<Session, 'id' | 'revision' | 'client' | 'updatedAt'> & {
  decision: Pick<Session['decision'], 'nextSteps' | 'outcome' | 'lookAgainOn' | 'missing' | 'to'>;
};
export type DayKey = 'calendarStep' | 'calendarLookAgain' | `summary${'SideClient' | 'SideOurs' | 'Missing'}`;
export type DayWords = (key: DayKey) => string;

/** The next steps of a session that have a day, and the day on which both look again after a "not yet". No note is in them. */
export function agreedDays(session: SessionOfDays, words: DayWords, address?: string): AgreedDay[] {
  const { decision, client, revision, updatedAt: changedAt } = session;
  const day = (id: string, on: string, title: string, text: string): AgreedDay => ({
    uid: `${session.id}.${id}@eitherway`,
    revision,
    changedAt,
    day: on,
    title: client.name ? `${title} (${client.name})` : title,
    text,
    ...(address !== undefined && { address }),
  });
  const steps = decision.nextSteps.flatMap(({ id, text, owner, date }) => {
    const by = [owner.name, words(owner.side === 'client' ? 'summarySideClient' : 'summarySideOurs')];
    return date === null ? [] : [day(id, date, text || words('calendarStep'), by.filter(Boolean).join(', '))];
  });
  if (decision.outcome !== 'not-yet' || decision.lookAgainOn === null) return steps;
  const missing = decision.missing && `${words('summaryMissing')}: ${decision.missing}`;
  const again = [words('calendarLookAgain'), decision.to].filter(Boolean).join(': ');
  return [...steps, day('look-again', decision.lookAgainOn, again, missing)];
}
