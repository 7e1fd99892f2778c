import { Choice } from '@/components/ui/choice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { Outcome } from '@/lib/session/decision';

export const OUTCOME_WORDS: Record<Outcome, MessageKey> = {
  yes: 'outcomeYes',
  no: 'outcomeNo',
  'not-yet': 'outcomeNotYet',
};

/** Yes, no and not yet: three cards of one size, weight and colour, none chosen beforehand. */
export function OutcomeField({
  id,
  outcome,
  problem,
  onChange,
}: {
  id: string;
  outcome: Outcome | null;
  problem: string | null;
  onChange: (outcome: Outcome) => void;
}) {
  const t = useTexts();
  return (
    <Choice
      id={id}
      legend={t('outcomeLegend')}
      hint={t('outcomeHint')}
      look="cards"
      needed
      options={Outcome.options.map((value) => ({ value, label: t(OUTCOME_WORDS[value]) }))}
      value={outcome}
      problem={problem}
      onChange={onChange}
    />
  );
}
