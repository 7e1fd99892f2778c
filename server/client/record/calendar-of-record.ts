import { type CalendarFile, calendarFile } from '@/lib/calendar/calendar-file';
import { chooseLanguage } from '@/lib/self-check/in-language';
import type { Version } from '../../records/read-record';
import { dayIn } from '../check/times';
import { WORD_LANGUAGES, wordsIn } from '../words';

/** The agreed days of a version in the client's language, or null when there is none. `wishes` as browsers send them. */
export function calendarOfRecord(
  { sessionId: id, document, version, madeAt }: Version,
  team: string,
  wishes: string | undefined,
): CalendarFile | null {
  const t = wordsIn(chooseLanguage(WORD_LANGUAGES, wishes));
  const again = document.lookAgainOn ? dayIn(t.language, new Date(document.lookAgainOn)) : '';
  const words = {
    calendarStep: t('recordSteps'),
    calendarLookAgain: t('recordLookAgain', { day: again }),
    summarySideClient: t('recordSideClient'),
    summarySideOurs: t('recordSideOurs', { team }),
    summaryMissing: t('recordMissing'),
  };
  const nextSteps = document.nextSteps.map(({ side, name, ...step }) => ({ ...step, owner: { side, name } }));
  const session = { id, revision: version, client: { name: team }, updatedAt: madeAt.toISOString() };
  // Every day that the page names, whichever way was decided.
  const outcome = document.lookAgainOn ? 'not-yet' : document.outcome;
  return calendarFile({ ...session, decision: { ...document, outcome, nextSteps } }, (key) => words[key]);
}
