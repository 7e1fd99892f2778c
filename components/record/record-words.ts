import type { MessageKey } from '@/components/ui/texts';
import type { PartKind } from '@/lib/record/parts';
import type { ResponseKind } from '@/lib/record/record';

export const PART_NAME: Record<PartKind, MessageKey> = {
  to: 'recordPartTo',
  reason: 'recordPartReason',
  objective: 'recordPartObjective',
  good: 'recordPartGood',
  bad: 'recordPartBad',
  step: 'recordPartStep',
  dissent: 'recordPartDissent',
  missing: 'recordPartMissing',
  undecided: 'recordPartUndecided',
};

export const SAID: Record<ResponseKind, MessageKey> = {
  confirm: 'recordSaidConfirm',
  decline: 'recordSaidDecline',
  correct: 'recordSaidCorrect',
  dissent: 'recordSaidDissent',
};
