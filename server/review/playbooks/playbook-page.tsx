import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'wouter';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { Select } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import type { Playbook } from '@/lib/playbooks/playbook';
import { playbookQuery } from '../api/queries';
import type { Member } from '../shell/members-only';
import { Page } from '../shell/page';
import { Read, sentenceOf } from '../shell/query-state';
import { Editor } from './editor';
import styles from './playbooks.module.css';
import { Preview } from './preview';
import { draftQuery, headsQuery, type PlaybookHead, saveDraft } from './queries';

/** One playbook: leads edit their team's as a draft, everybody reads its versions as the panel shows them. */
export function PlaybookPage({ id, me }: { id: string; me: Member }) {
  const t = useTexts();
  const heads = useQuery(headsQuery);
  const versions = heads.data?.playbooks.filter((one) => one.id === id).sort((a, b) => b.version - a.version) ?? [];
  const isLead = me.team.role !== 'expert';
  const [published, setPublished] = useState<number | null>(null);
  return (
    <Page
      title={versions[0]?.title || t('playbooksUntitled')}
      back={<Link href="/playbooks">{t('playbooksBack')}</Link>}
      me={me}
    >
      {published ? <Notice>{t('playbooksPublished', { version: published })}</Notice> : null}
      <Read query={heads}>
        {() =>
          isLead && versions[0]?.from !== 'eitherway' ? (
            <Own id={id} versions={versions} onPublished={setPublished} />
          ) : (
            <Versions id={id} versions={versions} />
          )
        }
      </Read>
    </Page>
  );
}

/** A playbook of the team's: its draft, or its versions with a way to edit. */
function Own({
  id,
  versions,
  onPublished,
}: {
  id: string;
  versions: PlaybookHead[];
  onPublished: (version: number) => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const draft = useQuery(draftQuery(id));
  const newest = useQuery({
    ...playbookQuery({ id, version: versions[0]?.version ?? 0 }),
    enabled: versions.length > 0,
  });
  const [reading, setReading] = useState(0);
  const again = () => {
    setReading(reading + 1);
    void queries.resetQueries({ queryKey: draftQuery(id).queryKey });
  };
  const begin = useMutation({
    mutationFn: (from: Playbook) => saveDraft({ ...from, version: from.version + 1 } as PlaybookDraft, 0),
    onSettled: again,
  });
  return (
    <Read query={draft}>
      {(stored) =>
        stored ? (
          versions.length > 0 && newest.data === undefined ? (
            <Read query={newest}>{() => null}</Read>
          ) : (
            <Editor
              key={reading}
              stored={stored}
              last={newest.data ?? null}
              onGone={again}
              onPublished={(version) => {
                onPublished(version);
                again();
              }}
            />
          )
        ) : (
          <>
            {versions.length > 0 ? (
              <Button
                disabled={!newest.data || begin.isPending}
                onClick={() => newest.data && begin.mutate(newest.data)}
              >
                {t('playbooksEdit')}
              </Button>
            ) : null}
            {begin.error ? <Notice tone="problem">{sentenceOf(begin.error, t)}</Notice> : null}
            <Versions id={id} versions={versions} />
          </>
        )
      }
    </Read>
  );
}

function Versions({ id, versions }: { id: string; versions: PlaybookHead[] }) {
  const t = useTexts();
  const [chosen, setChosen] = useState<number | null>(null);
  const version = chosen ?? versions[0]?.version ?? 0;
  const playbook = useQuery({ ...playbookQuery({ id, version }), enabled: version > 0 });
  if (version === 0) return <EmptyState title={t('playbooksNone')} />;
  return (
    <div className={styles.section}>
      {versions.length > 1 ? (
        <Select label={t('playbooksVersions')} value={String(version)} onChange={(next) => setChosen(Number(next))}>
          {versions.map((one) => (
            <option key={one.version} value={one.version}>
              {t('playbooksVersion', { version: one.version })}
            </option>
          ))}
        </Select>
      ) : null}
      <Read query={playbook}>
        {(read) => (read ? <Preview key={read.version} playbook={read} /> : <EmptyState title={t('playbooksNone')} />)}
      </Read>
    </div>
  );
}
