import { useEffect, useState } from 'react';
import { PanelNotices } from '@/components/panel-notices/panel-notices';
import { Clock } from '@/components/sequence/clock';
import { SessionHeader } from '@/components/sequence/session-header';
import { ShortcutsDialog } from '@/components/sequence/shortcuts-dialog';
import { FactsDialog } from '@/components/start-form/facts-dialog';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Sensitivity } from '@/lib/pitch/flag';
import type { Playbook } from '@/lib/playbooks/playbook';
import { elapsedMinutes } from '@/lib/session/clock';
import { writeFacts } from '@/lib/session/facts';
import { moveTo } from '@/lib/session/sequence';
import type { SessionWriter, WriterConflict } from '@/lib/storage/session-writer';
import { DecideDesk } from './decide-desk';
import { at, newId } from './device';
import { exportOne } from './export-file';
import { openStart, renameSession, useArrival } from './route';
import { SaveWords, useWriterState } from './save-words';
import { SequenceDesk } from './sequence-desk';
import styles from './session-screen.module.css';
import { SummaryDesk } from './summary-desk';
import { useOffline } from './use-device';
import { sameButNotes, useHeld } from './use-session-writer';
import { useShortcuts } from './use-shortcuts';

/** The session at work: its questions, its decision, or, when finished, its summary. */
export function SessionDesk({
  writer,
  playbook,
  sensitivity,
  copied,
  onCopySeen,
}: {
  writer: SessionWriter;
  playbook: Playbook | null;
  sensitivity: Sensitivity;
  /** The copy in which the edits of this window go on. */
  copied: Extract<WriterConflict, { kind: 'copied' }> | null;
  onCopySeen: () => void;
}) {
  const t = useTexts();
  const session = useHeld(writer, sameButNotes);
  const heading = useArrival<HTMLHeadingElement>();
  const offline = useOffline();
  const [listing, setListing] = useState(false);
  const [editing, setEditing] = useState(false);
  const failed = useWriterState(writer) === 'failed';
  const finished = session.finishedAt !== null;
  const view = playbook ? session.cursor.view : 'decide';
  const show = (part: 'sequence' | 'decide') => writer.update((now) => moveTo(now, { ...now.cursor, view: part }));
  useEffect(() => {
    if (copied) renameSession(copied.copy.id);
  }, [copied]);
  useFocusOnPart(heading, finished ? 'summary' : view);
  useShortcuts(writer, playbook, { onList: () => setListing(true) });
  return (
    <div className={styles.page}>
      <SessionHeader
        client={session.client.name}
        title={session.title}
        part={finished ? null : view}
        headingRef={heading}
        aside={
          <>
            {finished ? null : (
              <Clock elapsed={(now) => elapsedMinutes(session, now)} planned={session.plannedMinutes} />
            )}
            {finished ? null : <SaveWords writer={writer} />}
          </>
        }
        onBack={() => void writer.flush().then(openStart)}
        onPart={show}
        onEdit={finished ? null : () => setEditing(true)}
        onShortcuts={() => setListing(true)}
      />
      <main className={styles.main}>
        <PanelNotices
          trouble={{ offline, storageFailed: failed, conflict: copied && (copied.stored ? 'changed' : 'deleted') }}
          onExport={() => void exportOne(writer.current().id, writer.current())}
          onConflictSeen={onCopySeen}
        />
        {playbook ? null : <Notice>{t('sessionNoPlaybook')}</Notice>}
        {finished ? (
          <SummaryDesk writer={writer} playbook={playbook} />
        ) : view === 'decide' || !playbook ? (
          <DecideDesk writer={writer} />
        ) : (
          <SequenceDesk writer={writer} playbook={playbook} sensitivity={sensitivity} session={session} />
        )}
      </main>
      <FactsDialog
        open={editing}
        session={session}
        newId={newId}
        onSave={(facts) => writer.update((now) => writeFacts(now, facts, at()))}
        onClose={() => setEditing(false)}
      />
      <ShortcutsDialog open={listing} onClose={() => setListing(false)} />
    </div>
  );
}

/** The heading gets the focus when the part of the session changes, so that a screen reader begins there. */
function useFocusOnPart(heading: React.RefObject<HTMLElement | null>, part: string) {
  const [last, setLast] = useState(part);
  useEffect(() => {
    if (part === last) return;
    setLast(part);
    heading.current?.focus();
    scrollTo({ top: 0 });
  }, [part, last, heading]);
}
