import 'fake-indexeddb/auto';
import { act, cleanup, render, screen } from '@testing-library/react';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { writeDecision } from '@/lib/session/decide';
import { writeNote } from '@/lib/session/notes';
import { askQuestion } from '@/lib/session/questions';
import type { Session } from '@/lib/session/session';
import { takeSelfCheck } from '@/lib/session/take-self-check';
import { writeCredential } from '@/lib/settings/credential';
import { deleteAll } from '@/lib/storage/delete-all';
import { listOutbox } from '@/lib/storage/outbox';
import { createSessionWriter, type SessionWriter } from '@/lib/storage/session-writer';
import { saveSession } from '@/lib/storage/sessions';
import { aFlag, aNo, anAt, aSession } from '@/test/fixtures';
import { theStore } from './device';
import { finishHeld } from './finish-held';
import { sameButNotes, useHeld } from './use-session-writer';

afterEach(async () => {
  cleanup();
  vi.restoreAllMocks();
  await deleteAll(await theStore());
});

async function aWriter(session: Session = aSession()): Promise<SessionWriter> {
  const store = await theStore();
  const result = await saveSession(store, session, 0);
  if (result.kind !== 'saved') throw new Error(result.kind);
  const writer = createSessionWriter({ store, session: result.session });
  onTestFinished(() => writer.dispose());
  return writer;
}
const value = (text: string, flags = [aFlag()]) => ({ text, theyAsked: [], flags });

describe('what a screen draws again for', () => {
  const note = writeNote(aSession(), 'a', value('Two days'), anAt());
  it('is not another word in a note', () => {
    expect(sameButNotes(note, writeNote(note, 'a', value('Two days a month'), anAt()))).toBe(true);
  });
  it('is a flag that came, a mark, and the decision', () => {
    expect(sameButNotes(note, writeNote(note, 'a', value('Two days', []), anAt()))).toBe(false);
    expect(sameButNotes(note, askQuestion(note, 'a', anAt()))).toBe(false);
    expect(sameButNotes(note, writeDecision(note, { to: 'x' }, anAt()))).toBe(false);
    const { id, startedAt: sentAt } = note;
    const check = { id, team: 't', title: 'A check', organisation: '', sentAt, answered: [], talkedAbout: [] };
    expect(sameButNotes(note, takeSelfCheck(note, check, anAt()))).toBe(false);
  });
  it('counts: a screen without notes does not draw at every key', async () => {
    const writer = await aWriter(note);
    const drawn = vi.fn();
    function Screen() {
      const session = useHeld(writer, sameButNotes);
      drawn();
      return <p>{session.questions.length} asked</p>;
    }
    render(<Screen />);
    const before = drawn.mock.calls.length;
    act(() => writer.update((now) => writeNote(now, 'a', value('Two days a month'), anAt())));
    expect(drawn.mock.calls.length).toBe(before);
    act(() => writer.update((now) => askQuestion(now, 'a', anAt())));
    expect(screen.getByText('1 asked')).toBeTruthy();
  });
});

describe('finishing what the writer holds', () => {
  const decided = () => aSession({ decision: aNo() });
  it('stores what was typed last, with the finish', async () => {
    const writer = await aWriter(decided());
    writer.update((now) => writeNote(now, null, value('The last word', []), anAt()));
    expect(await finishHeld(writer)).toBe('finished');
    await vi.waitFor(() => expect(writer.current().finishedAt).not.toBeNull());
    expect(writer.current().notes[0]?.text).toBe('The last word');
  });
  it('sends it to the team that the expert is signed in to, and to none without one', async () => {
    const alone = await aWriter(decided());
    await finishHeld(alone);
    await writeCredential({
      apiOrigin: 'https://api.example.com',
      token: 't',
      userId: 'u',
      name: 'Tobias',
      email: 't@example.com',
      teamId: 'team-1',
      teamName: 'Blue',
      role: 'expert',
    });
    const store = await theStore();
    expect((await listOutbox(store)).map(({ teamId }) => teamId)).toEqual([null]);
    await deleteAllSessions();
    const signedIn = await aWriter(decided());
    await finishHeld(signedIn);
    expect((await listOutbox(store)).map(({ teamId }) => teamId)).toEqual(['team-1']);
  });
  it('stores nothing while something is missing', async () => {
    const writer = await aWriter();
    expect(await finishHeld(writer)).toBe('incomplete');
    expect(await listOutbox(await theStore())).toEqual([]);
  });
  it('says so when the device does not store it', async () => {
    const writer = await aWriter(decided());
    const store = await theStore();
    vi.spyOn(store, 'db').mockRejectedValue(new Error('full'));
    expect(await finishHeld(writer)).toBe('not-stored');
    expect(writer.current().finishedAt).toBeNull();
  });
});

async function deleteAllSessions() {
  const db = await (await theStore()).db();
  for (const name of ['sessions', 'heads', 'outbox'] as const) await db.clear(name);
}
