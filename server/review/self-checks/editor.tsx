import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { useTexts } from '@/components/ui/texts';
import { jsonFile } from '@/lib/playbooks/json-file';
import type { SelfCheckDraft } from '@/lib/self-check/draft';
import { draftProblems } from '@/lib/self-check/draft-problems';
import { saveFile } from '../insights/save-file';
import { Drop } from '../playbooks/drop';
import playbooks from '../playbooks/playbooks.module.css';
import { Said, useEdits } from '../playbooks/use-edits';
import { type Editing, EditingProvider } from './editing';
import { EditorParts } from './editor-parts';
import { CheckPreview } from './preview';
import { Publish } from './publish';
import { useKeptDraft } from './use-kept-draft';

/** Edits a draft beside a walk through it; what is typed is kept in this browser at once. */
export function Editor({
  teamId,
  start,
  newest,
  onPublished,
  onGone,
}: {
  teamId: string;
  start: SelfCheckDraft;
  /** The newest published version; 0 when there is none. */
  newest: number;
  onPublished: (version: number) => void;
  /** The draft was dropped. */
  onGone: () => void;
}) {
  const t = useTexts();
  const { draft, isKept, set, forget } = useKeptDraft(teamId, start, onGone);
  const { said, undo, ...edits } = useEdits(draft, set);
  const problems = draftProblems(draft);
  const editing: Editing = { draft, problems, ...edits };
  const drop = () => {
    forget();
    onGone();
  };
  const isOver = draft.version <= newest;
  return (
    <EditingProvider value={editing}>
      <div className={playbooks.desk}>
        <div className={playbooks.editor}>
          {isKept ? (
            <p role="status" className={playbooks.soft}>
              {t('selfCheckKept')}
            </p>
          ) : (
            <Notice tone="problem">{t('selfCheckNotKept')}</Notice>
          )}
          {isOver ? (
            <Notice
              tone="problem"
              title={t('selfCheckPublishedMeanwhile', { version: newest })}
              actions={
                <>
                  <Button onClick={() => edits.change({ ...draft, version: newest + 1 })}>{t('playbooksMine')}</Button>
                  <Button onClick={drop}>{t('playbooksTheirs')}</Button>
                </>
              }
            >
              {t('selfCheckPublishedMeanwhileText', { version: newest + 1 })}
            </Notice>
          ) : null}
          <Said said={said} onUndo={undo} />
          <EditorParts />
          {problems.length > 0 ? <p>{t('selfCheckProblems', problems.length)}</p> : null}
          <div className={playbooks.actions}>
            <Publish
              draft={draft}
              ready={problems.length === 0 && !isOver}
              onPublished={(version) => {
                forget();
                onPublished(version);
              }}
            />
            <Button
              onClick={() => {
                const { name, text } = jsonFile(draft);
                saveFile(name, 'application/json', text);
              }}
            >
              {t('playbooksExport')}
            </Button>
            <Drop busy={false} onDrop={drop} />
          </div>
        </div>
        <CheckPreview check={draft} />
      </div>
    </EditingProvider>
  );
}
