import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import { FILE_LIMIT, type ReadFile } from '@/lib/playbooks/json-file';

export type RefusedWords = Record<'too-large' | 'no-json' | 'wrong-form', MessageKey>;

export const PLAYBOOK_REFUSED: RefusedWords = {
  'too-large': 'playbooksFileTooLarge',
  'no-json': 'playbooksFileNoJson',
  'wrong-form': 'playbooksFileWrongForm',
};

/** Reads a draft from a file of one's own; says what is wrong with a file that is none. */
export function ImportFile<Draft>({
  read,
  refused,
  onRead,
}: {
  read: (text: string) => ReadFile<Draft>;
  refused: RefusedWords;
  onRead: (draft: Draft) => void;
}) {
  const t = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    setProblem(null);
    if (!file) return;
    // A character is at most four bytes.
    if (file.size > FILE_LIMIT * 4) return setProblem(t(refused['too-large']));
    const text = await file.text().catch(() => null);
    if (text === null) return setProblem(t('playbooksFileUnread'));
    const answer = read(text);
    if (answer.kind === 'read') onRead(answer.draft);
    else setProblem(t(refused[answer.reason], { where: answer.where }));
  };
  return (
    <>
      <Button onClick={() => input.current?.click()}>{t('playbooksImport')}</Button>
      <input
        ref={input}
        id={id}
        hidden
        type="file"
        accept=".json,application/json"
        aria-label={t('playbooksImport')}
        onChange={(event) => {
          void take(event.target.files?.[0]);
          event.target.value = '';
        }}
      />
      {problem ? <Notice tone="problem">{problem}</Notice> : null}
    </>
  );
}
