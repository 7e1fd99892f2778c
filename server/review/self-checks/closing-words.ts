import type { MessageKey } from '@/components/ui/texts';
import type { ClosingId } from '@/lib/self-check/self-check';

/** What each closing says, for the members of the team. */
export const CLOSING_WORDS: Record<ClosingId, MessageKey> = {
  talk: 'selfCheckClosingTalk',
  early: 'selfCheckClosingEarly',
  others: 'selfCheckClosingOthers',
};
export const CLOSINGS: readonly ClosingId[] = ['talk', 'early', 'others'];
