import { useId } from 'react';
import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { NextStep, Side } from '@/lib/session/decision';
import type { Person } from '@/lib/session/session';
import styles from './decision-form.module.css';
import { fieldId } from './field-id';

/** What happens next: each step with an owner on either side and a day. */
export function NextStepsField({
  steps,
  people,
  problemOf,
  newId,
  onChange,
}: {
  steps: readonly NextStep[];
  people: readonly Person[];
  problemOf: (field: string) => string | null;
  newId: () => string;
  onChange: (steps: NextStep[]) => void;
}) {
  const t = useTexts();
  const names = useId();
  const change = (id: string, patch: Partial<NextStep>) =>
    onChange(steps.map((step) => (step.id === id ? { ...step, ...patch } : step)));
  const add = () => onChange([...steps, { id: newId(), text: '', owner: { side: 'client', name: '' }, date: null }]);
  return (
    <>
      <datalist id={names}>
        {people.map((person) => (
          <option key={person.id} value={person.name} />
        ))}
      </datalist>
      {steps.map((step, index) => {
        const field = (name: string) => `nextSteps.${step.id}.${name}`;
        const heading = t('nextStepNumber', { number: index + 1 });
        return (
          <fieldset key={step.id} className={styles.option}>
            <legend className={styles.optionTitle}>{heading}</legend>
            <TextField
              id={fieldId(field('text'))}
              label={t('nextStepText')}
              {...NEEDED}
              problem={problemOf(field('text'))}
              value={step.text}
              onChange={(text) => change(step.id, { text })}
              maxLength={500}
            />
            <div className={styles.trio}>
              <Select
                id={fieldId(field('side'))}
                label={t('nextStepSide')}
                value={step.owner.side}
                onChange={(side) => change(step.id, { owner: { ...step.owner, side: side as Side } })}
              >
                <option value="client">{t('sideClient')}</option>
                <option value="ours">{t('sideOurs')}</option>
              </Select>
              <TextField
                id={fieldId(field('name'))}
                label={t('nextStepName')}
                {...NEEDED}
                problem={problemOf(field('name'))}
                list={names}
                value={step.owner.name}
                onChange={(name) => change(step.id, { owner: { ...step.owner, name } })}
                maxLength={500}
              />
              <TextField
                id={fieldId(field('date'))}
                type="date"
                label={t('nextStepDate')}
                {...NEEDED}
                problem={problemOf(field('date'))}
                value={step.date ?? ''}
                onChange={(date) => change(step.id, { date: date || null })}
              />
            </div>
            <Button
              kind="quiet"
              className={styles.remove}
              aria-label={t('nextStepRemove', { number: index + 1 })}
              onClick={() => onChange(steps.filter(({ id }) => id !== step.id))}
            >
              {t('uiRemove')}
            </Button>
          </fieldset>
        );
      })}
      <div className={styles.actions}>
        <Button onClick={add}>{t('nextStepAdd')}</Button>
      </div>
    </>
  );
}
