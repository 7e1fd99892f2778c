import { finish } from '@/lib/session/finish';
import { readCredential } from '@/lib/settings/credential';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { finishSession } from '@/lib/storage/sessions';
import { askToDrain } from '@/lib/sync/drain-message';
import { at, theStore } from './device';

/** Finishes what the writer holds: everything typed is stored first, then the session and its outbox entry in one. */
export async function finishHeld(writer: SessionWriter): Promise<'finished' | 'incomplete' | 'not-stored'> {
  await writer.flush();
  if (writer.state() !== 'saved') return 'not-stored';
  const held = writer.current();
  const finished = finish(held, at());
  if (finished.kind === 'incomplete') return 'incomplete';
  try {
    const [store, credential] = await Promise.all([theStore(), readCredential()]);
    const result = await finishSession(store, finished.session, held.revision, credential?.teamId ?? null);
    if (result.kind === 'conflict') return 'not-stored';
  } catch {
    return 'not-stored';
  }
  void askToDrain();
  return 'finished';
}
