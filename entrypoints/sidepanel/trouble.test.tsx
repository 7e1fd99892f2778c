import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { act, cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteEditorProps } from '@/components/note-editor/note-editor-props';
import { EnglishTexts } from '@/components/ui/english-texts';
import { writeNote } from '@/lib/session/notes';
import type { Session } from '@/lib/session/session';
import { deleteAll } from '@/lib/storage/delete-all';
import { deleteSession, listSessions, readSession, saveSession } from '@/lib/storage/sessions';
import { anAt, aSession } from '@/test/fixtures';
import { App } from './app';
import { theStore } from './device';
import { openStart } from './route';

vi.mock('@/lib/playbooks/load-shipped', async () => {
  const { shippedPlaybooks } = await import('@/lib/playbooks');
  return { loadShippedPlaybooks: async () => shippedPlaybooks };
});
vi.mock('@/components/note-editor/lazy-note-editor', () => ({
  LazyNoteEditor: ({ value, label, onChange }: NoteEditorProps) => (
    <textarea aria-label={label} value={value.text} onChange={(e) => onChange({ ...value, text: e.target.value })} />
  ),
}));

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.windows.getCurrent = (async () => ({ id: 7 })) as unknown as typeof fakeBrowser.windows.getCurrent;
  openStart();
});
afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await deleteAll(await theStore());
});

async function onDevice(session: Session = aSession()) {
  await saveSession(await theStore(), session, 0);
  location.hash = `session/${session.id}`;
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>,
  );
  await screen.findByLabelText('Note');
  return session;
}
/** What another window stores: the session as it is there, with something typed. */
async function elsewhere(id: string, text: string) {
  const store = await theStore();
  const read = await readSession(store, id);
  if (read.kind !== 'found') throw new Error(read.kind);
  const { session } = read;
  const typed = writeNote(session, session.cursor.questionId, { text, theyAsked: [], flags: [] }, anAt());
  return saveSession(store, typed, session.revision);
}
const note = () => screen.getByLabelText<HTMLTextAreaElement>('Note');

describe('two windows on one session', () => {
  it('show the same while only one of them types', async () => {
    const { id } = await onDevice();
    await act(() => elsewhere(id, 'typed in the other window'));
    await waitFor(() => expect(note().value).toBe('typed in the other window'));
    expect(screen.queryByRole('alert')).toBeNull();
  });
  it('never overwrite each other: what was typed here goes on in a copy, and the panel says so', async () => {
    const { id } = await onDevice();
    const store = await theStore();
    const db = await store.db();
    // Both typed before either heard of the other.
    const silence = vi.spyOn(store, 'announce').mockImplementation(() => {});
    await elsewhere(id, 'theirs');
    silence.mockRestore();
    await userEvent.type(note(), 'mine');
    expect((await screen.findByRole('alert')).textContent).toContain('changed in another window');
    const texts = async () => (await db.getAll('sessions')).map((one) => (one as Session).notes[0]?.text);
    await expect.poll(async () => (await texts()).toSorted()).toEqual(['mine', 'theirs']);
    await expect.poll(() => location.hash).not.toContain(id);
    await userEvent.click(screen.getByRole('button', { name: 'Understood' }));
    expect(screen.queryByRole('alert')).toBeNull();
    expect(note().value).toBe('mine');
  });
  it('say so when the session was deleted in the other one', async () => {
    const { id } = await onDevice();
    await act(async () => deleteSession(await theStore(), id));
    expect(await screen.findByText('This session was deleted in another window')).toBeTruthy();
    expect(screen.getByText('It is no longer on this device.')).toBeTruthy();
    expect(screen.queryByText(/may have been deleted/)).toBeNull();
  });
  it('say so too when something was typed here meanwhile, and where that went', async () => {
    const { id } = await onDevice();
    const store = await theStore();
    const silence = vi.spyOn(store, 'announce').mockImplementation(() => {});
    await deleteSession(store, id);
    silence.mockRestore();
    await userEvent.type(note(), 'mine');
    const said = (await screen.findByRole('alert')).textContent;
    expect(said).toContain('This session was deleted in another window');
    expect(said).not.toContain('changed in another window');
    expect(note().value).toBe('mine');
  });
});

describe('a device that does not store', () => {
  it('keeps the words in the panel, says so as long as it is so, and offers them as a file', async () => {
    const { id } = await onDevice();
    const store = await theStore();
    const refusing = vi.spyOn(store, 'db').mockRejectedValue(new DOMException('', 'QuotaExceededError'));
    await userEvent.type(note(), 'kept');
    expect((await screen.findByRole('alert')).textContent).toContain('does not store your notes');
    expect(note().value).toBe('kept');
    // Here a click on a download would lead away from the page.
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => {});
    const address = vi.spyOn(URL, 'createObjectURL').mockReturnValue('blob:x');
    await userEvent.click(screen.getByRole('button', { name: 'Export as a file' }));
    const file = address.mock.calls[0]?.[0] as Blob;
    expect(await file.text()).toContain('kept');
    refusing.mockRestore();
    await waitFor(() => expect(screen.queryByRole('alert')).toBeNull(), { timeout: 5_000 });
    const read = await readSession(store, id);
    expect(read.kind === 'found' && read.session.notes[0]?.text).toBe('kept');
  });
});

describe('without a network', () => {
  it('says that everything is kept, and asks for a try when it is back', async () => {
    const asked = vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockResolvedValue(undefined as never);
    const online = vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
    await onDevice();
    expect(screen.getByText('No network')).toBeTruthy();
    online.mockReturnValue(true);
    act(() => void dispatchEvent(new Event('online')));
    expect(screen.queryByText('No network')).toBeNull();
    expect(asked).toHaveBeenCalledWith({ kind: 'drain', networkBack: true });
  });
});

it('stores what is typed when the panel is left', async () => {
  const { id } = await onDevice();
  await userEvent.type(note(), 'the last word');
  await userEvent.click(screen.getByRole('button', { name: 'All sessions' }));
  await screen.findByRole('heading', { name: 'A new session' });
  const read = await readSession(await theStore(), id);
  expect(read.kind === 'found' && read.session.notes[0]?.text).toBe('the last word');
  expect((await listSessions(await theStore())).length).toBe(1);
});
