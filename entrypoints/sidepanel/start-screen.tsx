import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { PanelNotices } from '@/components/panel-notices/panel-notices';
import { CallSuggestion } from '@/components/start-form/call-suggestion';
import { Deletion } from '@/components/start-form/deletion';
import { EMPTY_DRAFT, type StartDraft, StartForm } from '@/components/start-form/start-form';
import { StartPage } from '@/components/start-form/start-page';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Skeleton } from '@/components/ui/skeleton';
import { useTexts } from '@/components/ui/texts';
import { watchCall } from '@/lib/call/call-memory';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { SentCheck } from '@/lib/self-check/sent';
import { startSession } from '@/lib/session/start-session';
import { besideSession, takeSelfCheck } from '@/lib/session/take-self-check';
import { rememberPlaybook } from '@/lib/storage/playbooks';
import { saveSession } from '@/lib/storage/sessions';
import { at, newId, theStore } from './device';
import { exportEverything, exportOne } from './export-file';
import { listingOf } from './listing';
import { LoadedLater, type Part } from './loaded-later';
import { callQuery, sessionsQuery, shippedQuery, syncStatusQuery, windowQuery } from './queries';
import { openSession, useArrival } from './route';
import { sendAllNow } from './send-all-now';
import { dropDraft, keepDraft, readDraft } from './start-draft';
import { useDeletion } from './use-deletion';
import { useFollowStore, useOffline } from './use-device';
import { useTeamPlaybooks } from './use-team-playbooks';

const COMMENTED: Part<{ here: readonly string[] }> = {
  load: async () => (await import('./commented-desk')).CommentedDesk,
  here: null,
};

const CHECKS: Part<{ onStart: (one: SentCheck, team: string) => void }> = {
  load: async () => (await import('./checks-desk')).ChecksDesk,
  here: null,
};

export function StartScreen() {
  const t = useTexts();
  useFollowStore();
  const offline = useOffline();
  const heading = useArrival<HTMLHeadingElement>();
  const sessions = useQuery(sessionsQuery);
  const status = useQuery(syncStatusQuery);
  const deletion = useDeletion(() => heading.current?.focus());
  return (
    <StartPage
      headingRef={heading}
      listing={listingOf(sessions, t)}
      optionsAddress="/options.html"
      notices={
        <>
          <PanelNotices
            trouble={{ offline, storageFailed: false, conflict: null }}
            onExport={() => void exportEverything()}
            onConflictSeen={() => {}}
          />
          <Deletion
            step={deletion.step}
            onDelete={deletion.onConfirm}
            onClose={deletion.onClose}
            onUndo={deletion.onUndo}
          />
          <LoadedLater
            part={COMMENTED}
            props={{ here: sessions.data?.heads.map(({ id }) => id) ?? [] }}
            meanwhile={null}
          />
          {status.data?.kind === 'signed-out' ? <Notice>{t('startSignedOut')}</Notice> : null}
        </>
      }
      form={<NewSession />}
      onOpen={(id) => openSession(id)}
      onDelete={deletion.onDelete}
      onSendNow={() => void sendAllNow()}
      onExport={(id) => void exportOne(id)}
      onRetry={() => void sessions.refetch()}
    />
  );
}

function NewSession() {
  const t = useTexts();
  const windowId = useQuery(windowQuery).data;
  const call = useCall(windowId);
  const [draft, setDraft] = useDraft(windowId);
  // Which suggestion was answered, and how.
  const [answered, setAnswered] = useState({ named: '', taken: false });
  const [failed, setFailed] = useState(false);
  const shipped = useQuery(shippedQuery);
  const team = useTeamPlaybooks();
  const playbooks = [...(shipped.data ?? []), ...team];
  const suggestion = call && call.kind !== 'none' && (call.client || call.title) ? call : null;
  const named = suggestion ? `${suggestion.host} ${suggestion.client} ${suggestion.title}` : '';

  const ignored = named !== '' && answered.named === named && !answered.taken;

  async function start(typed: StartDraft, playbook: Playbook) {
    try {
      const store = await theStore();
      const beside = call && !ignored ? { kind: call.kind, host: call.host } : ({ kind: 'none', host: '' } as const);
      const begun = startSession(
        {
          client: { name: typed.client, domain: typed.domain },
          title: typed.title,
          people: typed.people.map(({ name, role, side, email }) => ({ name, role, side, ...(email && { email }) })),
          playbook,
          call: beside,
        },
        at(),
      );
      await rememberPlaybook(store, playbook);
      await saveSession(store, typed.selfCheck ? takeSelfCheck(begun, typed.selfCheck, at()) : begun, 0);
      if (windowId !== undefined) await dropDraft(windowId);
      openSession(begun.id, 'note');
    } catch {
      setFailed(true);
    }
  }

  if (shipped.isError) {
    return (
      <Notice
        tone="problem"
        title={t('startPlaybooksFailed')}
        actions={<Button onClick={() => void shipped.refetch()}>{t('uiTryAgain')}</Button>}
      />
    );
  }
  if (!draft || !shipped.data) return <Skeleton label={t('startPlaybooksLoading')} lines={4} />;
  const bring = (one: SentCheck, team: string) => {
    const person = { key: newId(), name: one.name, role: '', side: 'client' as const };
    setDraft({
      ...draft,
      client: draft.client || one.organisation || one.name || one.forName,
      people: one.email || one.name ? [...draft.people, { ...person, email: one.email }] : draft.people,
      selfCheck: besideSession(one, team),
    });
  };
  return (
    <>
      {draft.selfCheck ? (
        <Notice
          title={t('checksAttached', { name: draft.selfCheck.organisation || draft.client || t('checksSomeone') })}
          actions={<Button onClick={() => setDraft({ ...draft, selfCheck: undefined })}>{t('checksDetach')}</Button>}
        />
      ) : (
        <LoadedLater part={CHECKS} props={{ onStart: bring }} meanwhile={null} />
      )}
      {suggestion && answered.named !== named ? (
        <CallSuggestion
          call={suggestion}
          onTake={() => {
            setDraft({ ...draft, client: suggestion.client || draft.client, title: suggestion.title || draft.title });
            setAnswered({ named, taken: true });
          }}
          onIgnore={() => setAnswered({ named, taken: false })}
        />
      ) : null}
      {failed ? <Notice tone="problem" title={t('startSessionFailed')} /> : null}
      <StartForm draft={draft} playbooks={playbooks} newKey={newId} onChange={setDraft} onStart={start} />
    </>
  );
}

function useCall(windowId: number | undefined) {
  const queries = useQueryClient();
  useEffect(() => {
    if (windowId === undefined) return;
    return watchCall(windowId, (call) => queries.setQueryData(['call', windowId], call));
  }, [windowId, queries]);
  return useQuery(callQuery(windowId)).data ?? null;
}

function useDraft(windowId: number | undefined) {
  const [draft, setDraft] = useState<StartDraft | null>(null);
  useEffect(() => {
    if (windowId === undefined) return;
    readDraft(windowId).then(setDraft, () => setDraft(EMPTY_DRAFT));
  }, [windowId]);
  const change = (next: StartDraft) => {
    setDraft(next);
    if (windowId !== undefined) void keepDraft(windowId, next);
  };
  return [draft, change] as const;
}
