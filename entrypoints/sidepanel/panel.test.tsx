import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import type { NoteEditorProps } from '@/components/note-editor/note-editor-props';
import { EnglishTexts } from '@/components/ui/english-texts';
import { rememberCall } from '@/lib/call/call-memory';
import type { Session } from '@/lib/session/session';
import { deleteAll } from '@/lib/storage/delete-all';
import { listOutbox } from '@/lib/storage/outbox';
import { listSessions, readSession, saveSession } from '@/lib/storage/sessions';
import { aNo, aSession } from '@/test/fixtures';
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

describe('starting', () => {
  it('stores the session before it shows the first question', async () => {
    openPanel();
    await userEvent.type(await screen.findByLabelText('Client'), 'Acme');
    await press('Start the session');
    await screen.findByRole('article');
    const [head] = await listSessions(await theStore());
    expect(head).toMatchObject({ client: 'Acme', finishedAt: null });
    expect(location.hash).toBe(`#session/${head?.id}`);
  });
  it('fills in what the call says only when the expert takes it', async () => {
    await rememberCall(7, { url: 'https://meet.google.com/abc-defg-hij', title: 'Meet - Backups with Acme' });
    openPanel();
    await press('Use this');
    expect(screen.queryByRole('button', { name: 'Use this' })).toBeNull();
    expect(screen.getByLabelText<HTMLInputElement>('Title (if you like)').value).not.toBe('');
    await userEvent.type(screen.getByLabelText('Client'), '!');
    await press('Start the session');
    await screen.findByRole('article');
    const [head] = await listSessions(await theStore());
    expect(head?.callKind).toBe('meet');
  });
  it('keeps what was typed when the panel is closed and opened again', async () => {
    openPanel();
    await userEvent.type(await screen.findByLabelText('Client'), 'Half a na');
    cleanup();
    openPanel();
    expect((await screen.findByLabelText<HTMLInputElement>('Client')).value).toBe('Half a na');
  });
  it('lists an unfinished session with how far it is, and goes on with it', async () => {
    await saveSession(await theStore(), aSession(), 0);
    openPanel();
    await press(/Harbour Hotels.*0 of \d+ questions/);
    expect(await screen.findByRole('article')).toBeTruthy();
  });
});

describe('a session', () => {
  it('keeps every word and every mark', async () => {
    const { id, cursor } = await onDevice(aSession());
    await userEvent.type(screen.getByLabelText('Note'), 'Two days');
    await press('Asked');
    expect(screen.getByText('Marked as asked.')).toBeTruthy();
    await waitFor(async () => expect((await stored(id)).notes[0]?.text).toBe('Two days'));
    const asked = [{ questionId: cursor.questionId, state: 'asked' }];
    await waitFor(async () => expect((await stored(id)).questions).toMatchObject(asked));
    await waitFor(() => expect(screen.getByText('Saved on this device')).toBeTruthy());
  });
  it('takes back what was just marked', async () => {
    const { id } = await onDevice(aSession());
    await press('Not relevant');
    await press('Undo');
    expect(await screen.findByRole('button', { name: 'Not relevant' })).toBeTruthy();
    await waitFor(async () => expect((await stored(id)).questions).toEqual([]));
  });
  it('goes from question to question by keys, while typing too', async () => {
    await onDevice(aSession());
    const first = screen.getByRole('heading', { level: 2 }).textContent;
    await userEvent.click(screen.getByLabelText('Note'));
    await userEvent.keyboard('{Alt>}{ArrowDown}{/Alt}');
    expect(screen.getByRole('heading', { level: 2 }).textContent).not.toBe(first);
    await userEvent.keyboard('{Alt>}{ArrowUp}{/Alt}');
    expect(screen.getByRole('heading', { level: 2 }).textContent).toBe(first);
    await userEvent.keyboard('?');
    expect(screen.getByRole('dialog', { name: 'Keyboard shortcuts' })).toBeTruthy();
  });
  it('does not throw an own question away that has a note', async () => {
    await onDevice(aSession());
    await userEvent.type(screen.getByLabelText('Your question'), 'Who else?{Enter}');
    await press(/Who else\?/);
    await userEvent.type(screen.getByLabelText('Note'), 'The hotel next door');
    await press('Remove');
    expect(screen.getByText('There is a note under it, so it stays.')).toBeTruthy();
  });
  it('says that it is not here when another window deleted it', async () => {
    location.hash = 'session/01950000-0000-7000-8000-0000000000ff';
    openPanel();
    expect(await screen.findByText('This session is not on this device')).toBeTruthy();
    await press('All sessions');
    expect(await screen.findByRole('heading', { name: 'A new session' })).toBeTruthy();
  });
});

describe('finishing', () => {
  it('says what is missing only when asked to finish, and stores nothing as finished', async () => {
    const { id } = await onDevice(aSession());
    await press('Decide together');
    await screen.findByRole('heading', { name: 'The decision' });
    expect(screen.queryByRole('alert')).toBeNull();
    await press('Finish the session');
    expect((await screen.findByRole('alert')).textContent).toContain('Choose yes, no or not yet');
    expect((await stored(id)).finishedAt).toBeNull();
  });
  it('puts a decided session into the outbox, shows its summary, and lets it be opened again', async () => {
    const { id } = await onDevice({ ...aSession(), decision: aNo() });
    await press('Decide together');
    await press('Finish the session');
    expect(await screen.findByRole('button', { name: 'Copy as Markdown' })).toBeTruthy();
    expect((await stored(id)).finishedAt).not.toBeNull();
    expect((await listOutbox(await theStore())).map(({ sessionId }) => sessionId)).toEqual([id]);
    expect(await screen.findByText('On this device')).toBeTruthy();
    await press('Open it again');
    expect(await screen.findByRole('button', { name: 'Finish the session' })).toBeTruthy();
    await waitFor(async () => expect((await stored(id)).finishedAt).toBeNull());
  });
  it('ends without a decision only with a reason, and keeps a chosen outcome until then', async () => {
    const { id } = await onDevice({ ...aSession(), decision: aNo() });
    await press('Decide together');
    await press('End without a decision');
    expect(await screen.findByText('Say why there is no decision.')).toBeTruthy();
    expect(screen.getByLabelText<HTMLInputElement>('No').checked).toBe(true);
    await userEvent.type(screen.getByLabelText('Why there is no decision'), 'They had to leave');
    await press('End without a decision');
    await screen.findByRole('button', { name: 'Copy as text' });
    expect((await stored(id)).decision).toMatchObject({ outcome: null, undecidedReason: 'They had to leave' });
  });
  it('deletes a session for good when that is confirmed', async () => {
    const { id } = await onDevice({ ...aSession(), decision: aNo() });
    await press('Decide together');
    await press('Finish the session');
    await press('Delete');
    await press('Delete it');
    await screen.findByRole('heading', { name: 'A new session' });
    await waitFor(async () => expect((await readSession(await theStore(), id)).kind).toBe('missing'));
  });
});
