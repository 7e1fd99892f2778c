import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useCallback, useMemo, useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { SelfCheckHead } from '../../self-checks/wire';
import playbooks from '../playbooks/playbooks.module.css';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read, sentenceOf } from '../shell/query-state';
import { Editor } from './editor';
import { keepDraft, readKept } from './kept-checks';
import { CheckPreview } from './preview';
import { selfCheckQuery, selfChecksQuery } from './queries';
import { useOwnCheck } from './use-own-check';

/** One self-check: leads edit their team's as a draft, everybody walks its versions as a client does. */
export function SelfCheckPage({ id, me }: { id: string; me: Member }) {
  const t = useTexts();
  const checks = useQuery(selfChecksQuery);
  const isLead = me.team.role !== 'expert';
  const [reading, setReading] = useState(0);
  const [published, setPublished] = useState<number | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: read anew when the draft was begun, dropped or published
  const kept = useMemo(() => (isLead ? readKept(me.team.id, id) : null), [isLead, me.team.id, id, reading]);
  const again = useCallback(() => setReading((now) => now + 1), []);
  const head = checks.data?.selfChecks.find((one) => one.id === id);
  return (
    <Page
      title={head?.title || kept?.title || t('selfCheckUntitled')}
      back={<Link href="/self-checks">{t('selfCheckBack')}</Link>}
      me={me}
    >
      {published ? <Notice>{t('playbooksPublished', { version: published })}</Notice> : null}
      <Read query={checks}>
        {({ selfChecks }) =>
          kept ? (
            <Editor
              key={reading}
              teamId={me.team.id}
              start={kept}
              newest={head?.version ?? 0}
              onGone={again}
              onPublished={(version) => {
                setPublished(version);
                again();
              }}
            />
          ) : head ? (
            <Versions
              key={head.version}
              head={head}
              me={me}
              taken={selfChecks.map((one) => one.id)}
              onBegun={() => {
                setPublished(null);
                again();
              }}
            />
          ) : (
            <EmptyState title={t('selfCheckMissingPage')} />
          )
        }
      </Read>
    </Page>
  );
}

/** The published versions, to walk through, and for leads the way to a draft. */
function Versions({
  head,
  me,
  taken,
  onBegun,
}: {
  head: SelfCheckHead;
  me: Member;
  taken: readonly string[];
  onBegun: () => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const [version, setVersion] = useState(head.version);
  const check = useQuery(selfCheckQuery({ id: head.id, version }));
  const copy = useOwnCheck(me.team.id, taken);
  const begin = useMutation({
    mutationFn: async () => {
      const newest = await queries.fetchQuery(selfCheckQuery(head));
      keepDraft(me.team.id, head.id, { ...newest, version: newest.version + 1 });
    },
    onSuccess: onBegun,
  });
  const error = begin.error ?? copy.error;
  return (
    <div className={playbooks.section}>
      {me.team.role === 'expert' ? null : (
        <div className={playbooks.actions}>
          {head.from === 'team' ? (
            <Button disabled={begin.isPending} onClick={() => begin.mutate()}>
              {t('playbooksEdit')}
            </Button>
          ) : (
            <Button disabled={copy.isPending} onClick={() => copy.mutate(head)}>
              {t('playbooksCopy')}
            </Button>
          )}
        </div>
      )}
      {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
      {head.version > 1 ? (
        <Select label={t('playbooksVersions')} value={String(version)} onChange={(next) => setVersion(Number(next))}>
          {Array.from({ length: head.version }, (_, at) => head.version - at).map((one) => (
            <option key={one} value={one}>
              {t('playbooksVersion', { version: one })}
            </option>
          ))}
        </Select>
      ) : null}
      <Read query={check}>{(read) => <CheckPreview key={read.version} check={read} />}</Read>
    </div>
  );
}
