import type { MessageKey } from '@/components/ui/texts';
import type { Need } from '@/lib/review/review';

/** Why a session should be looked at, in words. */
export const NEED_NAME: Record<Need, MessageKey> = {
  'look-asked': 'queueNeedLookAsked',
  'open-dispute': 'queueNeedOpenDispute',
  'sure-flag': 'queueNeedSureFlag',
  undecided: 'queueNeedUndecided',
};
