import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Side } from '@/lib/session/decision';
import { isEmailAddress, namedAddress } from '@/lib/session/email-address';
import styles from './start-form.module.css';

export type DraftPerson = { key: string; name: string; role: string; side: Side; email?: string | undefined };

/** Where an address stands that cannot be one, or -1. */
export function wrongAddressAt(people: readonly DraftPerson[]): number {
  return people.findIndex(({ email = '' }) => email.trim() !== '' && !isEmailAddress(email.trim()));
}

/** The people of the call on both sides; as many as there are. */
export function PeopleField({
  people,
  tried,
  newKey,
  onChange,
}: {
  people: readonly DraftPerson[];
  /** Whether it was tried to go on: then every address is looked at, else those that were left. */
  tried: boolean;
  newKey: () => string;
  onChange: (people: DraftPerson[]) => void;
}) {
  const t = useTexts();
  const list = useRef<HTMLFieldSetElement>(null);
  const change = (key: string, patch: Partial<DraftPerson>) =>
    onChange(people.map((person) => (person.key === key ? { ...person, ...patch } : person)));
  const add = () => {
    onChange([...people, { key: newKey(), name: '', role: '', side: 'client' }]);
    requestAnimationFrame(() => list.current?.querySelector<HTMLElement>('li:last-child input')?.focus());
  };
  return (
    <fieldset className={styles.people} ref={list}>
      <legend className={styles.legend}>{t('startPeople')}</legend>
      <ul className={styles.rows}>
        {people.map((person, index) => (
          <li key={person.key} className={styles.person}>
            <TextField
              label={t('startPersonName')}
              value={person.name}
              onChange={(name) => change(person.key, namedAddress(name) ?? { name })}
              maxLength={200}
            />
            <TextField
              label={t('startPersonRole')}
              value={person.role}
              onChange={(role) => change(person.key, { role })}
              maxLength={200}
            />
            <EmailField person={person} tried={tried} onChange={(email) => change(person.key, { email })} />
            <Select
              label={t('startPersonSide')}
              value={person.side}
              onChange={(side) => change(person.key, { side: side as Side })}
            >
              <option value="client">{t('sideClient')}</option>
              <option value="ours">{t('sideOurs')}</option>
            </Select>
            <Button
              kind="quiet"
              className={styles.removePerson}
              aria-label={t('startPersonRemove', { name: person.name || String(index + 1) })}
              onClick={() => onChange(people.filter(({ key }) => key !== person.key))}
            >
              {t('uiRemove')}
            </Button>
          </li>
        ))}
      </ul>
      <Button onClick={add}>{t('startPersonAdd')}</Button>
    </fieldset>
  );
}

function EmailField({
  person,
  tried,
  onChange,
}: {
  person: DraftPerson;
  tried: boolean;
  onChange: (email: string) => void;
}) {
  const t = useTexts();
  const [left, setLeft] = useState(false);
  const { email = '' } = person;
  const isWrong = (tried || left) && wrongAddressAt([person]) === 0;
  return (
    <TextField
      label={t('startPersonEmail')}
      problem={isWrong ? t('startPersonEmailWrong') : null}
      inputMode="email"
      value={email}
      onChange={onChange}
      onBlur={() => setLeft(true)}
      maxLength={254}
      data-email
    />
  );
}
