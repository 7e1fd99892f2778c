import { useSyncExternalStore } from 'react';
import { useTexts } from '@/components/ui/texts';
import type { SessionWriter } from '@/lib/storage/session-writer';

export function useWriterState(writer: SessionWriter) {
  return useSyncExternalStore(writer.subscribe, writer.state);
}

/** Whether what was typed is stored. It does not speak by itself: a notice does, when storing fails. */
export function SaveWords({ writer }: { writer: SessionWriter }) {
  const t = useTexts();
  const state = useWriterState(writer);
  return (
    <span data-save={state}>
      {t(state === 'saved' ? 'sequenceSaved' : state === 'pending' ? 'sequenceSaving' : 'sequenceNotSaved')}
    </span>
  );
}
