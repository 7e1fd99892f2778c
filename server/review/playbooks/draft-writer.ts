import type { PlaybookDraft } from '@/lib/playbooks/draft';
import { isRefusal, Refusal } from '../api/answer';

export type SaveState = 'saved' | 'unsaved' | 'saving' | 'offline' | 'failed' | 'conflict';
export type Held = { draft: PlaybookDraft; state: SaveState };

export type DraftWriter = {
  held(): Held;
  revision(): number;
  change(draft: PlaybookDraft): void;
  /** Saves what is not saved yet; resolves when it was tried. */
  flush(): Promise<void>;
  /** After a conflict: what was typed is to stand over the stored revision. */
  over(revision: number): Promise<void>;
  subscribe(hear: () => void): () => void;
};

/**
 * Holds a draft while it is being edited: what is typed is kept in this browser at once and saved after a pause, one save at a time.
 * A draft that somebody else changed meanwhile is never overwritten: the state then is `conflict` until a person decides.
 */
export function createDraftWriter({
  draft,
  revision,
  unsaved,
  save,
  keep,
  later,
}: {
  draft: PlaybookDraft;
  revision: number;
  /** Whether it holds something that was typed and not saved before. */
  unsaved: boolean;
  save: (draft: PlaybookDraft, revision: number) => Promise<{ revision: number }>;
  /** Keeps it in this browser; null when there is nothing to keep any more. */
  keep: (kept: { draft: PlaybookDraft; revision: number } | null) => void;
  /** Runs something after the pause; the last one counts. */
  later: (run: () => void) => void;
}): DraftWriter {
  let held: Held = { draft, state: unsaved ? 'unsaved' : 'saved' };
  let base = revision;
  let running: Promise<void> | null = null;
  const listeners = new Set<() => void>();
  const set = (next: Held) => {
    held = next;
    for (const hear of listeners) hear();
  };

  async function run(): Promise<void> {
    while (held.state !== 'saved' && held.state !== 'conflict') {
      const sent = held.draft;
      set({ ...held, state: 'saving' });
      try {
        base = (await save(sent, base)).revision;
      } catch (error) {
        set({ ...held, state: stateAfter(error) });
        return;
      }
      const same = held.draft === sent;
      keep(same ? null : { draft: held.draft, revision: base });
      set({ ...held, state: same ? 'saved' : 'unsaved' });
    }
  }
  const flush = () => {
    running ??= run().finally(() => {
      running = null;
    });
    return running;
  };
  if (unsaved) later(() => void flush());

  return {
    held: () => held,
    revision: () => base,
    change(next) {
      keep({ draft: next, revision: base });
      set({ draft: next, state: held.state === 'conflict' ? 'conflict' : 'unsaved' });
      later(() => void flush());
    },
    flush,
    over(stored) {
      base = stored;
      set({ ...held, state: 'unsaved' });
      return flush();
    },
    subscribe(hear) {
      listeners.add(hear);
      return () => listeners.delete(hear);
    },
  };
}

function stateAfter(error: unknown): SaveState {
  if (isRefusal(error, 'draft-changed')) return 'conflict';
  return error instanceof Refusal && error.kind === 'offline' ? 'offline' : 'failed';
}
