import { useRef, useState } from 'react';
import type { DeletionStep } from '@/components/start-form/deletion';
import type { Session } from '@/lib/session/session';
import { deleteSession, isWithTeam, readSession, saveSession } from '@/lib/storage/sessions';
import { askToDrain } from '@/lib/sync/drain-message';
import { theStore } from './device';

/** What is about to be deleted, or was and can be brought back. */
type Held = { id: string; session: Session | null };

/** Deletes one session of the list: an unfinished one that only this device has at once, with an undo; others after asking. */
export function useDeletion(onGone: () => void) {
  const [step, setStep] = useState<DeletionStep>({ kind: 'none' });
  const held = useRef<Held>({ id: '', session: null });
  const trying = (work: () => Promise<DeletionStep>) => void work().then(setStep, () => setStep({ kind: 'failed' }));
  return {
    step,
    onDelete: (id: string) =>
      trying(async () => {
        const store = await theStore();
        const [read, atTeam] = await Promise.all([readSession(store, id), isWithTeam(store, id)]);
        const session = read.kind === 'found' ? read.session : null;
        held.current = { id, session };
        if (!session || session.finishedAt !== null || atTeam) return { kind: 'asking', atTeam };
        await deleteSession(store, id);
        return { kind: 'deleted', client: session.client.name };
      }),
    onConfirm: () =>
      trying(async () => {
        await deleteSession(await theStore(), held.current.id);
        void askToDrain();
        onGone();
        return { kind: 'none' };
      }),
    onUndo: () =>
      trying(async () => {
        const { session } = held.current;
        if (session) await saveSession(await theStore(), session, 0);
        onGone();
        return { kind: 'none' };
      }),
    onClose: () => setStep((now) => (now.kind === 'asking' ? { kind: 'none' } : now)),
  };
}
