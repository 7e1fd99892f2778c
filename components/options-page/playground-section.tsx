import { useId, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select, TextArea } from '@/components/ui/text-field';
import { type MessageKey, type Texts, useTexts } from '@/components/ui/texts';
import { Sensitivity } from '@/lib/pitch/flag';
import { StageKind } from '@/lib/playbooks/playbook';
import page from './options-page.module.css';
import type { Finding } from './playground-finding';
import { PlaygroundFindings } from './playground-findings';
import styles from './playground-section.module.css';
import { STAGE_NAME } from './stage-name';

/** The longest text to try, in UTF-16 units. */
export const MOST_TRIED = 20_000;

/** What is tried: the lines, and what the engine is told besides. */
export type Trial = { text: string; sensitivity: Sensitivity; stage: StageKind | null };

/** What came of it. `busy`: newer lines are being looked at, these are of the ones before. */
export type TrialState =
  | { kind: 'empty' | 'loading' | 'failed' }
  | { kind: 'found'; findings: readonly Finding[]; busy: boolean };

const SENSITIVITY_NAME: Record<Sensitivity, MessageKey> = {
  quiet: 'optionsQuiet',
  normal: 'optionsNormal',
  strict: 'optionsStrict',
};

/** Lines to try, and what the panel would flag in them. */
export function PlaygroundSection({
  trial,
  state,
  onChange,
  onTryAgain,
}: {
  trial: Trial;
  state: TrialState;
  onChange: (patch: Partial<Trial>) => void;
  onTryAgain: () => void;
}) {
  const t = useTexts();
  const title = useId();
  const status = useRef<HTMLDivElement>(null);
  return (
    <section className={page.section} aria-labelledby={title}>
      <h2 id={title}>{t('playgroundTitle')}</h2>
      <p>{t('playgroundLead')}</p>
      {/* No spelling help: some browsers send the words away for it. */}
      <TextArea
        label={t('playgroundField')}
        hint={t('playgroundFieldHint')}
        problem={trial.text.length >= MOST_TRIED ? t('playgroundFull') : null}
        value={trial.text}
        onChange={(text) => onChange({ text: text.slice(0, MOST_TRIED) })}
        rows={5}
        maxLength={MOST_TRIED}
        spellCheck="false"
        autoComplete="off"
      />
      <Choices trial={trial} onChange={onChange} />
      <div role="status" ref={status} tabIndex={-1} className={styles.status}>
        {statusWords(state, t)}
      </div>
      {state.kind === 'empty' ? (
        <EmptyState title={t('playgroundEmpty')}>
          <p>{t('playgroundEmptyText')}</p>
        </EmptyState>
      ) : null}
      {state.kind === 'failed' ? (
        <Notice
          tone="problem"
          title={t('playgroundFailed')}
          actions={
            <Button
              onClick={() => {
                status.current?.focus();
                onTryAgain();
              }}
            >
              {t('playgroundTryAgain')}
            </Button>
          }
        />
      ) : null}
      {state.kind === 'found' && state.findings.length > 0 ? (
        <PlaygroundFindings findings={state.findings} busy={state.busy} />
      ) : null}
    </section>
  );
}

function Choices({ trial, onChange }: { trial: Trial; onChange: (patch: Partial<Trial>) => void }) {
  const t = useTexts();
  return (
    <div className={styles.choices}>
      <Select
        label={t('playgroundSensitivity')}
        hint={t('playgroundSensitivityHint')}
        value={trial.sensitivity}
        onChange={(value) => onChange({ sensitivity: Sensitivity.parse(value) })}
      >
        {Sensitivity.options.map((each) => (
          <option key={each} value={each}>
            {t(SENSITIVITY_NAME[each])}
          </option>
        ))}
      </Select>
      <Select
        label={t('playgroundStage')}
        hint={t('playgroundStageHint')}
        value={trial.stage ?? ''}
        onChange={(value) => onChange({ stage: value === '' ? null : StageKind.parse(value) })}
      >
        <option value="">{t('playgroundStageNone')}</option>
        {StageKind.options.map((each) => (
          <option key={each} value={each}>
            {t(STAGE_NAME[each])}
          </option>
        ))}
      </Select>
    </div>
  );
}

function statusWords(state: TrialState, t: Texts): string {
  switch (state.kind) {
    case 'loading':
      return t('playgroundLooking');
    case 'found':
      return state.findings.length > 0 ? t('playgroundFound', state.findings.length) : t('playgroundNothing');
    case 'empty':
    case 'failed':
      return '';
    default:
      throw new Error(`unhandled ${state satisfies never}`);
  }
}
