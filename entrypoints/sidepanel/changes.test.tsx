import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteEditorProps } from '@/components/note-editor/note-editor-props';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Session } from '@/lib/session/session';
import { deleteAll } from '@/lib/storage/delete-all';
import { listOutbox } from '@/lib/storage/outbox';
import { finishSession, readSession, saveSession } from '@/lib/storage/sessions';
import { aNo, aNote, aSession, idOf } from '@/test/fixtures';
import { App } from './app';
import { theStore } from './device';
import { openStart } from './route';

const context = vi.fn();
vi.mock('@/lib/playbooks/load-shipped', async () => {
  const { shippedPlaybooks } = await import('@/lib/playbooks');
  return { loadShippedPlaybooks: async () => shippedPlaybooks };
});
vi.mock('@/components/note-editor/lazy-note-editor', () => ({
  LazyNoteEditor: (props: NoteEditorProps) => {
    context(props.context);
    return <textarea aria-label={props.label} defaultValue={props.value.text} />;
  },
}));

beforeEach(() => {
  fakeBrowser.reset();
  fakeBrowser.windows.getCurrent = (async () => ({ id: 7 })) as unknown as typeof fakeBrowser.windows.getCurrent;
  openStart();
});
afterEach(async () => {
  cleanup();
  await deleteAll(await theStore());
  vi.restoreAllMocks();
});

function openPanel() {
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>,
  );
}
const press = async (name: string | RegExp) => userEvent.click(await screen.findByRole('button', { name }));
const stored = async (id: string) => {
  const read = await readSession(await theStore(), id);
  if (read.kind !== 'found') throw new Error(read.kind);
  return read.session;
};
async function onDevice(session: Session) {
  await saveSession(await theStore(), session, 0);
  location.hash = `session/${session.id}`;
  openPanel();
  await screen.findByRole('heading', { level: 1, name: /Harbour Hotels/ });
  return session;
}

describe('whom a session is with', () => {
  it('is changed inside of it, stored, shown, and known to the flags', async () => {
    const { id } = await onDevice(aSession());
    await press('Edit client, title and people');
    await userEvent.type(screen.getByLabelText('Client', { selector: 'input' }), ' Group');
    await press('Add a person');
    await userEvent.type(screen.getAllByLabelText('Name').at(-1) as HTMLElement, 'Ines');
    await press('Save');
    expect(await screen.findByRole('heading', { level: 1, name: /Harbour Hotels Group/ })).toBeTruthy();
    await waitFor(async () => expect((await stored(id)).people.map(({ name }) => name)).toContain('Ines'));
    expect(context.mock.lastCall?.[0].clientNames).toEqual(['Harbour Hotels Group', 'Ljerka', 'Ines']);
    await press('Decide together');
    expect(await screen.findByLabelText('Ines')).toBeTruthy();
  });
});

describe('the focus', () => {
  it('is in the note of the first question after the start, and on the heading of a session that goes on', async () => {
    openPanel();
    await userEvent.type(await screen.findByLabelText('Client'), 'Acme');
    await press('Start the session');
    await screen.findByRole('article');
    const note = screen.getByLabelText('Note');
    await waitFor(() => expect(document.activeElement).toBe(note));
    await press('All sessions');
    await press(/Acme.*0 of/);
    const heading = await screen.findByRole('heading', { level: 1, name: 'Acme' });
    await waitFor(() => expect(document.activeElement).toBe(heading));
  });
});

it('never offers to ask the question that stands there', async () => {
  await onDevice(aSession());
  const question = screen.getByRole('heading', { level: 2 }).textContent;
  expect(context.mock.calls.map(([one]) => one.question)).toContain(question);
});

describe('a session of the list', () => {
  const kind = async (id: string) => (await readSession(await theStore(), id)).kind;
  it('that is unfinished is deleted by itself, and comes back as it was when that is undone', async () => {
    const { id } = aSession();
    await saveSession(await theStore(), aSession({ notes: [aNote()] }), 0);
    await saveSession(await theStore(), aSession({ id: idOf(5), client: { name: 'Acme' } }), 0);
    openPanel();
    await press(/^Delete Harbour Hotels/);
    expect(await screen.findByText('The session with Harbour Hotels is deleted.')).toBeTruthy();
    await waitFor(() => expect(screen.queryByRole('button', { name: /^Delete Harbour Hotels/ })).toBeNull());
    expect([await kind(id), await kind(idOf(5))]).toEqual(['missing', 'found']);
    const undo = screen.getByRole('button', { name: 'Undo' });
    expect(document.activeElement).toBe(undo);
    await userEvent.click(undo);
    await screen.findByRole('button', { name: /^Delete Harbour Hotels/ });
    expect((await stored(id)).notes).toEqual([aNote()]);
    expect(screen.queryByText(/is deleted\.$/)).toBeNull();
  });
  it('that the team has is deleted only after asking, which says that it is deleted there too', async () => {
    const finished = aSession({ decision: aNo(), finishedAt: '2026-03-02T11:00:00.000Z' });
    await finishSession(await theStore(), finished, 0, 'team-1');
    openPanel();
    await press(/^Delete Harbour Hotels/);
    expect(await screen.findByText('It is deleted from this device, and from your team’s server too.')).toBeTruthy();
    await press('Cancel');
    expect(await kind(finished.id)).toBe('found');
    await press(/^Delete Harbour Hotels/);
    await press('Delete it');
    await waitFor(async () => expect(await kind(finished.id)).toBe('missing'));
    expect((await listOutbox(await theStore())).map((entry) => entry.kind)).toEqual(['delete']);
  });
  it('is asked for too when it was opened again after the team had it', async () => {
    const store = await theStore();
    const finished = aSession({ decision: aNo(), finishedAt: '2026-03-02T11:00:00.000Z' });
    await finishSession(store, finished, 0, 'team-1');
    await saveSession(store, { ...finished, finishedAt: null }, 1);
    openPanel();
    await press(/^Delete Harbour Hotels/);
    expect(await screen.findByText(/from your team’s server too/)).toBeTruthy();
  });
  it('stays, and the panel says so, when the device does not delete it', async () => {
    await saveSession(await theStore(), aSession(), 0);
    openPanel();
    const button = await screen.findByRole('button', { name: /^Delete Harbour Hotels/ });
    const refusing = vi.spyOn(await theStore(), 'db').mockRejectedValue(new Error('closed'));
    await userEvent.click(button);
    expect(await screen.findByText('The session could not be deleted. It is still here.')).toBeTruthy();
    refusing.mockRestore();
    expect(await kind(aSession().id)).toBe('found');
  });
});
