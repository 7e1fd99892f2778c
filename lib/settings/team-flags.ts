import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { TeamFlags } from '@/lib/pitch/team-rule';
import { readCredential } from './credential';

const KEY = 'teamFlags';
const Kept = z.object({ teamId: z.string(), flags: TeamFlags });

/** What the team set for flags, as it was read last; null for who is signed in to no team, or to another one. */
export async function readTeamFlags(): Promise<TeamFlags | null> {
  const [credential, stored] = await Promise.all([readCredential(), browser.storage.local.get(KEY)]);
  const kept = Kept.safeParse(stored[KEY]);
  return kept.success && credential?.teamId === kept.data.teamId ? kept.data.flags : null;
}

/** Keeps them on this device, for when there is no network. */
export async function writeTeamFlags(teamId: string, flags: TeamFlags): Promise<void> {
  await browser.storage.local.set({ [KEY]: { teamId, flags } });
}

/** Calls back with every change of them or of who is signed in, made in whichever window. Returns how to stop. */
export function watchTeamFlags(hear: () => void): () => void {
  const listener = (changes: Record<string, unknown>) => {
    if (KEY in changes || 'credential' in changes) hear();
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}
