import { Button } from '@/components/ui/button';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { moved, type SelfCheckDraft, without } from '@/lib/self-check/draft';
import { ClosingId } from '@/lib/self-check/self-check';
import { OrderButtons } from '../playbooks/order-buttons';
import playbooks from '../playbooks/playbooks.module.css';
import { CLOSING_WORDS, CLOSINGS } from './closing-words';
import { Conditions } from './conditions';
import { useEditing, useProblems } from './editing';

type Criterion = SelfCheckDraft['criteria'][number];

/** Which closing is reached: the first criterion that holds, else the one that stands at the end. */
export function Criteria() {
  const t = useTexts();
  const { draft, change, move, remove } = useEditing();
  const problems = useProblems();
  const { criteria, questions } = draft;
  const set = (at: number, part: Partial<Criterion>) =>
    change({ ...draft, criteria: criteria.map((one, index) => (index === at ? { ...one, ...part } : one)) });
  return (
    <>
      <ol className={playbooks.stages}>
        {criteria.map((criterion, at) => {
          const name = t('selfCheckCriterion', { number: at + 1 });
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: criteria have no other name than their place
            <li key={at} className={playbooks.stage}>
              <div className={playbooks.fields}>
                <span className={playbooks.stageName}>{name}</span>
                <OrderButtons
                  id={`criterion-${at}`}
                  {...{ name, at }}
                  of={criteria.length}
                  onMove={(by) =>
                    move(
                      { ...draft, criteria: moved(criteria, at, by) },
                      `${by < 0 ? 'up' : 'down'}-criterion-${at + by}`,
                    )
                  }
                  onRemove={(what) => remove({ ...draft, criteria: without(criteria, at) }, what)}
                />
                <Conditions
                  legend={t('selfCheckIf')}
                  none={null}
                  name={name}
                  conditions={criterion.when}
                  before={questions.length}
                  problem={problems.ofConditions(`criteria.${at}`) ?? problems.of(`criteria.${at}.when`)}
                  onChange={(when) => set(at, { when })}
                />
                <ClosingChoice
                  label={t('selfCheckThen')}
                  value={criterion.closing}
                  onChange={(closing) => set(at, { closing })}
                />
              </div>
            </li>
          );
        })}
      </ol>
      <div>
        <Button
          disabled={criteria.length >= 20 || questions.length === 0}
          onClick={() => {
            const question = questions[0]?.id ?? '';
            const when: Criterion['when'] = [{ question, is: 'answered', choices: [] }];
            change({ ...draft, criteria: [...criteria, { closing: 'talk', when }] });
          }}
        >
          {t('selfCheckCriterionAdd')}
        </Button>
      </div>
      <ClosingChoice
        label={t('selfCheckOtherwise')}
        value={draft.otherwise}
        onChange={(otherwise) => change({ ...draft, otherwise })}
      />
    </>
  );
}

function ClosingChoice({
  label,
  value,
  onChange,
}: {
  label: string;
  value: ClosingId;
  onChange: (closing: ClosingId) => void;
}) {
  const t = useTexts();
  return (
    <Select label={label} value={value} onChange={(next) => onChange(ClosingId.parse(next))}>
      {CLOSINGS.map((id) => (
        <option key={id} value={id}>
          {t(CLOSING_WORDS[id])}
        </option>
      ))}
    </Select>
  );
}
