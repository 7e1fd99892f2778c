import { agreedDays, type DayWords, type SessionOfDays } from './agreed-days';
import { writeCalendar } from './write-calendar';

export type CalendarFile = { name: string; kind: 'text/calendar'; content: string };

/** The agreed days of a session as a file to give away, or null when there is none. `address`: of the session, for who may read it. */
export function calendarFile(session: SessionOfDays, words: DayWords, address?: string): CalendarFile | null {
  const days = agreedDays(session, words, address);
  if (days.length === 0) return null;
  const client = session.client.name.match(/[\p{L}\p{M}\p{N}]+/gu)?.join('-') ?? '';
  const name = [[...client].slice(0, 60).join(''), 'next-steps.ics'].filter(Boolean).join('-');
  return { name, kind: 'text/calendar', content: writeCalendar(days) };
}
