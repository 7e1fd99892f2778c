import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { useState } from 'react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { EnglishTexts } from '@/components/ui/english-texts';
import type { Session } from '@/lib/session/session';
import { writeCredential } from '@/lib/settings/credential';
import type { SessionWriter } from '@/lib/storage/session-writer';
import { aSession, idOf } from '@/test/fixtures';
import { aCredential } from '@/test/fixtures/a-credential';
import { CheckBesideDesk } from './check-beside-desk';
import { ChecksDesk } from './checks-desk';

const inPanel = (what: React.ReactNode) =>
  render(
    <EnglishTexts>
      <QueryClientProvider client={new QueryClient()}>{what}</QueryClientProvider>
    </EnglishTexts>,
  );
const team = aCredential().teamId ?? '';
const selfCheck = { id: idOf(70), team, title: '', organisation: '', sentAt: aSession().startedAt };
const session = aSession({ selfCheck: { ...selfCheck, answered: [], talkedAbout: [] } });
let problem: object | null;
let asked: { path: string; body: unknown }[];

beforeEach(async () => {
  fakeBrowser.reset();
  asked = [];
  problem = null;
  await writeCredential(aCredential());
  vi.stubGlobal('fetch', async (input: RequestInfo | URL, init: RequestInit = {}) => {
    const { pathname: path } = new URL(String(input));
    if (init.method === 'POST') asked.push({ path, body: JSON.parse(String(init.body)) });
    if (path.endsWith('/take') && problem) return Response.json(problem, { status: 409 });
    return init.method === 'POST' ? new Response(null, { status: 204 }) : Response.json({ sent: [] });
  });
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Held() {
  const [now, setNow] = useState<Session>(session);
  const writer = { update: (change: (before: Session) => Session) => setNow(change) } as unknown as SessionWriter;
  return <CheckBesideDesk writer={writer} session={now} stage="situation" />;
}

it('says that a self-check went along, and when it is taken off that everyone may have it again', async () => {
  inPanel(<Held />);
  const path = `/api/sent-checks/${idOf(70)}`;
  await waitFor(() => expect(asked).toEqual([{ path: `${path}/take`, body: { sessionId: session.id } }]));
  await userEvent.click(screen.getByRole('button', { name: /Take it off/ }));
  await waitFor(() => expect(asked[1]).toEqual({ path: `${path}/back`, body: { sessionId: session.id } }));
  expect(screen.queryByRole('button', { name: /Take it off/ })).toBeNull();
});

it('says that a colleague was quicker, and keeps what is there', async () => {
  problem = { type: '', title: 'x', status: 409, detail: 'Cora has taken it already.', code: 'already-there' };
  inPanel(<Held />);
  expect(await screen.findByText('Another session of your team has this self-check already.')).toBeTruthy();
  expect(screen.getByRole('button', { name: /Take it off/ })).toBeTruthy();
});

it('says that what clients sent waits for a connection', async () => {
  vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
  inPanel(<ChecksDesk onStart={() => {}} />);
  expect(await screen.findByText(/are shown when there is a connection/)).toBeTruthy();
});
