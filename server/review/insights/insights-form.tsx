import { type FormEvent, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { type Insights, InsightsQuery } from '@/lib/insights/insights';
import { monthsBetween } from '@/lib/insights/months';
import type { Chosen } from './address';
import styles from './insights.module.css';

const MOST_MONTHS = 36;

/** Whose sessions, which months and which playbook. Nothing changes before "Show". */
export function InsightsForm({ chosen, shown, scopes, onShow }: InsightsFormProps) {
  const t = useTexts();
  const [changes, setChanges] = useState<Partial<Chosen>>({});
  const draft = { ...chosen, from: chosen.from || shown?.from || '', to: chosen.to || shown?.to || '', ...changes };
  const [isWrong, setWrong] = useState(false);
  const set = (name: keyof Chosen) => (value: string) => setChanges({ ...changes, [name]: value });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { from, to } = draft;
    const right = InsightsQuery.safeParse({ ...(from && { from }), ...(to && { to }) }).success;
    const months = from && to && right ? monthsBetween(from, to).length : 1;
    setWrong(!right || months < 1 || months > MOST_MONTHS);
    if (!right || months < 1 || months > MOST_MONTHS) return;
    onShow(draft);
    setChanges({});
  };
  const month = { type: 'month', placeholder: '2026-03', pattern: '\\d{4}-\\d{2}' };
  const playbooks = shown?.playbooks ?? [];
  const isUnlisted = draft.playbook !== '' && !playbooks.some(({ id }) => id === draft.playbook);
  return (
    <form className={styles.filters} onSubmit={submit} aria-label={t('insightsFilters')} noValidate>
      {scopes ? (
        <Select label={t('insightsScope')} value={draft.scope || 'team'} onChange={set('scope')}>
          <option value="team">{t('insightsTeam')}</option>
          <option value="mine">{t('insightsMine')}</option>
        </Select>
      ) : null}
      <TextField
        label={t('insightsFrom')}
        {...month}
        value={draft.from}
        onChange={set('from')}
        problem={isWrong ? t('insightsPeriodWrong') : null}
      />
      <TextField label={t('insightsTo')} {...month} value={draft.to} onChange={set('to')} />
      <Select label={t('insightsPlaybook')} value={draft.playbook} onChange={set('playbook')}>
        <option value="">{t('insightsAllPlaybooks')}</option>
        {playbooks.map(({ id, title }) => (
          <option key={id} value={id}>
            {title}
          </option>
        ))}
        {isUnlisted ? <option value={draft.playbook}>{draft.playbook}</option> : null}
      </Select>
      <div>
        <Button type="submit" kind="primary">
          {t('insightsShow')}
        </Button>
      </div>
      <p className={styles.note}>{t('insightsRule')}</p>
    </form>
  );
}

type InsightsFormProps = {
  chosen: Chosen;
  /** What is shown now: its months stand where none were chosen. */
  shown: Insights | null;
  /** Whether one may choose between the team and oneself. */
  scopes: boolean;
  onShow: (chosen: Chosen) => void;
};
