import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Choice } from '@/components/ui/choice';
import { useTexts } from '@/components/ui/texts';
import type { Playbook } from '@/lib/playbooks/playbook';
import type { SelfCheckOfSession } from '@/lib/self-check/sent';
import { plannedMinutes } from '@/lib/session/start-session';
import { type DraftFacts, FactsFields, leadToMissing } from './facts-fields';
import styles from './start-form.module.css';

/** What is typed before a session starts; kept by the host, so that closing the panel loses none of it. */
export type StartDraft = DraftFacts & {
  playbook: string;
  /** What the client wrote by themselves, when it is to go along. */
  selfCheck?: SelfCheckOfSession | undefined;
};

export const EMPTY_DRAFT: StartDraft = { client: '', title: '', people: [], playbook: '' };

/** The one string that names a playbook and its version in a draft. */
export function playbookKey({ id, version }: Pick<Playbook, 'id' | 'version'>): string {
  return `${id}@${version}`;
}

/** Client, people and playbook of a new session. Only the client's name and a playbook are needed. */
export function StartForm({
  draft,
  playbooks,
  newKey,
  onChange,
  onStart,
}: {
  draft: StartDraft;
  playbooks: readonly Playbook[];
  newKey: () => string;
  onChange: (draft: StartDraft) => void;
  onStart: (draft: StartDraft, playbook: Playbook) => void;
}) {
  const t = useTexts();
  const clientId = useId();
  const [tried, setTried] = useState(false);
  const chosen = playbooks.find((playbook) => playbookKey(playbook) === draft.playbook) ?? playbooks[0];
  const start = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    // A call begins whatever was typed for the CRM.
    if (!leadToMissing(draft, clientId) && chosen) onStart(draft, chosen);
  };
  return (
    <form className={styles.form} onSubmit={start} noValidate>
      <FactsFields
        facts={draft}
        clientId={clientId}
        tried={tried}
        newKey={newKey}
        onChange={(patch) => onChange({ ...draft, ...patch })}
      />
      <Choice
        legend={t('startPlaybook')}
        options={playbooks.map((playbook) => ({
          value: playbookKey(playbook),
          label: playbook.title,
          hint: `${playbook.summary} ${t('startPlanned', plannedMinutes(playbook))}`,
        }))}
        value={chosen ? playbookKey(chosen) : null}
        onChange={(playbook) => onChange({ ...draft, playbook })}
      />
      <div>
        <Button type="submit" kind="primary">
          {t('startSession')}
        </Button>
      </div>
    </form>
  );
}
