import type { DayKey, DayWords } from './agreed-days';

/** What a feed says by itself; whoever reads it says nothing of their language. */
const ENGLISH: Record<DayKey, string> = {
  calendarStep: 'Next step',
  calendarLookAgain: 'Look again together',
  summarySideClient: 'client',
  summarySideOurs: 'us',
  summaryMissing: 'What is missing',
};
export const englishDays: DayWords = (key) => ENGLISH[key];
