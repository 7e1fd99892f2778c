import { useQuery } from '@tanstack/react-query';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { readCheckFile } from '@/lib/self-check/check-file';
import { ImportFile, type RefusedWords } from '../playbooks/import-file';
import styles from '../playbooks/playbooks.module.css';
import type { Member } from '../shell/members-only';
import { Read, sentenceOf } from '../shell/query-state';
import { CheckRow } from './check-row';
import { keptDrafts } from './kept-checks';
import { selfChecksQuery } from './queries';
import { useOwnCheck } from './use-own-check';

const REFUSED: RefusedWords = {
  'too-large': 'selfCheckFileTooLarge',
  'no-json': 'selfCheckFileNoJson',
  'wrong-form': 'selfCheckFileWrongForm',
} satisfies Record<string, MessageKey>;

/** The self-checks of the team and those that ship; for leads, what is being written in this browser. */
export function CheckList({ me }: { me: Member }) {
  const t = useTexts();
  const isLead = me.team.role !== 'expert';
  const checks = useQuery(selfChecksQuery);
  const drafts = isLead ? keptDrafts(me.team.id) : [];
  const make = useOwnCheck(
    me.team.id,
    [...(checks.data?.selfChecks ?? []), ...drafts].map(({ id }) => id),
  );
  return (
    <section aria-labelledby="checks" className={styles.section}>
      <h2 id="checks" className={styles.heading}>
        {t('selfCheckPage')}
      </h2>
      {isLead && checks.data ? (
        <div className={styles.actions}>
          <Button disabled={make.isPending} onClick={() => make.mutate('nothing')}>
            {t('selfCheckNew')}
          </Button>
          <ImportFile read={readCheckFile} refused={REFUSED} onRead={(draft) => make.mutate({ draft })} />
        </div>
      ) : null}
      {make.error ? <Notice tone="problem">{sentenceOf(make.error, t)}</Notice> : null}
      {drafts.length > 0 ? (
        <ul className={styles.list} aria-label={t('playbooksDrafts')}>
          {drafts.map(({ id, title, version }) => (
            <li key={id} className={styles.row}>
              <div className={styles.what}>
                <p className={styles.name}>
                  <Link href={`/self-checks/${id}`}>{title || t('selfCheckUntitled')}</Link>
                </p>
                <p className={styles.soft}>{t('selfCheckDraftHere', { version })}</p>
              </div>
            </li>
          ))}
        </ul>
      ) : null}
      <Read query={checks}>
        {({ selfChecks }) => (
          <ul className={styles.list}>
            {selfChecks.map((one) => (
              <CheckRow key={one.id} check={one} onCopy={isLead ? () => make.mutate(one) : null} />
            ))}
          </ul>
        )}
      </Read>
    </section>
  );
}
