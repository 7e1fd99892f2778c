import 'fake-indexeddb/auto';
import { onlineManager, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import { readCredential, writeCredential } from '@/lib/settings/credential';
import { listSessions, saveSession } from '@/lib/storage/sessions';
import { aSession } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { theStore } from '../sidepanel/device';
import { createQueries } from './create-queries';
import { DataDesk } from './data-desk';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

/** A signed-in device with one session, and what it asks of the API. */
async function show(fetcher: (method: string) => Response): Promise<string[]> {
  const asked: string[] = [];
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init?: RequestInit) => {
    asked.push(`${init?.method ?? 'GET'} ${new URL(String(input)).pathname}`);
    return fetcher(init?.method ?? 'GET');
  });
  await writeCredential(aCredential());
  await saveSession(await theStore(), aSession(), 0);
  render(
    <EnglishTexts>
      <QueryClientProvider client={createQueries()}>
        <DataDesk />
      </QueryClientProvider>
    </EnglishTexts>,
  );
  await screen.findByText(/One session is on this device/);
  return asked;
}
async function deleteAllHere(): Promise<void> {
  await userEvent.click(screen.getByRole('button', { name: 'Delete all my data here' }));
  await userEvent.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'Delete everything' }));
  await screen.findByText('Everything on this device is deleted.');
}
const me = { user: { id: 'u', name: 'T', email: 't@example.com' }, team: null, deviceId: 'device-7' };

describe('deleting all my data', () => {
  it('ends the sign-in at the team’s server too', async () => {
    const asked = await show((method) => (method === 'GET' ? Response.json(me) : new Response(null, { status: 204 })));
    await deleteAllHere();
    await vi.waitFor(() => expect(asked).toEqual(['GET /api/me', 'DELETE /api/devices/device-7']));
    expect(await readCredential()).toBeNull();
    expect(await listSessions(await theStore())).toEqual([]);
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is done without a network too, and then says where to end the sign-in', async () => {
    onlineManager.setOnline(false);
    onTestFinished(() => onlineManager.setOnline(true));
    await show(() => {
      throw new TypeError('Failed to fetch');
    });
    await deleteAllHere();
    expect((await screen.findByRole('alert')).textContent).toContain('could not be told');
    const link = screen.getByRole('link', { name: 'Open your team’s page' });
    expect(link.getAttribute('href')).toBe('https://eitherway.example/devices');
    expect(await readCredential()).toBeNull();
  });
});
