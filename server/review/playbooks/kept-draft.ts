import * as z from 'zod/mini';
import { PlaybookDraft } from '@/lib/playbooks/draft';

const Kept = z.object({ draft: PlaybookDraft, revision: z.int() });
export type Kept = z.infer<typeof Kept>;

const at = (id: string) => `eitherway.playbook.${id}`;

/** What was typed in a draft and not saved yet, in this browser. */
export function readKept(id: string): Kept | null {
  try {
    const kept = Kept.safeParse(JSON.parse(localStorage.getItem(at(id)) ?? 'null'));
    return kept.success ? kept.data : null;
  } catch {
    return null;
  }
}

/** A browser that keeps nothing is no reason to stop: the draft is still on the page. */
export function keepDraft(id: string, kept: Kept | null): void {
  try {
    if (kept) localStorage.setItem(at(id), JSON.stringify(kept));
    else localStorage.removeItem(at(id));
  } catch {}
}
