import { useQuery } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { Disclosure } from '@/components/ui/disclosure';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { Category } from '@/lib/pitch/flag';
import { membersQuery } from '../api/queries';
import { FILTER_NAMES, type Filters, NO_FILTERS } from './filters';
import styles from './sessions.module.css';

/** Narrows the list when told to, never while one is still choosing. */
export function FilterForm({
  filters,
  experts,
  onShow,
}: {
  filters: Filters;
  /** Whether one may choose among experts. */
  experts: boolean;
  onShow: (filters: Filters) => void;
}) {
  const t = useTexts();
  const [draft, setDraft] = useState(filters);
  const set = (name: keyof Filters) => (value: string) => setDraft({ ...draft, [name]: value });
  const active = FILTER_NAMES.filter((name) => filters[name] !== '').length;
  const [open, setOpen] = useState(active > 0);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onShow(draft);
  };
  return (
    <Disclosure summary={active > 0 ? t('webFiltersSet', active) : t('webFilters')} open={open} onToggle={setOpen}>
      <form className={styles.filters} onSubmit={submit} aria-label={t('webFilters')}>
        {experts ? <ExpertFilter value={draft.expert} onChange={set('expert')} /> : null}
        <TextField label={t('viewClient')} type="search" value={draft.client} onChange={set('client')} />
        <Select label={t('webFilterCategory')} value={draft.category} onChange={set('category')}>
          <option value="">{t('webFilterAny')}</option>
          {Category.options.map((category) => (
            <option key={category} value={category}>
              {t(CATEGORY_NAME[category])}
            </option>
          ))}
        </Select>
        <Select label={t('webFilterDecision')} value={draft.decided} onChange={set('decided')}>
          <option value="">{t('webFilterAny')}</option>
          <option value="true">{t('webReachedShort')}</option>
          <option value="false">{t('webNotReachedShort')}</option>
        </Select>
        <TextField label={t('webFilterFrom')} type="date" value={draft.from} onChange={set('from')} />
        <TextField label={t('webFilterTo')} type="date" value={draft.to} onChange={set('to')} />
        <div className={styles.filterButtons}>
          <Button type="submit" kind="primary">
            {t('webFiltersShow')}
          </Button>
          {active > 0 ? (
            <Button kind="quiet" onClick={() => onShow(NO_FILTERS)}>
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
