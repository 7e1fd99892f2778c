import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { When } from '@/components/session-view/when';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { LinkHead, SelfCheckHead } from '../../self-checks/wire';
import styles from '../playbooks/playbooks.module.css';
import { Confirm } from '../shell/confirm';
import type { Member } from '../shell/members-only';
import { Read, sentenceOf } from '../shell/query-state';
import { LinkForm } from './link-form';
import { endLink, linksQuery, selfChecksQuery } from './queries';

/** The links that lead clients to a self-check: making one, and those that there are. */
export function Links({ me }: { me: Member }) {
  const t = useTexts();
  const checks = useQuery(selfChecksQuery);
  const links = useQuery(linksQuery);
  const heads = checks.data?.selfChecks ?? [];
  return (
    <section aria-labelledby="links" className={styles.section}>
      <h2 id="links" className={styles.heading}>
        {t('selfCheckLinks')}
      </h2>
      {heads.length > 0 ? <LinkForm checks={heads} sendsMail={me.mail} /> : null}
      <Read query={links}>
        {(read) =>
          read.links.length === 0 ? (
            <EmptyState title={t('selfCheckLinksNone')}>{t('selfCheckLinksNoneText')}</EmptyState>
          ) : (
            <ul className={styles.list} aria-label={t('selfCheckLinksMade')}>
              {read.links.map((link) => (
                <LinkRow key={link.id} link={link} checks={heads} me={me} />
              ))}
            </ul>
          )
        }
      </Read>
    </section>
  );
}

function LinkRow({ link, checks, me }: { link: LinkHead; checks: readonly SelfCheckHead[]; me: Member }) {
  const t = useTexts();
  const queries = useQueryClient();
  const end = useMutation({
    mutationFn: () => endLink(link.id),
    onSettled: () => queries.invalidateQueries(linksQuery),
  });
  const isOpen = link.revokedAt === null && new Date(link.expiresAt) > new Date();
  // Experts end their own links; the API holds to it by more than the name.
  const mayEnd = isOpen && (me.team.role !== 'expert' || link.madeByName === me.user.name);
  const name = link.forName || link.forEmail || t('selfCheckForAnyone');
  return (
    <li className={styles.row}>
      <div className={styles.what}>
        <p className={styles.name}>{name}</p>
        <p className={styles.soft}>
          {checks.find(({ id }) => id === link.selfCheckId)?.title ?? link.selfCheckId}
          {link.forName && link.forEmail ? ` · ${link.forEmail}` : ''}
          {link.times.length > 0 ? ` · ${t('selfCheckTimesOffered', link.times.length)}` : ''}
        </p>
        <p className={styles.soft}>
          {t('selfCheckMadeBy', { name: link.madeByName })} <When at={link.madeAt} /> · <State link={link} />
        </p>
        {end.error ? <Notice tone="problem">{sentenceOf(end.error, t)}</Notice> : null}
      </div>
      {mayEnd ? (
        <Confirm
          label={t('selfCheckEndLink')}
          name={t('selfCheckEndLinkNamed', { name })}
          question={t('selfCheckEndLinkSure')}
          text={t('selfCheckEndLinkText')}
          answer={t('selfCheckEndLink')}
          busy={end.isPending}
          onDo={() => end.mutate()}
        />
      ) : null}
    </li>
  );
}

function State({ link: { revokedAt, expiresAt } }: { link: LinkHead }) {
  const t = useTexts();
  if (revokedAt)
    return (
      <>
        {t('selfCheckEndedOn')} <When at={revokedAt} />
      </>
    );
  const isOver = new Date(expiresAt) <= new Date();
  return (
    <>
      {t(isOver ? 'selfCheckOverSince' : 'selfCheckOpenUntil')} <When at={expiresAt} />
    </>
  );
}
