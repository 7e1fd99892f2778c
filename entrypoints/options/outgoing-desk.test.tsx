import 'fake-indexeddb/auto';
import { QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import { deleteAll } from '@/lib/storage/delete-all';
import { listOutbox, markDelivered, markSetback, type OutboxEntry } from '@/lib/storage/outbox';
import { finishSession } from '@/lib/storage/sessions';
import type { SyncStatus } from '@/lib/sync/sync-status';
import { aSession, idOf } from '@/test/fixtures';
import { theStore } from '../sidepanel/device';
import { createQueries } from './create-queries';
import { OutgoingDesk } from './outgoing-desk';

type Mine = OutboxEntry & { teamId: string };
const outbox = async () => (await listOutbox(await theStore())) as Mine[];

beforeEach(() => fakeBrowser.reset());
afterEach(async () => {
  cleanup();
  await deleteAll(await theStore());
});

/** Two sessions that wait for a while, or one that was refused; and a background that answers a try. */
async function show(left: 'waiting' | 'refused', tried: (mine: Mine[]) => Promise<SyncStatus['kind']>) {
  const store = await theStore();
  const refusal = { code: 'clock-skew', sentence: 'The clock of your device is ahead.' };
  for (const n of left === 'waiting' ? [1, 2] : [1]) {
    const done = aSession({ id: idOf(n), client: { name: `Client ${n}` }, finishedAt: '2026-03-02T11:00:00.000Z' });
    await finishSession(store, done, 0, 'team-a');
  }
  for (const entry of await outbox()) {
    const later = { kind: 'later', notBefore: Number.MAX_SAFE_INTEGER, waitsFor: 'server' } as const;
    await markSetback(store, entry, left === 'waiting' ? later : { kind: 'refused', refusal });
  }
  const asked = vi.fn(async () => {
    const kind = await tried(await outbox());
    return { kind, waiting: 0, at: 1, nextAt: null } satisfies SyncStatus;
  });
  vi.spyOn(fakeBrowser.runtime, 'sendMessage').mockImplementation((() => asked()) as never);
  render(
    <EnglishTexts>
      <QueryClientProvider client={createQueries()}>
        <OutgoingDesk teamId="team-a" />
      </QueryClientProvider>
    </EnglishTexts>,
  );
  return asked;
}
const deliver = async (mine: Mine[]) => {
  for (const entry of mine) await markDelivered(await theStore(), entry);
  return 'done' as const;
};

describe('what has not reached the team', () => {
  it('is due at once when the expert asks, and gone from here when it arrived', async () => {
    await show('waiting', async (mine) => {
      expect(mine.map(({ notBefore }) => notBefore)).toEqual([0, 0]);
      return deliver(mine);
    });
    await screen.findByText('2 finished sessions wait to be sent');
    await userEvent.click(screen.getByRole('button', { name: 'Send now' }));
    expect(await screen.findByText('All of it is with your team.')).toBeTruthy();
    await vi.waitFor(() => expect(screen.queryByRole('button', { name: 'Send now' })).toBeNull());
  });

  it.each([
    ['offline', /did not answer/],
    ['paused', /is busy/],
    ['done', /is busy/],
    ['signed-out', /sign in again/],
    ['no-team', /not in a team/],
    ['storage', /did not work/],
  ] as const)('stays, with a sentence, when the try ends %s', async (kind, words) => {
    await show('waiting', async () => kind);
    await userEvent.click(await screen.findByRole('button', { name: 'Send now' }));
    expect(await screen.findByText(words)).toBeTruthy();
    expect(await outbox()).toHaveLength(2);
  });

  it('is named with the reason when it was refused, and can be tried again', async () => {
    await show('refused', deliver);
    const alert = await screen.findByRole('alert');
    expect(alert.textContent).toMatch(/Client 1: not accepted.*clock of your device is ahead/);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('All of it is with your team.')).toBeTruthy();
    await vi.waitFor(() => expect(screen.queryByRole('alert')).toBeNull());
  });

  it('is tried at once when the network comes back', async () => {
    const asked = await show('waiting', async () => 'offline');
    await screen.findByRole('button', { name: 'Send now' });
    dispatchEvent(new Event('online'));
    await vi.waitFor(() => expect(asked).toHaveBeenCalledOnce());
  });
});
