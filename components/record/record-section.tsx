import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { ShownLink } from '@/components/ui/shown-link';
import { useTexts } from '@/components/ui/texts';
import { stateOf } from '@/lib/record/state-of';
import { RecordMade, type ResponseAnswer, type SharedRecord } from '@/lib/record/wire';
import { Corrections } from './corrections';
import { dayOf } from './day-of';
import { MailAddress } from './mail-address';
import styles from './record.module.css';
import { RecordHistory } from './record-history';

export type RecordActions = {
  share: () => Promise<RecordMade>;
  /** Ends the address that there is, and makes another one. */
  renew: () => Promise<RecordMade>;
  /** Sends a new address to one person. */
  mail: (to: string) => Promise<RecordMade>;
  revoke: () => Promise<unknown>;
  answer: (responseId: string, answer: ResponseAnswer) => Promise<unknown>;
  /** A failure in a sentence. */
  sentence: (error: unknown) => string;
};

/** The decision record of a session: shared with the client, where it stands between both sides, and what was said. */
export function RecordSection({
  record,
  isOwn,
  actions,
}: {
  record: SharedRecord | null;
  /** Only the session's expert shares and answers. */
  isOwn: boolean;
  actions: RecordActions;
}) {
  const t = useTexts();
  const id = useId();
  const [address, setAddress] = useState<string | null>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  /** An address that was told once stays to be copied until another one, or none, opens the record. */
  const run = async (work: () => Promise<unknown>, endsAddress = false) => {
    setBusy(true);
    setProblem(null);
    try {
      const made = RecordMade.safeParse(await work());
      if (endsAddress || made.data?.address) setAddress(made.data?.address ?? null);
    } catch (error) {
      setProblem(actions.sentence(error));
    } finally {
      setBusy(false);
    }
  };
  return (
    <section aria-labelledby={id} className={styles.record} aria-busy={busy}>
      <h2 id={id} className={styles.title}>
        {t('recordTitle')}
      </h2>
      {problem ? <Notice tone="problem" title={problem} /> : null}
      {record ? (
        <Shared
          record={record}
          isOwn={isOwn}
          busy={busy}
          onShare={() => void run(actions.share)}
          onRenew={() => void run(actions.renew)}
          onRevoke={() => void run(actions.revoke, true)}
          onAnswer={(response, answer) => void run(() => actions.answer(response, answer))}
        />
      ) : (
        <>
          <p className={styles.line}>{t(isOwn ? 'recordWhat' : 'recordNotShared')}</p>
          {isOwn ? (
            <div>
              <Button disabled={busy} onClick={() => void run(actions.share)}>
                {t('recordShare')}
              </Button>
            </div>
          ) : null}
        </>
      )}
      {record?.mail && isOwn ? <MailAddress busy={busy} onMail={(to) => void run(() => actions.mail(to))} /> : null}
      {address ? <ShownLink label={t('recordAddress')} hint={t('recordAddressOnce')} link={address} /> : null}
      {record ? <RecordHistory record={record} /> : null}
    </section>
  );
}

function Shared({
  record,
  isOwn,
  busy,
  onShare,
  onRenew,
  onRevoke,
  onAnswer,
}: {
  record: SharedRecord;
  isOwn: boolean;
  busy: boolean;
  onShare: () => void;
  onRenew: () => void;
  onRevoke: () => void;
  onAnswer: (responseId: string, answer: ResponseAnswer) => void;
}) {
  const t = useTexts();
  return (
    <>
      <State record={record} />
      <Corrections record={record} mayAnswer={isOwn} busy={busy} onAnswer={onAnswer} />
      {record.isBehind ? <p className={styles.line}>{t('recordBehind')}</p> : null}
      {isOwn ? (
        <>
          <p className={styles.soft}>
            {record.link
              ? `${t('recordUntil', { day: dayOf(t('languageTag'), record.link.expiresAt) })} ${t('recordRenewHint')}`
              : t('recordNoAddress')}
          </p>
          <div className={styles.buttons}>
            {record.isBehind ? (
              <Button disabled={busy} onClick={onShare}>
                {t('recordShareNewer')}
              </Button>
            ) : null}
            <Button disabled={busy} onClick={onRenew}>
              {t('recordRenew')}
            </Button>
            {record.link ? (
              <Button kind="quiet" disabled={busy} onClick={onRevoke}>
                {t('recordRevoke')}
              </Button>
            ) : null}
          </div>
        </>
      ) : null}
    </>
  );
}

function State({ record }: { record: SharedRecord }) {
  const t = useTexts();
  const state = stateOf(record.version, record.responses);
  const day = (at: string) => dayOf(t('languageTag'), at);
  const said = {
    waiting: () => t('recordStateWaiting'),
    corrections: () => t('recordStateCorrections', state.kind === 'corrections' ? state.open : 0),
    declined: () => t('recordStateDeclined'),
    confirmed: () => {
      if (state.kind !== 'confirmed') return '';
      const { at, name } = state;
      return name ? t('recordStateConfirmedBy', { day: day(at), name }) : t('recordStateConfirmed', { day: day(at) });
    },
  };
  return (
    <p className={styles.line} role="status">
      {said[state.kind]()}
    </p>
  );
}
