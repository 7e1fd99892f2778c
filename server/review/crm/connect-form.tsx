import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { v7 } from 'uuid';
import { problemSentence } from '@/components/crm/crm-words';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { Select, TextField } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { Read, sentenceOf } from '../shell/query-state';
import styles from './crm.module.css';
import { connect, connectionsQuery, consentAt, type Kind, kindsQuery } from './queries';

/** Connecting one more: which CRM, then what it needs. What is typed here is sent once and never shown again. */
export function ConnectForm() {
  const t = useTexts();
  const kinds = useQuery(kindsQuery);
  const [crm, setCrm] = useState('');
  return (
    <section aria-labelledby="connect">
      <h2 id="connect">{t('crmConnectTitle')}</h2>
      <Read query={kinds}>
        {(list) => (
          <>
            <div className={styles.form}>
              <Select label={t('crmWhichCrm')} value={crm} onChange={setCrm}>
                <option value="">{t('crmChooseCrm')}</option>
                {list.map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </Select>
            </div>
            {list
              .filter(({ id }) => id === crm)
              .map((kind) => (
                <Filled key={kind.id} kind={kind} onDone={() => setCrm('')} />
              ))}
          </>
        )}
      </Read>
    </section>
  );
}

function Filled({ kind, onDone }: { kind: Kind; onDone: () => void }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [id] = useState(() => v7());
  const [name, setName] = useState(kind.name);
  const [filled, setFilled] = useState<Record<string, string>>({});
  const [since, setSince] = useState(() => new Date().toISOString().slice(0, 10));
  const [byConsent, setByConsent] = useState(kind.consent);
  const fields = kind.fields.filter(({ kind: of }) => !byConsent || of !== 'secret');
  const missing = fields.some((field) => field.required && !filled[field.name]?.trim());
  const make = useMutation({
    mutationFn: async () => {
      await connect({
        id,
        crm: kind.id,
        name,
        filled: Object.fromEntries(fields.map((field) => [field.name, filled[field.name] ?? ''])),
        consent: byConsent,
        sendFrom: `${since}T00:00:00.000Z`,
      });
      if (byConsent) location.assign(await consentAt(id));
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: connectionsQuery.queryKey });
      if (!byConsent) onDone();
    },
  });
  return (
    <form
      className={styles.form}
      aria-label={t('crmConnectOne', { crm: kind.name })}
      autoComplete="off"
      onSubmit={(event) => {
        event.preventDefault();
        if (!missing && !make.isPending) make.mutate();
      }}
    >
      {kind.consent ? (
        <Select
          label={t('crmHow')}
          value={byConsent ? 'consent' : 'token'}
          onChange={(how) => setByConsent(how === 'consent')}
        >
          <option value="consent">{t('crmByConsent', { crm: kind.name })}</option>
          <option value="token">{t('crmByToken')}</option>
        </Select>
      ) : null}
      <TextField label={t('crmName')} maxLength={80} required value={name} onChange={setName} />
      {fields.map((field) => (
        <TextField
          key={field.name}
          label={t(field.label as MessageKey)}
          {...(field.hint ? { hint: t(field.hint as MessageKey) } : {})}
          type={field.kind === 'secret' ? 'password' : field.kind === 'url' ? 'url' : 'text'}
          autoComplete={field.kind === 'secret' ? 'new-password' : 'off'}
          required={field.required}
          value={filled[field.name] ?? ''}
          onChange={(value) => setFilled({ ...filled, [field.name]: value })}
        />
      ))}
      <TextField
        label={t('crmSince')}
        hint={t('crmSinceHint')}
        type="date"
        required
        value={since}
        onChange={setSince}
      />
      {make.error ? <Notice tone="problem">{refusedWords(make.error, t)}</Notice> : null}
      <div className={styles.row}>
        <Button type="submit" kind="primary" disabled={missing || make.isPending}>
          {make.isPending ? t('crmConnecting') : t('crmConnect')}
        </Button>
        <Button kind="quiet" onClick={onDone}>
          {t('uiCancel')}
        </Button>
      </div>
    </form>
  );
}

/** What the vendor said, by its code, where the API passed one on. */
export function refusedWords(error: Error, t: ReturnType<typeof useTexts>): string {
  const { reason } = error as { reason?: unknown };
  return typeof reason === 'string' && reason
    ? `${sentenceOf(error, t)} ${problemSentence(reason, t)}`
    : sentenceOf(error, t);
}
