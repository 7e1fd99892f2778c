import { type ReactNode, useId } from 'react';
import { Checkbox } from '@/components/ui/checkbox';
import { NEEDED, NeededStar } from '@/components/ui/field';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Decision } from '@/lib/session/decision';
import type { Person } from '@/lib/session/session';
import styles from './decision-form.module.css';
import { fieldId } from './field-id';
import { LinesField } from './lines-field';
import { NextStepsField } from './next-steps-field';
import { OptionsField } from './options-field';
import { OutcomeField } from './outcome-field';

export type DecisionFormProps = {
  decision: Decision;
  people: readonly Person[];
  /** The sentence for a field, once "Finish" was pressed. */
  problemOf: (field: string) => string | null;
  newId: () => string;
  onChange: (patch: Partial<Decision>) => void;
};

/** What both sides weighed and decided, in the order in which a talk gets there. */
export function DecisionForm({ decision, people, problemOf, newId, onChange }: DecisionFormProps) {
  const t = useTexts();
  const text = (field: 'to' | 'reason' | 'missing' | 'dissent') => ({
    id: fieldId(field),
    value: decision[field],
    problem: problemOf(field),
    onChange: (value: string) => onChange({ [field]: value }),
  });
  return (
    <div className={styles.form}>
      <p className={styles.lead}>{t('decideNeeded')}</p>
      <Section title={t('decideOptions')} lead={t('decideOptionsLead')}>
        <OptionsField
          options={decision.options}
          problemOf={problemOf}
          newId={newId}
          onChange={(options) => onChange({ options })}
        />
      </Section>
      <Section title={t('decidePlayback')} lead={t('decidePlaybackLead')}>
        <TextArea
          id={fieldId('playback')}
          {...NEEDED}
          label={t('decidePlaybackText')}
          problem={problemOf('playback')}
          value={decision.playback.text}
          onChange={(value) => onChange({ playback: { ...decision.playback, text: value } })}
          maxLength={10_000}
        />
        <Checkbox
          label={t('decidePlaybackConfirmed')}
          checked={decision.playback.confirmed}
          onChange={(confirmed) => onChange({ playback: { ...decision.playback, confirmed } })}
        />
      </Section>
      <Section title={t('decideTogether')}>
        <OutcomeField
          id={fieldId('outcome')}
          outcome={decision.outcome}
          problem={problemOf('outcome')}
          onChange={(outcome) => onChange({ outcome })}
        />
        <TextField {...text('to')} {...NEEDED} label={t('decideTo')} hint={t('decideToHint')} maxLength={500} />
        <TextArea
          {...text('reason')}
          {...NEEDED}
          label={t('decideReason')}
          hint={t('decideReasonHint')}
          maxLength={10_000}
        />
        {decision.outcome === 'not-yet' ? (
          <>
            <TextArea {...text('missing')} {...NEEDED} label={t('decideMissing')} maxLength={10_000} />
            <TextField
              id={fieldId('lookAgainOn')}
              type="date"
              {...NEEDED}
              label={t('decideLookAgain')}
              problem={problemOf('lookAgainOn')}
              value={decision.lookAgainOn ?? ''}
              onChange={(day) => onChange({ lookAgainOn: day || null })}
            />
          </>
        ) : null}
        <LinesField
          id={fieldId('objectives')}
          label={t('decideObjectives')}
          hint={t('decideObjectivesHint')}
          problem={problemOf('objectives')}
          lines={decision.objectives}
          onChange={(objectives) => onChange({ objectives })}
        />
        <TookPart
          people={people}
          tookPart={decision.tookPart}
          problem={problemOf('tookPart')}
          onChange={(tookPart) => onChange({ tookPart })}
        />
        <TextArea {...text('dissent')} label={t('decideDissent')} hint={t('decideDissentHint')} maxLength={10_000} />
      </Section>
      <Section title={t('decideNextSteps')}>
        <NextStepsField
          steps={decision.nextSteps}
          people={people}
          problemOf={problemOf}
          newId={newId}
          onChange={(nextSteps) => onChange({ nextSteps })}
        />
      </Section>
    </div>
  );
}

function Section({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <h3 id={id} className={styles.heading}>
        {title}
      </h3>
      {lead ? <p className={styles.lead}>{lead}</p> : null}
      {children}
    </section>
  );
}

function TookPart({
  people,
  tookPart,
  problem,
  onChange,
}: {
  people: readonly Person[];
  tookPart: readonly string[];
  problem: string | null;
  onChange: (ids: string[]) => void;
}) {
  const t = useTexts();
  return (
    <fieldset className={styles.people}>
      <legend>
        {t('decideTookPart')}
        {people.length > 0 ? <NeededStar /> : null}
      </legend>
      {people.length === 0 ? <p className={styles.lead}>{t('decideNobody')}</p> : null}
      {people.map(({ id, name, role }, index) => (
        <Checkbox
          key={id}
          {...(index === 0 ? { id: fieldId('tookPart') } : {})}
          label={role ? `${name}, ${role}` : name}
          checked={tookPart.includes(id)}
          onChange={(is) => onChange(is ? [...tookPart, id] : tookPart.filter((other) => other !== id))}
        />
      ))}
      {problem ? <p className={styles.problem}>{problem}</p> : null}
    </fieldset>
  );
}
