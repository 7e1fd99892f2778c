import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import type { TeamRule } from '@/lib/pitch/team-rule';
import { isRefusal } from '../api/answer';
import { sentenceOf } from '../shell/query-state';
import { dropKept, keep, kept } from './kept';
import { dropRule, publishRule, type RuleEntry, rulesQuery, saveRule } from './queries';
import { checkRule, draftOf, EMPTY_RULE, type RuleDraft } from './rule-draft';
import { RuleFields } from './rule-fields';
import { RuleTrial } from './rule-trial';
import styles from './rules.module.css';

/** One rule as it is being written. What is typed stays in this browser until it is saved. Give it the rule's id as key. */
export function RuleEditor({
  id,
  entry,
  onClose,
}: {
  id: string;
  entry: RuleEntry | null;
  onClose: (said?: string) => void;
}) {
  const t = useTexts();
  const queries = useQueryClient();
  const stored = entry?.draft?.rule ?? entry?.published?.rule ?? null;
  const [draft, setDraft] = useState<RuleDraft>(() => kept(id) ?? (stored ? draftOf(stored) : EMPTY_RULE));
  const [seen, setSeen] = useState(entry?.draft?.mark ?? null);
  const [saved, setSaved] = useState<RuleDraft | null>(() => (stored ? draftOf(stored) : null));
  const { rule, problems, holds } = checkRule(draft);
  const same = saved !== null && JSON.stringify(saved) === JSON.stringify(draft);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);

  const write = (next: RuleDraft) => {
    setDraft(next);
    keep(id, next);
  };
  const store = async (written: TeamRule, over: string | null) => {
    const answer = await saveRule(id, written, over);
    setSeen(answer.draft?.mark ?? null);
    setSaved(draft);
    dropKept(id);
    await queries.invalidateQueries({ queryKey: ['rules'] });
  };
  const save = useMutation({ mutationFn: (written: TeamRule) => store(written, seen) });
  const publish = useMutation({
    mutationFn: async (written: TeamRule) => {
      if (!same || !entry?.draft) await store(written, seen);
      await publishRule(id);
      await queries.invalidateQueries({ queryKey: ['rules'] });
    },
    onSuccess: () => onClose(t('rulesPublished')),
  });
  const drop = useMutation({
    mutationFn: async () => {
      if (entry?.draft) await dropRule(id);
      dropKept(id);
      await queries.invalidateQueries({ queryKey: ['rules'] });
    },
    onSuccess: () => onClose(t('rulesDropped')),
  });
  const settle = useMutation({
    mutationFn: async (mine: boolean) => {
      const now = await queries.fetchQuery({ ...rulesQuery, staleTime: 0 });
      const there = now.rules.find((one) => one.id === id);
      const theirs = there?.draft?.rule ?? there?.published?.rule;
      setSeen(there?.draft?.mark ?? null);
      if (!mine && theirs) {
        setDraft(draftOf(theirs));
        setSaved(draftOf(theirs));
        dropKept(id);
      }
    },
    onSuccess: () => {
      save.reset();
      publish.reset();
    },
  });
  const error = save.error ?? publish.error ?? drop.error ?? settle.error;
  const busy = save.isPending || publish.isPending || drop.isPending || settle.isPending;
  return (
    <section aria-labelledby="rule" className={styles.editor}>
      <h3 id="rule" ref={heading} tabIndex={-1} className={styles.small}>
        {stored ? (linesName(draft) ?? t('rulesEditor')) : t('rulesNew')}
      </h3>
      <RuleFields draft={draft} problems={problems} onChange={write} />
      <RuleTrial id={id} rule={rule} />
      {isRefusal(error as Error, 'draft-changed') ? (
        <Notice
          tone="problem"
          title={t('rulesConflict')}
          actions={
            <>
              <Button onClick={() => settle.mutate(true)}>{t('rulesMine')}</Button>
              <Button onClick={() => settle.mutate(false)}>{t('rulesTheirs')}</Button>
            </>
          }
        >
          {t('rulesConflictText')}
        </Notice>
      ) : error ? (
        <Notice tone="problem">{sentenceOf(error, t)}</Notice>
      ) : null}
      <p role="status" className={styles.soft}>
        {busy ? t('rulesSaving') : same ? t('rulesSaved') : t('rulesUnsaved')}
      </p>
      {holds ? null : <p className={styles.soft}>{t('rulesFailing')}</p>}
      <div className={styles.actions}>
        <Button kind="primary" disabled={!rule || !holds || busy} onClick={() => rule && publish.mutate(rule)}>
          {t('rulesPublish')}
        </Button>
        <Button disabled={!rule || busy || same} onClick={() => rule && save.mutate(rule)}>
          {t('rulesSave')}
        </Button>
        <Button onClick={() => onClose()}>{t('rulesCloseEditor')}</Button>
        <Button kind="quiet" disabled={busy} onClick={() => drop.mutate()}>
          {t('rulesDrop')}
        </Button>
      </div>
    </section>
  );
}

function linesName(draft: RuleDraft): string | undefined {
  return draft.phrases.split('\n').find(Boolean);
}
