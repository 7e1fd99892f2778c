import { useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Select, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import type { Side } from '@/lib/session/decision';
import { isEmailAddress, namedAddress, nameOfAddress } from '@/lib/session/email-address';
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
  const [said, setSaid] = useState('');
  const change = (key: string, patch: Partial<DraftPerson>) => {
    setSaid('');
    onChange(people.map((person) => (person.key === key ? { ...person, ...patch } : person)));
  };
  /** An address goes to its own field, with its name or without one. */
  const take = (key: string, { name, email }: { name: string; email: string }) => {
    change(key, { ...(name && { name }), email });
    setSaid(t('startPersonEmailTaken'));
  };
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
              onChange={(name) => {
                const both = namedAddress(name);
                if (both) take(person.key, both);
                else change(person.key, { name });
              }}
              onBlur={() => {
                const email = person.name.trim();
                if (isEmailAddress(email) && !person.email) take(person.key, { name: nameOfAddress(email), email });
              }}
              maxLength={200}
            />
            <TextField
              label={t('startPersonRole')}
              value={person.role}
              onChange={(role) => change(person.key, { role })}
              maxLength={200}
            />
            <EmailField
              person={person}
              tried={tried}
              onChange={(email) => {
                const both = namedAddress(email);
                if (both) take(person.key, { ...both, name: person.name.trim() ? '' : both.name });
                else change(person.key, { email });
              }}
              onWrong={() => setSaid(t('startAddressWrong'))}
            />
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
      <p className="visually-hidden" role="status">
        {said}
      </p>
    </fieldset>
  );
}

function EmailField({
  person,
  tried,
  onChange,
  onWrong,
}: {
  person: DraftPerson;
  tried: boolean;
  onChange: (email: string) => void;
  /** It was left with what cannot be an address. */
  onWrong: () => void;
}) {
  const t = useTexts();
  const [left, setLeft] = useState(false);
  const { email = '' } = person;
  const cannotBe = wrongAddressAt([person]) === 0;
  return (
    <TextField
      label={t('startPersonEmail')}
      problem={cannotBe && (tried || left) ? t('startAddressWrong') : null}
      inputMode="email"
      value={email}
      onChange={onChange}
      onBlur={() => {
        setLeft(true);
        if (cannotBe) onWrong();
      }}
      maxLength={254}
      data-email
    />
  );
}
