import { useId, useState } from 'react';
import { When } from '@/components/session-view/when';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { Match, MatchChoice, NoteAtCrm } from '@/lib/crm/session-crm';
import styles from './crm.module.css';
import { problemSentence } from './crm-words';
import { MatchChooser } from './match-chooser';

/** What can be done for one session's notes; each rejects with what `sentence` says. */
export type CrmActions = {
  choose(connectionId: string, choice: MatchChoice): Promise<unknown>;
  find(connectionId: string, query: { email: string } | { domain: string }): Promise<Match[]>;
  retry(connectionId: string): Promise<unknown>;
  sentence(error: unknown): string;
};

/** Where a session's note stands in every CRM: there since when, waiting, or what to do. Nothing without a CRM. */
export function CrmNotes({ notes, actions }: { notes: readonly NoteAtCrm[]; actions: CrmActions }) {
  const t = useTexts();
  const id = useId();
  const whole = notes.filter(({ kind, state }) => kind === 'note' && state !== 'removed');
  if (whole.length === 0) return null;
  return (
    <section aria-labelledby={id}>
      <h2 id={id}>{t('crmTitle')}</h2>
      <ul className={styles.notes}>
        {whole.map((note) => (
          <NoteThere
            key={note.connectionId}
            note={note}
            beside={notes.filter(({ connectionId, kind }) => connectionId === note.connectionId && kind !== 'note')}
            actions={actions}
          />
        ))}
      </ul>
    </section>
  );
}

function NoteThere({ note, beside, actions }: { note: NoteAtCrm; beside: readonly NoteAtCrm[]; actions: CrmActions }) {
  const t = useTexts();
  const [moving, setMoving] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const failing = beside.filter(({ state }) => state === 'needs-person');
  const run = async (doing: () => Promise<unknown>) => {
    setBusy(true);
    try {
      await doing();
      setProblem(null);
      setMoving(false);
    } catch (error) {
      setProblem(actions.sentence(error));
    } finally {
      setBusy(false);
    }
  };
  const asks = note.state === 'needs-match' || moving;
  return (
    <li className={styles.note}>
      <p>
        <Where note={note} />
        {note.url ? (
          <>
            {' '}
            <a href={note.url} target="_blank" rel="noreferrer">
              {t('crmOpen', { crm: note.crmName })}
            </a>
          </>
        ) : null}
      </p>
      {note.paused && note.state !== 'done' ? <p className={styles.soft}>{t('crmPausedNow')}</p> : null}
      {note.shortened ? <p className={styles.soft}>{t('crmShortened')}</p> : null}
      {note.problem && note.state !== 'done' ? <p className={styles.soft}>{problemSentence(note.problem, t)}</p> : null}
      {failing.map(({ kind, problem: code }) => (
        <p key={kind} className={styles.soft}>
          {t(kind === 'fields' ? 'crmFieldsFailed' : 'crmStepFailed')} {code ? problemSentence(code, t) : null}
        </p>
      ))}
      {asks ? (
        <MatchChooser
          note={note}
          busy={busy}
          onFind={(query) => actions.find(note.connectionId, query)}
          onChoose={(choice) => void run(() => actions.choose(note.connectionId, choice))}
          sentence={actions.sentence}
        />
      ) : (
        <div className={styles.buttons}>
          {note.state === 'needs-person' || failing.length > 0 || note.state === 'doubt' ? (
            <Button disabled={busy} onClick={() => void run(() => actions.retry(note.connectionId))}>
              {t('crmRetry')}
            </Button>
          ) : null}
          {note.state === 'done' || note.state === 'kept-here' || note.problem === 'gone' ? (
            <Button kind="quiet" onClick={() => setMoving(true)}>
              {t(note.state === 'kept-here' ? 'crmSendAfterAll' : 'crmOtherRecord')}
            </Button>
          ) : null}
        </div>
      )}
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
    </li>
  );
}

/** "In HubSpot, 2 Mar 2026, 12:00", or what it waits for. */
function Where({ note: { state, crmName, connectionName, deliveredAt, nextAt } }: { note: NoteAtCrm }) {
  const t = useTexts();
  const crm = connectionName === crmName ? crmName : `${crmName} (${connectionName})`;
  switch (state) {
    case 'done':
      return (
        <>
          {t('crmIn', { crm })}
          {deliveredAt ? (
            <>
              , <When at={deliveredAt} />
            </>
          ) : null}
          .
        </>
      );
    case 'waiting':
    case 'sending':
    case 'doubt':
      return (
        <>
          {t(state === 'doubt' ? 'crmLookingIn' : 'crmWaitsFor', { crm })}
          {nextAt && Date.parse(nextAt) > Date.now() ? (
            <>
              {' '}
              {t('crmNext')} <When at={nextAt} />.
            </>
          ) : null}
        </>
      );
    case 'needs-match':
      return <>{t('crmWhichIn', { crm })}</>;
    case 'needs-person':
      return <>{t('crmNotIn', { crm })}</>;
    case 'kept-here':
      return <>{t('crmStaysHere', { crm })}</>;
    case 'removed':
      return null;
    default:
      throw new Error(`unhandled ${state satisfies never}`);
  }
}
