import { useEffect, useState, useSyncExternalStore } from 'react';
import type { PlaybookDraft } from '@/lib/playbooks/draft';
import { createDraftWriter, type DraftWriter } from './draft-writer';
import { keepDraft, readKept } from './kept-draft';
import { saveDraft } from './queries';

/** Milliseconds without typing after which a draft is saved. */
const PAUSE = 800;

type Stored = { document: PlaybookDraft; revision: number };

/** The writer of a stored draft, with what an earlier page of this browser had not saved; saves again when there is a network. */
export function useDraft(stored: Stored) {
  const [writer] = useState(() => writerOf(stored));
  const held = useSyncExternalStore(writer.subscribe, writer.held);
  useEffect(() => {
    const save = () => void writer.flush();
    addEventListener('online', save);
    addEventListener('pagehide', save);
    return () => {
      removeEventListener('online', save);
      removeEventListener('pagehide', save);
      save();
    };
  }, [writer]);
  return { writer, ...held };
}

function writerOf({ document, revision }: Stored): DraftWriter {
  const kept = readKept(document.id);
  let timer: ReturnType<typeof setTimeout> | undefined;
  return createDraftWriter({
    draft: kept?.draft ?? document,
    // Over another revision than it was typed over, it is a conflict, which the API says.
    revision: kept?.revision ?? revision,
    unsaved: kept !== null,
    save: saveDraft,
    keep: (one) => keepDraft(document.id, one),
    later: (run) => {
      clearTimeout(timer);
      timer = setTimeout(run, PAUSE);
    },
  });
}
