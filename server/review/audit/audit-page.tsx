import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useLocation, useSearch } from 'wouter';
import { Button, ButtonLink } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { membersQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read } from '../shell/query-state';
import { BackToTeam } from '../team/back-to-team';
import { ACTION_NAME } from './action-name';
import styles from './audit.module.css';
import { AuditEntry } from './audit-entry';
import { type AuditFilters, auditQuery } from './queries';

const FIELDS = ['action', 'person', 'from', 'to'] as const;

/** Who did and saw what, for admins. The address holds the filters. */
export function AuditPage({ me }: { me: Member }) {
  const t = useTexts();
  const search = useSearch();
  const [, go] = useLocation();
  const given = new URLSearchParams(search);
  const filters: AuditFilters = Object.fromEntries(FIELDS.flatMap((field) => pair(field, given.get(field))));
  const list = useInfiniteQuery({ ...auditQuery(filters), enabled: me.team.role === 'admin' });
  const members = useQuery(membersQuery);
  const set = (field: (typeof FIELDS)[number]) => (value: string) => {
    const next = new URLSearchParams(filters);
    if (value) next.set(field, value);
    else next.delete(field);
    const query = next.toString();
    go(query ? `/team/audit?${query}` : '/team/audit', { replace: true });
  };
  if (me.team.role !== 'admin')
    return (
      <Page title={t('auditTitle')} lead={t('teamAdminsOnly')} me={me} back={<BackToTeam />}>
        {null}
      </Page>
    );
  const query = new URLSearchParams(filters).toString();
  return (
    <Page title={t('auditTitle')} lead={t('auditLead')} me={me} back={<BackToTeam />}>
      <search className={styles.filters} aria-label={t('webFilters')}>
        <Select label={t('auditAction')} value={filters.action ?? ''} onChange={set('action')}>
          <option value="">{t('webFilterAny')}</option>
          {Object.entries(ACTION_NAME).map(([action, key]) => (
            <option key={action} value={action}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Select label={t('auditPerson')} value={filters.person ?? ''} onChange={set('person')}>
          <option value="">{t('webFilterAny')}</option>
          {members.data?.members.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </Select>
        <TextField label={t('webFilterFrom')} type="date" value={filters.from ?? ''} onChange={set('from')} />
        <TextField label={t('auditBefore')} type="date" value={filters.to ?? ''} onChange={set('to')} />
        <ButtonLink href={query ? `/api/audit/export?${query}` : '/api/audit/export'} download="who-did-what.csv">
          {t('auditExport')}
        </ButtonLink>
      </search>
      <Read query={list}>
        {({ pages }) => {
          const entries = pages.flatMap((page) => page.entries);
          return entries.length === 0 ? (
            <EmptyState title={t('auditNothing')} />
          ) : (
            <ol className={styles.list}>
              {entries.map((entry) => (
                <AuditEntry key={entry.id} entry={entry} />
              ))}
            </ol>
          );
        }}
      </Read>
      {list.hasNextPage ? (
        <p>
          <Button disabled={list.isFetchingNextPage} onClick={() => list.fetchNextPage()}>
            {t('webMore')}
          </Button>
        </p>
      ) : null}
    </Page>
  );
}

function pair(field: string, value: string | null): [string, string][] {
  return value ? [[field, value]] : [];
}
