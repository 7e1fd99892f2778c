import { Button } from '@/components/ui/button';
import { useTexts } from '@/components/ui/texts';
import { without } from '@/lib/self-check/draft';
import type { Condition } from '@/lib/self-check/self-check';
import playbooks from '../playbooks/playbooks.module.css';
import { ConditionFields } from './condition-fields';
import { useEditing } from './editing';
import styles from './self-checks.module.css';

const MOST = 10;

/** What has to hold, all of it; each condition looks at a question that comes before. */
export function Conditions({
  legend,
  none,
  name,
  conditions,
  before,
  problem,
  onChange,
}: {
  legend: string;
  /** What it means that there is no condition; null where there has to be one. */
  none: string | null;
  /** Of what the conditions belong to. */
  name: string;
  conditions: readonly Condition[];
  /** The place of the first question that may not be looked at. */
  before: number;
  problem: string | null;
  onChange: (conditions: Condition[]) => void;
}) {
  const t = useTexts();
  const { draft } = useEditing();
  const last = draft.questions.slice(0, before).at(-1);
  return (
    <fieldset className={styles.group}>
      <legend className={styles.legend}>{legend}</legend>
      {none !== null && conditions.length === 0 ? <p className={styles.hint}>{none}</p> : null}
      {conditions.length > 1 ? <p className={styles.hint}>{t('selfCheckAllHold')}</p> : null}
      {conditions.map((condition, at) => (
        <ConditionFields
          // biome-ignore lint/suspicious/noArrayIndexKey: conditions have no other name than their place
          key={at}
          condition={condition}
          number={at + 1}
          before={before}
          onChange={(next) => onChange(conditions.map((one, index) => (index === at ? next : one)))}
          onRemove={() => onChange(without(conditions, at))}
        />
      ))}
      {problem ? <p className={playbooks.wrong}>{problem}</p> : null}
      {last ? (
        <div>
          <Button
            disabled={conditions.length >= MOST}
            aria-label={t('selfCheckConditionAddNamed', { name })}
            onClick={() => onChange([...conditions, { question: last.id, is: 'answered', choices: [] }])}
          >
            {t('selfCheckConditionAdd')}
          </Button>
        </div>
      ) : null}
    </fieldset>
  );
}
