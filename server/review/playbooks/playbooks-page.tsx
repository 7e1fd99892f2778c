import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { readPlaybookFile } from '@/lib/playbooks/playbook-file';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read, sentenceOf } from '../shell/query-state';
import { ImportFile, PLAYBOOK_REFUSED } from './import-file';
import { PlaybookRow } from './playbook-row';
import styles from './playbooks.module.css';
import { draftsQuery, headsQuery, type PlaybookHead, usageQuery } from './queries';
import { useOwnCopy } from './use-own-copy';

/** The playbooks that the team can begin sessions with, and, for leads, what is being written. */
export function PlaybooksPage({ me }: { me: Member }) {
  const t = useTexts();
  const isLead = me.team.role !== 'expert';
  const heads = useQuery(headsQuery);
  const usage = useQuery(usageQuery);
  const drafts = useQuery({ ...draftsQuery, enabled: isLead });
  const taken = [...(heads.data?.playbooks ?? []), ...(drafts.data?.drafts ?? [])].map(({ id }) => id);
  const make = useOwnCopy(taken);
  const isKnown = heads.data !== undefined && drafts.data !== undefined;
  return (
    <Page title={t('playbooksPage')} lead={t('playbooksLead')} me={me}>
      {isLead && isKnown ? (
        <div className={`${styles.actions} ${styles.section}`}>
          <Button kind="primary" disabled={make.isPending} onClick={() => make.mutate('nothing')}>
            {t('playbooksNew')}
          </Button>
          <ImportFile read={readPlaybookFile} refused={PLAYBOOK_REFUSED} onRead={(draft) => make.mutate({ draft })} />
        </div>
      ) : null}
      {make.error ? <Notice tone="problem">{sentenceOf(make.error, t)}</Notice> : null}
      {isLead ? <Drafts query={drafts} /> : null}
      <section aria-labelledby="playbooks" className={styles.section}>
        <h2 id="playbooks" className="visually-hidden">
          {t('playbooksPage')}
        </h2>
        <Read query={heads}>
          {({ playbooks }) =>
            playbooks.length === 0 ? (
              <EmptyState title={t('playbooksNone')} />
            ) : (
              <ul className={styles.list}>
                {grouped(playbooks).map((versions) => (
                  <PlaybookRow
                    key={versions[0].id}
                    versions={versions}
                    usage={usage.data?.usage.filter(({ id }) => id === versions[0].id) ?? []}
                    onCopy={isLead && isKnown ? (from) => make.mutate(from) : null}
                  />
                ))}
              </ul>
            )
          }
        </Read>
      </section>
    </Page>
  );
}

function Drafts({ query }: { query: Parameters<typeof Read<DraftList>>[0]['query'] }) {
  const t = useTexts();
  return (
    <Read query={query}>
      {({ drafts }) =>
        drafts.length === 0 ? null : (
          <section aria-labelledby="drafts" className={styles.section}>
            <h2 id="drafts" className={styles.heading}>
              {t('playbooksDrafts')}
            </h2>
            <ul className={styles.list}>
              {drafts.map(({ id, title, version, writtenByName: name, writtenAt }) => (
                <li key={id} className={styles.row}>
                  <div className={styles.what}>
                    <p className={styles.name}>
                      <Link href={`/playbooks/${id}`}>{title || t('playbooksUntitled')}</Link>
                    </p>
                    <p className={styles.soft}>
                      {t('playbooksDraftBy', { version, name, when: new Date(writtenAt).toLocaleString() })}
                    </p>
                  </div>
                </li>
              ))}
            </ul>
          </section>
        )
      }
    </Read>
  );
}

type DraftList = Awaited<ReturnType<NonNullable<typeof draftsQuery.queryFn>>>;

/** By playbook, its newest version first. */
function grouped(heads: readonly PlaybookHead[]): [PlaybookHead, ...PlaybookHead[]][] {
  return [...Map.groupBy(heads, ({ id }) => id).values()].map(
    (versions) => versions.sort((a, b) => b.version - a.version) as [PlaybookHead, ...PlaybookHead[]],
  );
}
