import { useId, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { Notice } from '@/components/ui/notice';
import { type MessageKey, useTexts } from '@/components/ui/texts';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import { FILE_LIMIT } from '@/lib/playbooks/json-file';
import { readPlaybookFile } from '@/lib/playbooks/playbook-file';

const REFUSED: Record<'too-large' | 'no-json' | 'wrong-form', MessageKey> = {
  'too-large': 'playbooksFileTooLarge',
  'no-json': 'playbooksFileNoJson',
  'wrong-form': 'playbooksFileWrongForm',
};

/** Reads a playbook from a file of one's own; says what is wrong with a file that is none. */
export function ImportFile({ onRead }: { onRead: (draft: PlaybookDraft) => void }) {
  const t = useTexts();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [problem, setProblem] = useState<string | null>(null);
  const take = async (file: File | undefined) => {
    setProblem(null);
    if (!file) return;
    // A character is at most four bytes.
    if (file.size > FILE_LIMIT * 4) return setProblem(t('playbooksFileTooLarge'));
    const text = await file.text().catch(() => null);
    if (text === null) return setProblem(t('playbooksFileUnread'));
    const read = readPlaybookFile(text);
    if (read.kind === 'read') onRead(read.draft);
    else setProblem(t(REFUSED[read.reason], { where: read.where }));
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
