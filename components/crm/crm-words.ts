import type { MessageKey, Texts } from '@/components/ui/texts';
import type { DeliveryState } from '@/lib/crm/session-crm';

export const STATE_NAME = {
  waiting: 'crmWaiting',
  sending: 'crmSending',
  doubt: 'crmDoubt',
  done: 'crmDone',
  'needs-match': 'crmNeedsMatch',
  'needs-person': 'crmNeedsPerson',
  'kept-here': 'crmKeptHere',
  removed: 'crmRemoved',
} as const satisfies Record<DeliveryState, MessageKey>;

/** What a code of the API means, in a sentence with what can be done. Vendors' own codes have none. */
const PROBLEM = {
  none: 'crmProblemNone',
  several: 'crmProblemSeveral',
  gone: 'crmProblemGone',
  'in-doubt': 'crmProblemInDoubt',
  'gave-up': 'crmProblemGaveUp',
  auth: 'crmProblemAuth',
  'no-secret': 'crmProblemAuth',
  'token-refused': 'crmProblemAuth',
  'wrong-password': 'crmProblemAuth',
  'right-missing': 'crmProblemRight',
  'address-forbidden': 'crmProblemAddress',
  'receiver-gone': 'crmProblemReceiver',
  'no-such-database': 'crmProblemDatabase',
  'secret-length': 'crmProblemSecret',
  'not-registered': 'crmProblemNotRegistered',
  retry: 'crmProblemAway',
  doubt: 'crmProblemAway',
  unreadable: 'crmProblemAway',
} as const satisfies Record<string, MessageKey>;

export function problemSentence(code: string, t: Texts): string {
  const key = (PROBLEM as Record<string, MessageKey>)[code];
  return key ? t(key) : t('crmProblemOther', { code });
}
