import { Playbook, type PlaybookRef } from '@/lib/playbooks/playbook';
import type { Store } from './open-store';

export type Remembered =
  | { kind: 'kept' | 'already' }
  /** Another text stands under the same id and version; it was not overwritten, since a session may have begun with it. */
  | { kind: 'differs'; kept: Playbook };

/** Keeps the playbook that a session begins with, so that it is there without a network, in just that version. */
export async function rememberPlaybook(store: Store, playbook: Playbook): Promise<Remembered> {
  const tx = (await store.db()).transaction('playbooks', 'readwrite');
  const kept = await tx.store.get([playbook.id, playbook.version]);
  if (!kept) await tx.store.put(playbook);
  await tx.done;
  if (!kept) return { kind: 'kept' };
  return JSON.stringify(Playbook.parse(kept)) === JSON.stringify(Playbook.parse(playbook))
    ? { kind: 'already' }
    : { kind: 'differs', kept };
}

export async function recallPlaybook(store: Store, ref: PlaybookRef): Promise<Playbook | undefined> {
  return await (await store.db()).get('playbooks', [ref.id, ref.version]);
}
