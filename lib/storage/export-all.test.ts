import { beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { readCredential, writeCredential } from '@/lib/settings/credential';
import { readSettings, writeSettings } from '@/lib/settings/settings';
import { aPlaybook, aSession, idOf } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { aStore } from '@/test/fixtures/a-store';
import { deleteAll } from './delete-all';
import { exportAll, exportFileName, exportSession } from './export-all';
import { rememberPlaybook } from './playbooks';
import { finishSession, listSessions, saveSession } from './sessions';

beforeEach(() => fakeBrowser.reset());

async function aFullStore() {
  const store = await aStore();
  await rememberPlaybook(store, aPlaybook());
  await saveSession(store, aSession({ id: idOf(1) }), 0);
  await finishSession(store, aSession({ id: idOf(2), finishedAt: '2026-03-02T11:00:00.000Z' }), 0, 'team-a');
  await (await store.db()).put('sessions', { id: idOf(3), form: 99, of: 'a newer version' } as never);
  await writeSettings({ expertName: 'Tobias' });
  await writeCredential(aCredential({ token: 'the-secret-token' }));
  return store;
}

it('exports everything, with what this version cannot open, and without the sign-in', async () => {
  const store = await aFullStore();
  const file = await exportAll(store);
  expect(file).toMatchObject({
    format: 'eitherway-export',
    version: 1,
    exportedAt: '1970-01-01T00:00:01.000Z',
    settings: { expertName: 'Tobias' },
    sessions: [{ id: idOf(1) }, { id: idOf(2) }, { id: idOf(3), of: 'a newer version' }],
    outbox: [{ sessionId: idOf(2) }],
    delivered: [],
    playbooks: [aPlaybook()],
  });
  expect(JSON.stringify(file)).not.toContain('the-secret-token');
});

it('exports one session just as it is stored', async () => {
  const store = await aFullStore();
  expect(await exportSession(store, idOf(3))).toEqual({ id: idOf(3), form: 99, of: 'a newer version' });
  expect(await exportSession(store, idOf(4))).toBeUndefined();
});

it('names the file by its day', () => {
  expect(exportFileName('2026-11-23T07:00:00.000Z')).toBe('eitherway-2026-11-23.json');
});

it('deletes everything: sessions, what waits, playbooks, settings and the sign-in', async () => {
  const store = await aFullStore();
  const heard = vi.fn();
  store.listen(heard);
  await deleteAll(store);
  const empty = await exportAll(store);
  expect([empty.sessions, empty.outbox, empty.playbooks].flat()).toEqual([]);
  expect(await listSessions(store)).toEqual([]);
  expect((await readSettings()).expertName).toBe('');
  expect(await readCredential()).toBeNull();
  expect(heard).toHaveBeenCalledWith({ kind: 'cleared' });
});

it('keeps the sign-in when the notes could not be deleted, so that it can be tried again', async () => {
  const store = await aFullStore();
  store.close();
  await expect(deleteAll(store)).rejects.toMatchObject({ problem: 'closed' });
  expect(await readCredential()).not.toBeNull();
});
