import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { STAGE_NAME } from '@/components/options-page/stage-name';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Category } from '@/lib/pitch/flag';
import { StageKind } from '@/lib/playbooks/playbook';
import { Need } from '@/lib/review/review';
import { membersQuery } from '../api/queries';
import { countOf, type Filters, NO_FILTERS } from './filters';
import { NEED_NAME } from './need-name';
import { playbookHeadsQuery } from './queries';
import styles from './sessions.module.css';

/** Narrows the list when told to, never while one is still choosing. */
export function FilterForm({
  filters,
  experts,
  onShow,
}: {
  filters: Filters;
  /** Whether one reads a team: then one may choose among experts and by what was reviewed. */
  experts: boolean;
  onShow: (filters: Filters) => void;
}) {
  const t = useTexts();
  const [draft, setDraft] = useState(filters);
  const set = (name: keyof Filters) => (value: string) => setDraft({ ...draft, [name]: value });
  // The words that are looked for stand in a field of their own.
  const active = countOf({ ...filters, text: '' });
  const [open, setOpen] = useState(active > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onShow({ ...draft, text: filters.text, order: filters.order });
  };
  const choice = (name: keyof Filters, label: string, options: readonly (readonly [string, string])[]) => (
    <Select label={label} value={draft[name]} onChange={set(name)}>
      <option value="">{t('webFilterAny')}</option>
      {options.map(([value, words]) => (
        <option key={value} value={value}>
          {words}
        </option>
      ))}
    </Select>
  );
  return (
    <Disclosure summary={active > 0 ? t('webFiltersSet', active) : t('webFilters')} open={open} onToggle={setOpen}>
      <form className={styles.filters} onSubmit={submit} aria-label={t('webFilters')}>
        {experts ? <ExpertFilter value={draft.expert} onChange={set('expert')} /> : null}
        <TextField label={t('viewClient')} type="search" value={draft.client} onChange={set('client')} />
        {choice(
          'category',
          t('webFilterCategory'),
          Category.options.map((one) => [one, t(CATEGORY_NAME[one])]),
        )}
        {choice(
          'stage',
          t('queueFilterStage'),
          StageKind.options.map((one) => [one, t(STAGE_NAME[one])]),
        )}
        <PlaybookFilter value={draft.playbook} onChange={set('playbook')} />
        {choice('decided', t('webFilterDecision'), [
          ['true', t('webReachedShort')],
          ['false', t('webNotReachedShort')],
        ])}
        {choice('reviewed', t('queueFilterReviewed'), [
          ['false', t('queueNotReviewed')],
          ['true', t('queueReviewed')],
        ])}
        {choice(
          'need',
          t('queueFilterNeed'),
          Need.options.map((one) => [one, t(NEED_NAME[one])]),
        )}
        <TextField label={t('webFilterFrom')} type="date" value={draft.from} onChange={set('from')} />
        <TextField label={t('webFilterTo')} type="date" value={draft.to} onChange={set('to')} />
        <div className={styles.filterButtons}>
          <Button type="submit" kind="primary">
            {t('webFiltersShow')}
          </Button>
          {active > 0 ? (
            <Button kind="quiet" onClick={() => onShow({ ...NO_FILTERS, text: filters.text, order: filters.order })}>
              {t('webFiltersClear')}
            </Button>
          ) : null}
        </div>
      </form>
    </Disclosure>
  );
}

function ExpertFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTexts();
  const { data } = useQuery(membersQuery);
  return (
    <Select label={t('webExpert')} value={value} onChange={onChange}>
      <option value="">{t('webFilterAny')}</option>
      {data?.members.map((member) => (
        <option key={member.id} value={member.id}>
          {member.name}
        </option>
      ))}
      {value && data && !data.members.some((member) => member.id === value) ? (
        <option value={value}>{t('webFormerMember')}</option>
      ) : null}
    </Select>
  );
}

function PlaybookFilter({ value, onChange }: { value: string; onChange: (id: string) => void }) {
  const t = useTexts();
  const { data } = useQuery(playbookHeadsQuery);
  const titles = new Map(data?.playbooks.map(({ id, title }) => [id, title]));
  return (
    <Select label={t('queueFilterPlaybook')} value={value} onChange={onChange}>
      <option value="">{t('webFilterAny')}</option>
      {[...titles].map(([id, title]) => (
        <option key={id} value={id}>
          {title}
        </option>
      ))}
      {value && data && !titles.has(value) ? <option value={value}>{value}</option> : null}
    </Select>
  );
}
