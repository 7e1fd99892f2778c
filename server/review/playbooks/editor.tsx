import { useMutation, useQueryClient } from '@tanstack/react-query';
import { v7 } from 'uuid';
import { Button } from '@/components/ui/button';
import { NEEDED } from '@/components/ui/field';
import { Notice } from '@/components/ui/notice';
import { TextArea, TextField } from '@/components/ui/text-field';
import { useTexts } from '@/components/ui/texts';
import { addStage, emptyStage, type PlaybookDraft } from '@/lib/playbooks/draft';
import { draftProblems } from '@/lib/playbooks/draft-problems';
import type { Playbook } from '@/lib/playbooks/playbook';
import { sentenceOf } from '../shell/query-state';
import { Drop } from './drop';
import { type Editing, EditingProvider } from './editing';
import { keepDraft } from './kept-draft';
import styles from './playbooks.module.css';
import { Preview } from './preview';
import { PROBLEM_WORDS } from './problem-words';
import { Publish } from './publish';
import { draftQuery, dropDraft } from './queries';
import { RecurringQuestions } from './recurring';
import { SaveWords } from './save-words';
import { StageEditor } from './stage-editor';
import { useDraft } from './use-draft';
import { Said, useEdits } from './use-edits';

type Props = {
  stored: { document: PlaybookDraft; revision: number };
  last: Playbook | null;
  onPublished: (version: number) => void;
  /** The draft was dropped, or is to be read anew. */
  onGone: () => void;
};

/** Edits a draft: everything is one press or one field away, and saved by itself. */
export function Editor({ stored, last, onPublished, onGone }: Props) {
  const t = useTexts();
  const queries = useQueryClient();
  const { writer, draft, state } = useDraft(stored);
  const { said, undo, ...edits } = useEdits(draft, writer.change);
  const problems = draftProblems(draft);
  const { change } = edits;
  const editing: Editing = { draft, problems, ...edits, newId: v7 };
  const read = () => queries.fetchQuery({ ...draftQuery(draft.id), staleTime: 0 });
  const mine = useMutation({ mutationFn: async () => writer.over((await read())?.revision ?? 0) });
  const theirs = useMutation({
    mutationFn: async () => {
      keepDraft(draft.id, null);
      await read();
    },
    onSuccess: onGone,
  });
  const drop = useMutation({
    mutationFn: async () => {
      await writer.flush();
      await dropDraft(draft.id, writer.revision());
      keepDraft(draft.id, null);
    },
    onSuccess: onGone,
  });
  const error = mine.error ?? theirs.error ?? drop.error;
  const title = problems.find(({ where, field }) => where === draft.id && field === 'title');
  const ofWhole = problems.filter(({ where, field }) => where === draft.id && field !== 'title');
  return (
    <EditingProvider value={editing}>
      <div className={styles.desk}>
        <div className={styles.editor}>
          <SaveWords
            state={state}
            onAgain={() => void writer.flush()}
            onMine={() => mine.mutate()}
            onTheirs={() => theirs.mutate()}
          />
          {error ? <Notice tone="problem">{sentenceOf(error, t)}</Notice> : null}
          <TextField
            label={t('playbooksTitleField')}
            {...NEEDED}
            maxLength={80}
            value={draft.title}
            problem={title ? t(PROBLEM_WORDS[title.kind]) : null}
            onChange={(next) => change({ ...draft, title: next })}
          />
          <TextArea
            label={t('playbooksSummary')}
            maxLength={300}
            value={draft.summary}
            onChange={(summary) => change({ ...draft, summary })}
          />
          <Said said={said} onUndo={undo} />
          <ol className={styles.stages}>
            {draft.stages.map((stage, at) => (
              <StageEditor key={stage.id} stage={stage} at={at} of={draft.stages.length} />
            ))}
          </ol>
          <div>
            <Button disabled={draft.stages.length >= 20} onClick={() => change(addStage(draft, emptyStage(v7)))}>
              {t('playbooksStageAdd')}
            </Button>
          </div>
          <RecurringQuestions />
          {problems.length > 0 ? <p>{t('playbooksProblems', problems.length)}</p> : null}
          {ofWhole.map(({ kind }) => (
            <p key={kind} className={styles.wrong}>
              {t(PROBLEM_WORDS[kind])}
            </p>
          ))}
          <div className={styles.actions}>
            <Publish draft={draft} last={last} problems={problems} writer={writer} onPublished={onPublished} />
            <Drop busy={drop.isPending} onDrop={() => drop.mutate()} />
          </div>
        </div>
        <Preview playbook={draft} />
      </div>
    </EditingProvider>
  );
}
