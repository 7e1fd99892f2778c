import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Disclosure } from '@/components/ui/disclosure';
import { Notice } from '@/components/ui/notice';
import { Select, TextArea } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { FieldMapping, Mapping } from '../../crm/mapping/mapping';
import { refusedWords } from './connect-form';
import styles from './crm.module.css';
import { type Connection, change, connectionsQuery, fieldsQuery, lastSessionsQuery, previewOf } from './queries';

const SOURCES = {
  decisionReached: 'crmSourceReached',
  decidedOn: 'crmSourceDecidedOn',
  to: 'crmSourceTo',
  reason: 'crmSourceReason',
  objectives: 'crmSourceObjectives',
  nextStep: 'crmSourceStep',
  nextStepOn: 'crmSourceStepOn',
  link: 'crmSourceLink',
  outcome: 'crmSourceOutcome',
} as const satisfies Record<FieldMapping['source'], MessageKey>;
const KINDS = { person: 'crmPerson', company: 'crmCompany', opportunity: 'crmMatter' } as const satisfies Record<
  FieldMapping['on'],
  MessageKey
>;

/** Which text of a session goes where, tried on a real session before it is kept. */
export function MappingForm({ connection }: { connection: Connection }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [mapping, setMapping] = useState<Mapping>(connection.mapping);
  const [open, setOpen] = useState(false);
  const sessions = useQuery({ ...lastSessionsQuery, enabled: open });
  const [sessionId, setSessionId] = useState('');
  const save = useMutation({
    mutationFn: () => change(connection.id, { mapping }),
    onSuccess: () => queries.invalidateQueries({ queryKey: connectionsQuery.queryKey }),
  });
  const look = useMutation({ mutationFn: () => previewOf(connection.id, { mapping, sessionId, lookUp: true }) });
  const set = (part: Partial<Mapping>) => {
    save.reset();
    setMapping({ ...mapping, ...part });
  };
  const error = save.error ?? look.error;
  return (
    <Disclosure summary={t('crmMapping')} open={open} onToggle={setOpen}>
      {open ? (
        <div className={styles.form}>
          <div className={styles.template}>
            <TextArea
              label={t('crmTemplate')}
              hint={t('crmTemplateHint')}
              maxLength={10_000}
              spellCheck={false}
              value={mapping.template}
              onChange={(template) => set({ template })}
            />
          </div>
          <Checkbox label={t('crmTasks')} checked={mapping.tasks} onChange={(tasks) => set({ tasks })} />
          <Checkbox
            label={t('crmAddPeople')}
            checked={mapping.addPeople}
            onChange={(addPeople) => set({ addPeople })}
          />
          <Checkbox label={t('crmOutcome')} checked={mapping.outcome} onChange={(outcome) => set({ outcome })} />
          <p className={styles.soft}>{t('crmOutcomeWhy')}</p>
          <FieldRows connection={connection} fields={mapping.fields} onFields={(fields) => set({ fields })} />
          <Select label={t('crmTryOn')} value={sessionId} onChange={setSessionId}>
            <option value="">{t('crmChooseSession')}</option>
            {(sessions.data ?? []).map(({ id, client, title }) => (
              <option key={id} value={id}>
                {[client || t('webNoClient'), title].filter(Boolean).join(', ')}
              </option>
            ))}
          </Select>
          <div className={styles.row}>
            <Button disabled={sessionId === '' || look.isPending} onClick={() => look.mutate()}>
              {t('crmPreview')}
            </Button>
            <Button kind="primary" disabled={save.isPending} onClick={() => save.mutate()}>
              {t('crmSaveMapping')}
            </Button>
            <span role="status">{save.isSuccess ? t('crmSaved') : null}</span>
          </div>
          {error ? <Notice tone="problem">{refusedWords(error, t)}</Notice> : null}
          {look.data ? <PreviewShown preview={look.data} /> : null}
        </div>
      ) : null}
    </Disclosure>
  );
}

function FieldRows({
  connection,
  fields,
  onFields,
}: {
  connection: Connection;
  fields: readonly FieldMapping[];
  onFields: (fields: FieldMapping[]) => void;
}) {
  const t = useTexts();
  const [on, setOn] = useState<FieldMapping['on']>('company');
  const [source, setSource] = useState<FieldMapping['source']>('decisionReached');
  const [field, setField] = useState('');
  const there = useQuery(fieldsQuery(connection.id, on));
  return (
    <fieldset className={styles.form}>
      <legend>{t('crmFields')}</legend>
      {fields.map((each, index) => (
        <div key={`${each.on}.${each.field}`} className={styles.row}>
          <span>
            {t(SOURCES[each.source])}: {t(KINDS[each.on])}, {each.field}
          </span>
          <Button kind="quiet" onClick={() => onFields(fields.filter((_, at) => at !== index))}>
            {t('crmRemoveField')}
          </Button>
        </div>
      ))}
      <div className={styles.row}>
        <Select
          label={t('crmFieldFrom')}
          value={source}
          onChange={(value) => setSource(value as FieldMapping['source'])}
        >
          {Object.entries(SOURCES).map(([value, key]) => (
            <option key={value} value={value}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Select
          label={t('crmFieldOn')}
          value={on}
          onChange={(value) => {
            setOn(value as FieldMapping['on']);
            setField('');
          }}
        >
          {Object.entries(KINDS).map(([value, key]) => (
            <option key={value} value={value}>
              {t(key)}
            </option>
          ))}
        </Select>
        <Select label={t('crmFieldTo')} value={field} onChange={setField}>
          <option value="">{there.data?.length === 0 ? t('crmNoFields') : t('crmChooseField')}</option>
          {(there.data ?? [])
            .filter(({ writable }) => writable)
            .map(({ name, label }) => (
              <option key={name} value={name}>
                {label}
              </option>
            ))}
        </Select>
        <Button
          disabled={field === '' || fields.length >= 30}
          onClick={() => {
            onFields([...fields.filter((each) => each.on !== on || each.field !== field), { source, on, field }]);
            setField('');
          }}
        >
          {t('crmAddField')}
        </Button>
      </div>
    </fieldset>
  );
}

/** What would be written, in the vendor's own form, and where. Nothing was. */
function PreviewShown({ preview }: { preview: NonNullable<Awaited<ReturnType<typeof previewOf>>> }) {
  const t = useTexts();
  const { matched } = preview;
  return (
    <section aria-label={t('crmPreviewTitle')}>
      <h3>{t('crmPreviewTitle')}</h3>
      <p>
        <strong>{preview.title}</strong>
      </p>
      <div className={styles.written}>{preview.form === 'html' ? asText(preview.body) : preview.body}</div>
      {preview.shortened ? <p>{t('crmShortened')}</p> : null}
      <ul>
        {preview.tasks.map(({ title, due }) => (
          <li key={title}>
            {t('crmTaskLine', { title })} {due}
          </li>
        ))}
        {preview.fields.map(({ on, field, value }) => (
          <li key={`${on}.${field}`}>
            {field}: {value}
          </li>
        ))}
        {matched ? (
          <li>
            {matched.kind === 'matched'
              ? t('crmWouldGo', { names: matched.matches.map(({ name }) => name).join(', ') })
              : t(matched.kind === 'unsure' ? 'crmWouldAsk' : 'crmWouldStay')}
          </li>
        ) : null}
      </ul>
    </section>
  );
}

/** The words of what we wrote as HTML ourselves; it is shown as text, never as markup. */
function asText(html: string): string {
  const lines = html.replace(/<\/(p|li)>|<br>/g, '\n').replace(/<[^>]*>/g, '');
  return lines.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code))).trim();
}
