import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { cleanup, render, screen } from '@testing-library/react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { clearCredential, writeCredential } from '@/lib/settings/credential';
import { readTeamFlags } from '@/lib/settings/team-flags';
import { aCredential } from '@/test/fixtures/a-credential';
import { useTeamFlags } from './use-team-flags';

beforeEach(() => fakeBrowser.reset());
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

const FLAGS = { version: 'v1', rules: [], neverFlagged: ['Orbit'], sensitivity: 'quiet' };

function Version() {
  return <p>version: {useTeamFlags()?.version ?? 'none'}</p>;
}

function show(answer: () => Promise<Response>): void {
  vi.stubGlobal('fetch', answer);
  render(
    <QueryClientProvider client={new QueryClient()}>
      <Version />
    </QueryClientProvider>,
  );
}

describe('what the team set for flags, in the panel', () => {
  it('is read with the sign-in of this device, kept, and there again without a network', async () => {
    await writeCredential(aCredential());
    show(async () => Response.json(FLAGS));
    await screen.findByText('version: v1');
    expect(await readTeamFlags()).toEqual(FLAGS);
    cleanup();
    show(async () => {
      throw new TypeError('offline');
    });
    await screen.findByText('version: v1');
    await clearCredential();
    expect(await screen.findByText('version: none')).toBeTruthy();
  });
});
