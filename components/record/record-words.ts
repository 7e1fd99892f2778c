import type { MessageKey } from '@/components/ui/texts';
import type { Change } from '@/lib/record/changes';
import type { ResponseKind } from '@/lib/record/record';

export const PART_NAME: Record<Change['kind'], MessageKey> = {
  outcome: 'recordPartOutcome',
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

export const OUTCOME: Record<string, MessageKey> = {
  '': 'viewUndecided',
  yes: 'outcomeYes',
  no: 'outcomeNo',
  'not-yet': 'outcomeNotYet',
};
