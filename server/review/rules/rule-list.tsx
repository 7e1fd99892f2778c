import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { CATEGORY_NAME } from '@/components/session-view/category-name';
import { Button } from '@/components/ui/button';
import { EmptyState } from '@/components/ui/empty-state';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { sentenceOf } from '../shell/query-state';
import { publishRule, type RuleEntry, retireRule } from './queries';
import { RuleEditor } from './rule-editor';
import styles from './rules.module.css';

/** The team's rules, and the editor of the one that is open. */
export function RuleList({ rules, newId }: { rules: RuleEntry[]; newId: () => string }) {
  const t = useTexts();
  const queries = useQueryClient();
  const [open, setOpen] = useState<string | null>(null);
  const [said, setSaid] = useState<{ text: string; undo: string | null } | null>(null);
  const turn = useMutation({
    mutationFn: async ({ entry, retire }: { entry: RuleEntry; retire: boolean }) => {
      await (retire ? retireRule(entry.id) : publishRule(entry.id));
      await queries.invalidateQueries({ queryKey: ['rules'] });
    },
    onSuccess: (_, { entry, retire }) =>
      setSaid(
        retire
          ? { text: t('rulesRetired', { phrase: nameOf(entry) }), undo: entry.draft ? null : entry.id }
          : { text: t('rulesPublished'), undo: null },
      ),
  });
  const undo = () => {
    const entry = rules.find(({ id }) => id === said?.undo);
    if (entry) turn.mutate({ entry, retire: false });
  };
  const close = (text?: string) => {
    setOpen(null);
    setSaid(text ? { text, undo: null } : null);
  };
  return (
    <section aria-labelledby="rules" className={styles.section}>
      <div className={styles.head}>
        <h2 id="rules">{t('rulesList')}</h2>
        {open === null ? (
          <Button
            onClick={() => {
              setSaid(null);
              setOpen(newId());
            }}
          >
            {t('rulesNew')}
          </Button>
        ) : null}
      </div>
      {said ? (
        <Notice actions={said.undo ? <Button onClick={undo}>{t('rulesUndo')}</Button> : null}>{said.text}</Notice>
      ) : null}
      {turn.error ? <Notice tone="problem">{sentenceOf(turn.error, t)}</Notice> : null}
      {open !== null && !rules.some(({ id }) => id === open) ? (
        <RuleEditor key={open} id={open} entry={null} onClose={close} />
      ) : null}
      {rules.length === 0 && open === null ? (
        <EmptyState title={t('rulesNone')}>{t('rulesNoneText')}</EmptyState>
      ) : (
        <ul className={styles.list}>
          {rules.map((entry) => (
            <li key={entry.id}>
              {open === entry.id ? (
                <RuleEditor id={entry.id} entry={entry} onClose={close} />
              ) : (
                <Row
                  entry={entry}
                  busy={turn.isPending}
                  onEdit={() => setOpen(entry.id)}
                  onTurn={(retire) => turn.mutate({ entry, retire })}
                />
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

function Row({
  entry,
  busy,
  onEdit,
  onTurn,
}: {
  entry: RuleEntry;
  busy: boolean;
  onEdit: () => void;
  onTurn: (retire: boolean) => void;
}) {
  const t = useTexts();
  const shown = entry.published?.rule ?? entry.draft?.rule;
  const phrase = nameOf(entry);
  return (
    <div className={styles.row}>
      <div>
        <p className={styles.name}>{shown?.phrases.join(' · ')}</p>
        <p className={styles.soft}>
          {shown ? t(CATEGORY_NAME[shown.category]) : ''} · {t(stateOf(entry))}
        </p>
        <p className={styles.soft}>{shown ? t('rulesAsk', { ask: shown.ask }) : ''}</p>
      </div>
      <div className={styles.actions}>
        <Button aria-label={t('rulesEditNamed', { phrase })} onClick={onEdit}>
          {t('rulesEdit')}
        </Button>
        {entry.state === 'published' ? (
          <Button aria-label={t('rulesRetireNamed', { phrase })} disabled={busy} onClick={() => onTurn(true)}>
            {t('rulesRetire')}
          </Button>
        ) : null}
        {entry.state === 'retired' && !entry.draft ? (
          <Button aria-label={t('rulesAgainNamed', { phrase })} disabled={busy} onClick={() => onTurn(false)}>
            {t('rulesAgain')}
          </Button>
        ) : null}
      </div>
    </div>
  );
}

function stateOf({ state, draft }: RuleEntry): MessageKey {
  if (state === 'published') return draft ? 'rulesStateChanged' : 'rulesStatePublished';
  return state === 'draft' ? 'rulesStateDraft' : 'rulesStateRetired';
}

function nameOf({ published, draft }: RuleEntry): string {
  return (published ?? draft)?.rule.phrases[0] ?? '';
}
