import type { Decision } from '@/lib/session/decision';

/** The last day (YYYY-MM-DD) of anything that was agreed, or null where no day was. */
export function calendarUntil({ outcome, lookAgainOn, nextSteps }: Decision): string | null {
  const days = [...nextSteps.map(({ date }) => date), outcome === 'not-yet' ? lookAgainOn : null];
  return days.reduce((last, day) => (day !== null && (last === null || day > last) ? day : last), null);
}
