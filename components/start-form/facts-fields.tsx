import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { type DraftPerson, PeopleField, wrongAddressAt } from './people-field';

export type DraftFacts = { client: string; title: string; people: DraftPerson[] };

/** Leads to what has to be put right before these facts can be used; false when there is nothing. */
export function leadToProblem(form: HTMLElement, facts: DraftFacts, clientId: string): boolean {
  if (facts.client.trim() === '') {
    document.getElementById(clientId)?.focus();
    return true;
  }
  const at = wrongAddressAt(facts.people);
  if (at === -1) return false;
  form.querySelectorAll<HTMLElement>('[data-email]')[at]?.focus();
  return true;
}

/** Whom a session is with and what about; the client's name is needed. */
export function FactsFields({
  facts,
  clientId,
  tried,
  newKey,
  onChange,
}: {
  facts: DraftFacts;
  /** So that the host can lead to the field. */
  clientId: string;
  /** Whether it was tried to go on: then what is missing is said. */
  tried: boolean;
  newKey: () => string;
  onChange: (patch: Partial<DraftFacts>) => void;
}) {
  const t = useTexts();
  return (
    <>
      <TextField
        id={clientId}
        label={t('startClient')}
        problem={tried && facts.client.trim() === '' ? t('startClientMissing') : null}
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
      <PeopleField people={facts.people} tried={tried} newKey={newKey} onChange={(people) => onChange({ people })} />
    </>
  );
}
