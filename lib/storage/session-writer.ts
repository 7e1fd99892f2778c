import { v7 } from 'uuid';
import type { Session } from '@/lib/session/session';
import { copyOf, onlyMoved } from './losing-window';
import type { Store } from './open-store';
import { readSession, saveSession } from './sessions';
import { StorageError, type StorageProblem } from './storage-problem';
import type { StoreNews } from './store-news';

export type WriterState = 'saved' | 'pending' | 'failed';

/** What happened to the session elsewhere. */
export type WriterConflict =
  /** Another window changed or deleted it while this one had unsaved edits: they are stored in, and go on in, `copy`. */
  | { kind: 'copied'; copy: Session; stored: Session | null }
  /** It was deleted elsewhere, and this window had nothing unsaved. */
  | { kind: 'deleted' };

export type SessionWriter = {
  current(): Session;
  update(change: (session: Session) => Session): void;
  /** Resolves when everything is stored, or when storing failed (`state()` says which). Never rejects. */
  flush(): Promise<void>;
  subscribe(hear: () => void): () => void;
  state(): WriterState;
  /** Why storing fails, while it does: the edits are kept in memory and tried again. */
  problem(): StorageProblem | null;
  /** Stores what is unsaved and stops listening. What cannot be stored is kept and tried again for as long as the window lives. */
  dispose(): Promise<void>;
};

export type WriterOptions = {
  store: Store;
  /** As stored, with its stored revision; revision 0 when it is not stored yet. */
  session: Session;
  /** A keystroke older than this is on disk. */
  delayMs?: number;
  onConflict?: (conflict: WriterConflict) => void;
  newId?: () => string;
  copyTitle?: (title: string) => string;
};

/**
 * Of `delayMs`, what is left for the key to reach this writer (a frame or two) and for the write itself (about 5 ms for
 * 600 kB, more on a busy machine): it starts this much earlier.
 */
const WRITE_ALLOWANCE_MS = 150;
const RETRY_MS = { first: 250, longest: 5_000 };

/** Holds the one session that a window works on, and stores it as it changes. Writes never overlap. */
export function createSessionWriter(options: WriterOptions): SessionWriter {
  const { store, delayMs = 250, onConflict = () => {}, newId = v7 } = options;
  const copyTitle = options.copyTitle ?? ((title) => `${title} (copy)`);
  /** What the expert sees, and what is known to be stored: the same object while nothing is unsaved. */
  let current = options.session;
  let base = options.session;
  if (base.revision === 0) base = { ...base };
  /** A copy that is still to be stored, and told of. */
  let copied: { stored: Session | null } | null = null;
  let newestHeard = 0;
  let problem: StorageProblem | null = null;
  let failures = 0;
  let timer: ReturnType<typeof setTimeout> | null = null;
  let due = 0;
  let running: Promise<void> | null = null;
  let flushing = false;
  let leaving = false;
  let gone = false;
  const listeners = new Set<() => void>();

  const unsaved = () => current !== base && !gone;
  const tell = () => {
    for (const hear of [...listeners]) hear();
  };
  const disarm = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
  };
  /** A throttle, not a debounce: the first unsaved keystroke sets the time, however long the typing goes on. */
  const arm = () => {
    if (timer !== null || !unsaved()) return;
    const retry = Math.min(RETRY_MS.longest, RETRY_MS.first * 2 ** (failures - 1));
    const wait = failures > 0 ? retry : Math.max(0, delayMs - WRITE_ALLOWANCE_MS);
    timer = setTimeout(run, wait);
    due = performance.now() + wait;
  };

  function run(): Promise<void> {
    disarm();
    running ??= (async () => {
      do await saveOnce();
      while (flushing && unsaved() && problem === null);
      flushing = false;
      running = null;
      if (leaving && !unsaved()) end();
      arm();
      await follow();
    })();
    return running;
  }

  async function saveOnce(): Promise<void> {
    try {
      await save();
      failures = 0;
      problem = null;
    } catch (error) {
      failures += 1;
      problem = StorageError.from(error).problem;
    }
    tell();
  }

  async function save(): Promise<void> {
    if (!unsaved()) return;
    const sent = current;
    const result = await saveSession(store, sent, base.revision);
    if (result.kind === 'conflict') return settle(result.stored);
    base = result.session;
    current = current === sent ? base : { ...current, revision: base.revision };
    if (copied) onConflict({ kind: 'copied', copy: current, stored: copied.stored });
    copied = null;
  }

  /** This window lost. A mere move of the cursor gives way; anything typed goes on in a copy, which its expert finishes or deletes. */
  async function settle(stored: Session | null): Promise<void> {
    if (onlyMoved(base, current)) return stored ? take(stored) : sayDeleted();
    base = copyOf(current, newId(), copyTitle(current.title));
    current = { ...base };
    newestHeard = 0;
    copied = { stored };
    await save();
  }

  function take(stored: Session): void {
    base = stored;
    current = stored;
  }

  /** Should its expert type on all the same, the next save finds nothing stored, and a copy keeps the words. */
  function sayDeleted(): void {
    take(base);
    onConflict({ kind: 'deleted' });
  }

  /** Everything on the device was deleted: nothing of it may come back. */
  function leave(): void {
    gone = true;
    disarm();
    sayDeleted();
  }

  /** With nothing unsaved, shows what another window stored. */
  async function follow(): Promise<void> {
    if (gone || running || unsaved() || newestHeard <= base.revision) return;
    const { id } = base;
    const read = await readSession(store, id).catch(() => null);
    if (read?.kind !== 'found' || gone || running || unsaved() || base.id !== id) return;
    if (read.session.revision <= base.revision) return;
    take(read.session);
    tell();
  }

  function hear(news: StoreNews): void {
    if (gone) return;
    if (news.kind === 'cleared') leave();
    if (news.kind === 'deleted' && news.id === base.id && !unsaved() && !running) sayDeleted();
    if (news.kind === 'saved' && news.id === base.id) {
      newestHeard = Math.max(newestHeard, news.revision);
      void follow();
    }
  }
  const stopListening = store.listen(hear);
  function end(): void {
    gone = true;
    disarm();
    stopListening();
  }
  arm();

  function flush(): Promise<void> {
    if (!unsaved()) return running ?? Promise.resolve();
    flushing = true;
    return run();
  }

  return {
    current: () => current,
    update(change) {
      const next = change(current);
      if (next === current) return;
      current = next;
      // A browser puts keys before timers: under a flood of them the timer would come when the flood ends.
      if (timer !== null && performance.now() > due) void run();
      arm();
      tell();
    },
    flush,
    subscribe(listener) {
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
      };
    },
    state: () => (!unsaved() ? 'saved' : problem ? 'failed' : 'pending'),
    problem: () => (unsaved() ? problem : null),
    async dispose() {
      leaving = true;
      listeners.clear();
      await flush();
      if (!unsaved()) end();
    },
  };
}
