import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Dialog } from '@/components/ui/dialog';
import { useTexts } from '@/components/ui/texts';
import type { Facts } from '@/lib/session/facts';
import type { Session } from '@/lib/session/session';
import { type DraftFacts, FactsFields, leadToMissing, leadToWrongAddress } from './facts-fields';
import styles from './start-form.module.css';

export type FactsDialogProps = {
  open: boolean;
  session: Pick<Session, 'client' | 'title' | 'people'>;
  newId: () => string;
  onSave: (facts: Facts) => void;
  onClose: () => void;
};

/** Changes whom a session is with and what about, once it has begun. */
export function FactsDialog({ open, onClose, ...form }: FactsDialogProps) {
  const t = useTexts();
  const id = useId();
  return (
    <Dialog
      open={open}
      title={t('factsTitle')}
      onClose={onClose}
      actions={
        <Button kind="primary" type="submit" form={id}>
          {t('factsSave')}
        </Button>
      }
    >
      <FactsForm {...form} id={id} onClose={onClose} />
    </Dialog>
  );
}

function FactsForm({ id, session, newId, onSave, onClose }: Omit<FactsDialogProps, 'open'> & { id: string }) {
  const [facts, setFacts] = useState<DraftFacts>(() => ({
    client: session.client.name,
    domain: session.client.domain ?? '',
    title: session.title,
    people: session.people.map(({ id, ...person }) => ({ key: id, ...person })),
  }));
  const [tried, setTried] = useState(false);
  const save = (event: React.FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    setTried(true);
    if (leadToMissing(facts, `${id}client`)) return;
    // Once: what cannot be an address holds nobody up.
    if (!tried && leadToWrongAddress(event.currentTarget, facts)) return;
    const people = facts.people.map(({ key, name, role, side, email }) => ({
      id: key,
      name,
      role,
      side,
      ...(email && { email }),
    }));
    onSave({ ...facts, people });
    onClose();
  };
  return (
    <form id={id} className={styles.form} onSubmit={save} noValidate>
      <FactsFields
        facts={facts}
        clientId={`${id}client`}
        tried={tried}
        newKey={newId}
        onChange={(patch) => setFacts((now) => ({ ...now, ...patch }))}
      />
    </form>
  );
}
