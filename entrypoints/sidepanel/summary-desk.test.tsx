import 'fake-indexeddb/auto';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Decision } from '@/lib/session/decision';
import { deleteAll } from '@/lib/storage/delete-all';
import { finishSession } from '@/lib/storage/sessions';
import { aNo, aNotYet, aSession } from '@/test/fixtures';
import { App } from './app';
import { theStore } from './device';
import { openStart } from './route';

vi.mock('@/lib/playbooks/load-shipped', async () => {
  const { shippedPlaybooks } = await import('@/lib/playbooks');
  return { loadShippedPlaybooks: async () => shippedPlaybooks };
});

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

async function openFinished(decision: Decision) {
  const session = aSession({ decision, finishedAt: '2026-03-02T11:00:00.000Z' });
  await finishSession(await theStore(), session, 0, null);
  location.hash = `session/${session.id}`;
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient({ defaultOptions: { queries: { networkMode: 'always' } } })}>
        <App />
      </QueryClientProvider>
    </EnglishTexts>,
  );
  await screen.findByRole('button', { name: 'Print' });
  return session;
}

describe('a finished session in the panel', () => {
  it('gives its agreed days as a calendar file, made on the device', async () => {
    const given: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      given.push(blob as Blob);
      return 'blob:x';
    });
    const named: string[] = [];
    vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(function (this: HTMLAnchorElement) {
      named.push(this.download);
    });
    const session = await openFinished(aNotYet());
    await userEvent.click(screen.getByRole('button', { name: 'Calendar file' }));
    expect(named).toEqual(['Harbour-Hotels-next-steps.ics']);
    const text = (await given[0]?.text()) ?? '';
    expect(text).toContain(`UID:${session.id}.look-again@eitherway\r\n`);
    expect(text).toContain('DTSTART;VALUE=DATE:20260401\r\n');
    expect(text).not.toContain('URL:');
  });

  it('offers none where no day was agreed', async () => {
    await openFinished(aNo());
    expect(screen.queryByRole('button', { name: 'Calendar file' })).toBeNull();
  });
});
