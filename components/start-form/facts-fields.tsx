import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { type DraftPerson, PeopleField } from './people-field';

export type DraftFacts = { client: string; title: string; people: DraftPerson[] };

/** Whom a session is with and what about; the client's name is needed. */
export function FactsFields({
  facts,
  clientId,
  missing,
  newKey,
  onChange,
}: {
  facts: DraftFacts;
  /** So that the host can lead to the field. */
  clientId: string;
  missing: boolean;
  newKey: () => string;
  onChange: (patch: Partial<DraftFacts>) => void;
}) {
  const t = useTexts();
  return (
    <>
      <TextField
        id={clientId}
        label={t('startClient')}
        problem={missing ? t('startClientMissing') : null}
        value={facts.client}
        onChange={(client) => onChange({ client })}
        maxLength={200}
        required
      />
      <TextField
        label={t('startTitle')}
        value={facts.title}
        onChange={(title) => onChange({ title })}
        maxLength={300}
      />
      <PeopleField people={facts.people} newKey={newKey} onChange={(people) => onChange({ people })} />
    </>
  );
}
