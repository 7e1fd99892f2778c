import { TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { DomainField, isWrongDomain } from './domain-field';
import { type DraftPerson, PeopleField, wrongAddressAt } from './people-field';

export type DraftFacts = { client: string; title: string; domain?: string | undefined; people: DraftPerson[] };

/** Leads to the client's name when it is missing; false when it is there. */
export function leadToMissing(facts: DraftFacts, clientId: string): boolean {
  if (facts.client.trim() !== '') return false;
  document.getElementById(clientId)?.focus();
  return true;
}

/** Leads to the first address that cannot be kept as it stands; false when there is none. */
export function leadToWrongAddress(form: HTMLElement, facts: DraftFacts): boolean {
  const at = wrongAddressAt(facts.people);
  const wrongDomain = isWrongDomain(facts.domain ?? '') ? form.querySelector<HTMLElement>('[data-domain]') : null;
  const field = at === -1 ? wrongDomain : form.querySelectorAll<HTMLElement>('[data-email]')[at];
  field?.closest('details')?.setAttribute('open', '');
  field?.focus();
  return Boolean(field);
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
      <DomainField domain={facts.domain ?? ''} tried={tried} onChange={(domain) => onChange({ domain })} />
    </>
  );
}
