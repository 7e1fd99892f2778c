import { useId, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Checkbox } from '@/components/ui/checkbox';
import { Notice } from '@/components/ui/notice';
import { TextField } from '@/components/ui/text-field';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { Match, MatchChoice, NoteAtCrm } from '@/lib/crm/session-crm';
import styles from './crm.module.css';

const KIND = { person: 'crmPerson', company: 'crmCompany', opportunity: 'crmMatter' } as const satisfies Record<
  Match['kind'],
  MessageKey
>;

/** Which record is meant, among those that were found; nothing is chosen beforehand. */
export function MatchChooser({
  note,
  busy,
  onFind,
  onChoose,
  sentence,
}: {
  note: NoteAtCrm;
  busy: boolean;
  onFind: (query: { email: string } | { domain: string }) => Promise<Match[]>;
  onChoose: (choice: MatchChoice) => void;
  sentence: (error: unknown) => string;
}) {
  const t = useTexts();
  const name = useId();
  const [found, setFound] = useState<readonly Match[]>(note.candidates);
  const [chosen, setChosen] = useState<string | null>(null);
  const [remember, setRemember] = useState(true);
  const [words, setWords] = useState('');
  const [said, setSaid] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const keyOf = ({ kind, id }: Match) => `${kind}:${id}`;
  const match = found.find((each) => keyOf(each) === chosen);

  const search = async () => {
    const text = words.trim().toLowerCase();
    if (text === '') return;
    try {
      const more = await onFind(text.includes('@') ? { email: text } : { domain: text });
      setFound([...new Map([...more, ...found].map((each) => [keyOf(each), each])).values()]);
      setSaid(t('crmFound', more.length));
      setProblem(null);
    } catch (error) {
      setProblem(sentence(error));
    }
  };

  return (
    <>
      {found.length > 0 ? (
        <fieldset className={styles.choices}>
          <legend>{t('crmWhich')}</legend>
          {found.map((each) => (
            <label key={keyOf(each)} className={styles.choice}>
              <input
                type="radio"
                name={name}
                checked={chosen === keyOf(each)}
                onChange={() => setChosen(keyOf(each))}
              />
              <span>
                {each.name}{' '}
                <span className={styles.soft}>{[t(KIND[each.kind]), each.detail].filter(Boolean).join(', ')}</span>
              </span>
            </label>
          ))}
        </fieldset>
      ) : null}
      <form
        className={styles.buttons}
        onSubmit={(event) => {
          event.preventDefault();
          void search();
        }}
      >
        <TextField
          label={t('crmSearch')}
          hint={t('crmSearchHint')}
          inputMode="email"
          value={words}
          onChange={setWords}
        />
        <Button type="submit">{t('crmSearchButton')}</Button>
      </form>
      <p role="status" className={styles.soft}>
        {said}
      </p>
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
      <Checkbox label={t('crmRemember')} checked={remember} onChange={setRemember} />
      <div className={styles.buttons}>
        <Button
          kind="primary"
          disabled={busy || !match}
          onClick={() => match && onChoose({ link: { kind: match.kind, id: match.id }, remember })}
        >
          {t('crmChoose')}
        </Button>
        <Button kind="quiet" disabled={busy} onClick={() => onChoose({ link: null, remember: false })}>
          {t('crmKeep')}
        </Button>
      </div>
    </>
  );
}
