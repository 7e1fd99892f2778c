import type { Decision, Side } from './decision';
import type { QuestionState } from './session';

/** The words of a summary, by key: given in, so that a summary speaks the language of its reader. */
export type SummaryKey =
  | `summary${'NoClient' | 'Topic' | 'Date' | 'People' | 'Playbook' | 'Decision' | 'Decided' | 'WhyOpen' | 'To' | 'Reason'}`
  | `summary${'Missing' | 'LookAgain' | 'Objectives' | 'Options' | 'Playback' | 'Confirmed' | 'Unconfirmed' | 'TookPart'}`
  | `summary${'Dissent' | 'NextSteps' | 'NoDay' | 'Leave' | 'Elsewhere' | 'WithUs' | 'Other' | 'Good' | 'Bad' | 'Asked'}`
  | `summary${'Skipped' | 'SkippedOnly' | 'NotRelevant' | 'NotAsked' | 'OpenCount' | 'FreeNotes' | 'Talk' | 'Yes' | 'No' | 'NotYet'}`
  | `summary${'Undecided' | 'SideClient' | 'SideOurs' | 'Notes'}`;
export type SummaryWords = (key: SummaryKey, ...args: (number | Record<string, string | number>)[]) => string;

export function outcomeWords(outcome: Decision['outcome'], t: SummaryWords): string {
  switch (outcome) {
    case 'yes':
      return t('summaryYes');
    case 'no':
      return t('summaryNo');
    case 'not-yet':
      return t('summaryNotYet');
    case null:
      return t('summaryUndecided');
    default:
      throw new Error(`unhandled ${outcome satisfies never}`);
  }
}

export function sideWords(side: Side, t: SummaryWords): string {
  return side === 'client' ? t('summarySideClient') : t('summarySideOurs');
}

/** What became of a question; without its reason where that is not wanted. */
export function stateWords(state: QuestionState['state'], reason: string, t: SummaryWords): string {
  switch (state) {
    case 'asked':
      return t('summaryAsked');
    case 'skipped':
      return reason ? t('summarySkipped', { reason }) : t('summarySkippedOnly');
    case 'not-relevant':
      return t('summaryNotRelevant');
    case 'open':
      return t('summaryNotAsked');
    default:
      throw new Error(`unhandled ${state satisfies never}`);
  }
}
