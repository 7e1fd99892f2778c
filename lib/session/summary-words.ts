import type { Decision, Side } from './decision';

/** The words of a summary, by key: given in, so that a summary speaks the language of its reader. */
export type SummaryKey =
  | `summary${'NoClient' | 'Topic' | 'Date' | 'People' | 'Playbook' | 'Decision' | 'Decided' | 'WhyOpen' | 'To' | 'Reason'}`
  | `summary${'Missing' | 'LookAgain' | 'Objectives' | 'Options' | 'Playback' | 'Confirmed' | 'Unconfirmed' | 'TookPart'}`
  | `summary${'Dissent' | 'NextSteps' | 'NoDay' | 'Leave' | 'Elsewhere' | 'WithUs' | 'Other' | 'Good' | 'Bad' | 'Asked'}`
  | `summary${'Skipped' | 'SkippedOnly' | 'NotRelevant' | 'NotAsked' | 'OpenCount' | 'FreeNotes' | 'Talk' | 'Yes' | 'No' | 'NotYet'}`
  | `summary${'Undecided' | 'SideClient' | 'SideOurs'}`;
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
