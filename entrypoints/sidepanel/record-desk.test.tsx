import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import { recordOf } from '@/lib/record/record-of';
import type { SharedRecord } from '@/lib/record/wire';
import { clearCredential, writeCredential } from '@/lib/settings/credential';
import { aNo, aSession } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { RecordDesk } from './record-desk';

const AT = '2026-03-02T10:50:00.000Z';
const session = aSession({ decision: aNo(), finishedAt: AT });
const RECORD: SharedRecord = {
  version: 1,
  document: recordOf(session),
  versions: [{ version: 1, madeOf: 'session', madeByName: 'Emil', madeAt: AT, changes: [] }],
  responses: [],
  link: { madeAt: AT, expiresAt: '2026-05-31T10:50:00.000Z' },
  mail: false,
  isBehind: false,
};

let record: SharedRecord | null;
let online: boolean;
let asked: string[];

beforeEach(async () => {
  fakeBrowser.reset();
  [record, online, asked] = [null, true, []];
  await writeCredential(aCredential());
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const method = init.method ?? 'GET';
    asked.push(`${method} ${new URL(String(input)).pathname}`);
    if (!online) throw new TypeError('Failed to fetch');
    if (method === 'GET') return Response.json({ record });
    record = RECORD;
    return Response.json({ version: 1, address: 'https://eitherway.example.com/c/record/t.s' });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const show = () =>
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient()}>
        <RecordDesk session={session} />
      </QueryClientProvider>
    </EnglishTexts>,
  );
const again = () => userEvent.click(screen.getByRole('button', { name: 'Try again' }));

describe('the decision record in the panel', () => {
  it('is shared from there, and its address can be copied', async () => {
    show();
    await userEvent.click(await screen.findByRole('button', { name: 'Share the decision' }));
    const address = await screen.findByLabelText<HTMLInputElement>('Address for the client');
    expect(address.value).toBe('https://eitherway.example.com/c/record/t.s');
    expect(await screen.findByText('The client has not said yet whether it is right.')).toBeTruthy();
    expect(asked).toContain(`POST /api/sessions/${session.id}/record`);
  });

  it('says when it cannot be read, and is read when there is a network again', async () => {
    online = false;
    show();
    expect(await screen.findByText(/cannot be read just now/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Share the decision' })).toBeNull();
    online = true;
    await again();
    expect(await screen.findByRole('button', { name: 'Share the decision' })).toBeTruthy();
    expect(screen.queryByText(/cannot be read just now/)).toBeNull();
  });

  it('says when something could not be done, and shares nothing twice', async () => {
    show();
    const share = await screen.findByRole('button', { name: 'Share the decision' });
    online = false;
    await userEvent.click(share);
    expect((await screen.findByRole('alert')).textContent).toContain('This did not work. Please try again.');
    online = true;
    await userEvent.click(share);
    expect(await screen.findByLabelText('Address for the client')).toBeTruthy();
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('is not asked for by who is not signed in', async () => {
    await clearCredential();
    show();
    await vi.waitFor(() => expect(screen.queryByRole('button')).toBeNull());
    expect(asked).toEqual([]);
  });
});
