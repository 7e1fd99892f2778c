import { SelfCheckDraft } from '@/lib/self-check/draft';

const of = (teamId: string) => `eitherway.self-check.${teamId}.`;

/** Drafts for which a browser that keeps nothing has no place: they last as long as the page. */
const onPage = new Map<string, SelfCheckDraft>();

/** The draft of a self-check that is kept in this browser, for this team; null when there is none. */
export function readKept(teamId: string, id: string): SelfCheckDraft | null {
  const key = of(teamId) + id;
  try {
    const kept = SelfCheckDraft.safeParse(JSON.parse(localStorage.getItem(key) ?? 'null'));
    if (kept.success) return kept.data;
  } catch {}
  return onPage.get(key) ?? null;
}

/** Keeps a draft, or forgets it; false when this browser keeps nothing, so that it lasts as long as the page only. */
export function keepDraft(teamId: string, id: string, draft: SelfCheckDraft | null): boolean {
  const key = of(teamId) + id;
  onPage.delete(key);
  try {
    if (draft) localStorage.setItem(key, JSON.stringify(draft));
    else localStorage.removeItem(key);
    return true;
  } catch {
    if (draft) onPage.set(key, draft);
    return false;
  }
}

/** Every draft that is kept here, by its title. */
export function keptDrafts(teamId: string): SelfCheckDraft[] {
  const keys = new Set(onPage.keys());
  try {
    for (const key of Object.keys(localStorage)) keys.add(key);
  } catch {}
  return [...keys]
    .filter((key) => key.startsWith(of(teamId)))
    .flatMap((key) => readKept(teamId, key.slice(of(teamId).length)) ?? [])
    .sort((a, b) => a.title.localeCompare(b.title));
}

/** Calls when another page of this browser changed the draft. */
export function onKeptElsewhere(teamId: string, id: string, hear: () => void): () => void {
  const listen = ({ key }: StorageEvent) => {
    if (key === of(teamId) + id) hear();
  };
  addEventListener('storage', listen);
  return () => removeEventListener('storage', listen);
}
