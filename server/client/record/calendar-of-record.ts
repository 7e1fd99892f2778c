import { type CalendarFile, calendarFile } from '@/lib/calendar/calendar-file';
import { chooseLanguage } from '@/lib/self-check/in-language';
import type { Tx } from '../../db/connect';
import { versionsOf } from '../../records/read-record';
import { dayIn } from '../check/times';
import type { OpenLink } from '../links';
import { WORD_LANGUAGES, wordsIn } from '../words';

/** The agreed days of a record in the client's language, or null when there is none. */
export async function calendarOfRecord(
  tx: Tx,
  { link, teamName: team }: OpenLink,
  wishes: string | undefined,
): Promise<CalendarFile | null> {
  const id = link.sessionId ?? '';
  const newest = (await versionsOf(tx, { teamId: link.teamId, id })).at(-1);
  if (!newest) return null;
  const { document, version, madeAt } = newest;
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
