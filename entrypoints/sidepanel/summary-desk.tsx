import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { SessionView } from '@/components/session-view/session-view';
import { SummaryView } from '@/components/summary-view/summary-view';
import { useTexts } from '@/components/ui/texts';
import { calendarFile } from '@/lib/calendar/calendar-file';
import type { Playbook } from '@/lib/playbooks/playbook';
import { reopen } from '@/lib/session/finish';
import type { Session } from '@/lib/session/session';
import { summary } from '@/lib/session/summary';
import { summaryMarkdown } from '@/lib/session/summary-markdown';
import { summaryText } from '@/lib/session/summary-text';
import { sendAgain } from '@/lib/storage/outbox';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { deleteSession } from '@/lib/storage/sessions';
import { askToDrain } from '@/lib/sync/drain-message';
import { at, theStore } from './device';
import { download, exportOne } from './export-file';
import { LoadedLater, type Part } from './loaded-later';
import { syncQuery } from './queries';
import { openStart } from './route';
import { useHeld } from './use-session-writer';

const REVIEW: Part<{ session: Session }> = {
  load: async () => (await import('./review-desk')).ReviewDesk,
  here: null,
};

const CRM: Part<{ session: Session }> = {
  load: async () => (await import('./crm-desk')).CrmDesk,
  here: null,
};

const RECORD: Part<{ session: Session }> = {
  load: async () => (await import('./record-desk')).RecordDesk,
  here: null,
};

/** A finished session, wired: where it is, copies of it, and the way back into it. */
export function SummaryDesk({ writer, playbook }: { writer: SessionWriter; playbook: Playbook | null }) {
  const t = useTexts();
  const session = useHeld(writer);
  const sync = useQuery(syncQuery(session.id));
  const [withNotes, setWithNotes] = useState(true);
  const whole = summary(playbook, session, t, { notes: withNotes, locale: t('languageTag') });
  const calendar = calendarFile(session, t);
  const copy = (form: 'markdown' | 'text') =>
    navigator.clipboard.writeText(form === 'markdown' ? summaryMarkdown(whole) : summaryText(whole));
  return (
    <SummaryView
      sync={sync.data ?? null}
      summary={whole}
      withNotes={withNotes}
      onWithNotes={setWithNotes}
      onCopy={copy}
      onPrint={() => print()}
      onCalendar={calendar && (() => download(calendar))}
      onReopen={() => writer.update((now) => reopen(now, at()))}
      onDelete={async () => {
        openStart();
        // This window needs no news of its own deletion.
        await writer.dispose();
        await deleteSession(await theStore(), session.id);
        void askToDrain();
      }}
      onExport={() => void exportOne(session.id)}
      onSendAgain={async () => {
        await sendAgain(await theStore(), session.id);
        void askToDrain(true);
      }}
      review={
        sync.data?.kind === 'with-team' ? (
          <>
            <LoadedLater part={RECORD} props={{ session }} meanwhile={null} />
            <LoadedLater part={CRM} props={{ session }} meanwhile={null} />
            <LoadedLater part={REVIEW} props={{ session }} meanwhile={null} />
          </>
        ) : null
      }
    >
      <SessionView session={session} playbook={playbook} />
    </SummaryView>
  );
}
