import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { aCredential } from '@/test/fixtures/a-credential';
import { clearCredential, writeCredential } from './credential';
import { readTeamFlags, watchTeamFlags, writeTeamFlags } from './team-flags';

beforeEach(() => fakeBrowser.reset());

const FLAGS = { version: 'v1', rules: [], neverFlagged: ['Orbit'], sensitivity: 'quiet' } as const;
const flags = { ...FLAGS, rules: [], neverFlagged: ['Orbit'] };
const teamId = aCredential().teamId ?? '';

describe('what a team set for flags', () => {
  it('stays on the device for who is signed in to that team, and for nobody else', async () => {
    await writeTeamFlags(teamId, flags);
    expect(await readTeamFlags()).toBeNull();
    await writeCredential(aCredential());
    expect(await readTeamFlags()).toEqual(flags);
    await writeTeamFlags('another', flags);
    expect(await readTeamFlags()).toBeNull();
  });
  it('is heard of when it or the sign-in changes', async () => {
    let heard = 0;
    const stop = watchTeamFlags(() => {
      heard += 1;
    });
    await writeTeamFlags(teamId, flags);
    await writeCredential(aCredential());
    expect(heard).toBe(2);
    stop();
    await clearCredential();
    expect(heard).toBe(2);
  });
});
