import { Button } from '@/components/ui/button';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { CallKind } from '@/lib/session/session';
import styles from './start-form.module.css';

export type RecognisedCall = { kind: CallKind; host: string; client: string; title: string };

const CALLS: Record<CallKind, MessageKey> = {
  meet: 'callMeet',
  zoom: 'callZoom',
  teams: 'callTeams',
  webex: 'callWebex',
  jitsi: 'callJitsi',
  whereby: 'callWhereby',
  generic: 'callGeneric',
  none: 'callGeneric',
};

/** Offers what the call's tab says about client and title. Nothing is filled in before the expert takes it. */
export function CallSuggestion({
  call,
  onTake,
  onIgnore,
}: {
  call: RecognisedCall;
  onTake: () => void;
  onIgnore: () => void;
}) {
  const t = useTexts();
  return (
    <section className={styles.suggestion} aria-label={t('callSuggestion')}>
      <p className={styles.suggestionLead}>{t('callBeside', { call: t(CALLS[call.kind]) })}</p>
      <dl className={styles.suggested}>
        {call.client ? <Named term={t('startClient')} value={call.client} /> : null}
        {call.title ? <Named term={t('startTitleShort')} value={call.title} /> : null}
      </dl>
      <div className={styles.actions}>
        <Button onClick={onTake}>{t('callTake')}</Button>
        <Button kind="quiet" onClick={onIgnore}>
          {t('callIgnore')}
        </Button>
      </div>
    </section>
  );
}

function Named({ term, value }: { term: string; value: string }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{value}</dd>
    </div>
  );
}
