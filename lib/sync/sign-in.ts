import { browser } from 'wxt/browser';
import { type Credential, readCredential, writeCredential } from '@/lib/settings/credential';
import { PendingSignIn, pollDeviceSignIn, startDeviceSignIn } from './device-sign-in';
import { readMe } from './read-api';

const KEY = 'pendingSignIn';

export type SignInOutcome =
  | { kind: 'signed-in'; credential: Credential }
  | { kind: 'expired' | 'denied' | 'cancelled' | 'offline' }
  /** `sentence` is the API's own, or empty: then it does not answer as an Eitherway API does. */
  | { kind: 'refused'; sentence: string };

export type SignInParts = {
  now?: () => number;
  fetch?: typeof fetch;
  /** Resolves after this many milliseconds, or at once when the signal is aborted. */
  wait?: (ms: number, signal: AbortSignal) => Promise<void>;
  signal?: AbortSignal;
};

/** Asks for a code and remembers it, so that closing the page does not lose the sign-in. */
export async function beginSignIn(
  apiOrigin: string,
  { now = Date.now, fetch }: SignInParts = {},
): Promise<{ kind: 'waiting'; pending: PendingSignIn } | { kind: 'offline' } | { kind: 'refused'; sentence: string }> {
  const started = await startDeviceSignIn(apiOrigin, now(), fetch);
  if (started.kind !== 'started') return started;
  await browser.storage.session.set({ [KEY]: started.pending });
  return { kind: 'waiting', pending: started.pending };
}

/** A sign-in that was begun and is not decided yet, perhaps by a page that is closed by now. */
export async function readPendingSignIn(now = Date.now()): Promise<PendingSignIn | null> {
  const pending = PendingSignIn.safeParse((await browser.storage.session.get(KEY))[KEY]);
  return pending.success && pending.data.expiresAt > now ? pending.data : null;
}

export async function cancelSignIn(): Promise<void> {
  await browser.storage.session.remove(KEY);
}

/** Waits until the expert has confirmed or refused the code on the team's page, then keeps the credential. */
export async function awaitSignIn(first: PendingSignIn, parts: SignInParts = {}): Promise<SignInOutcome> {
  const { now = Date.now, fetch, wait = pause, signal = new AbortController().signal } = parts;
  let pending = first;
  for (;;) {
    await wait(pending.intervalMs, signal);
    if (signal.aborted) return { kind: 'cancelled' };
    const settled = await settledElsewhere(pending);
    if (settled) return settled;
    const polled = await pollDeviceSignIn(pending, now(), fetch);
    switch (polled.kind) {
      case 'pending':
        pending = polled.pending;
        break;
      case 'token':
        return await keep(pending.apiOrigin, polled.token, parts);
      case 'refused':
        // Two pages may ask for the same code; the one that comes second is told that it is used up.
        return (await settledElsewhere(pending)) ?? (await end(polled));
      case 'expired':
      case 'denied':
        return await end(polled);
      default:
        throw new Error(`unhandled ${polled satisfies never}`);
    }
  }
}

/** Another page finished or cancelled this sign-in. */
async function settledElsewhere(pending: PendingSignIn): Promise<SignInOutcome | null> {
  const stored = PendingSignIn.safeParse((await browser.storage.session.get(KEY))[KEY]);
  if (stored.success && stored.data.deviceCode === pending.deviceCode) return null;
  const credential = await readCredential();
  return credential ? { kind: 'signed-in', credential } : { kind: 'cancelled' };
}

async function end<T>(outcome: T): Promise<T> {
  await cancelSignIn();
  return outcome;
}

/** The token is given once, so it is asked for its person until the API answers: at once, then every five seconds. */
async function keep(apiOrigin: string, token: string, parts: SignInParts): Promise<SignInOutcome> {
  const { fetch, wait = pause, signal = new AbortController().signal } = parts;
  for (let left = 5; left > 0; left -= 1) {
    const me = await readMe({ apiOrigin, token }, fetch);
    if (me.kind === 'read') {
      const credential = credentialOf(apiOrigin, token, me.value);
      await writeCredential(credential);
      return end({ kind: 'signed-in', credential });
    }
    if (me.kind !== 'offline') return end({ kind: 'refused', sentence: me.kind === 'failed' ? me.sentence : '' });
    await wait(5_000, signal);
  }
  return end({ kind: 'offline' });
}

function credentialOf(
  apiOrigin: string,
  token: string,
  { user, team }: Extract<Awaited<ReturnType<typeof readMe>>, { kind: 'read' }>['value'],
): Credential {
  return {
    apiOrigin,
    token,
    userId: user.id,
    name: user.name,
    email: user.email,
    teamId: team?.id ?? null,
    teamName: team?.name ?? null,
    role: team?.role ?? null,
  };
}

/** Brings name, team and role up to date; false when the sign-in is over. */
export async function refreshCredential(fetch?: typeof globalThis.fetch): Promise<boolean> {
  const credential = await readCredential();
  if (!credential) return false;
  const me = await readMe(credential, fetch);
  if (me.kind === 'signed-out') return false;
  if (me.kind !== 'read') return true;
  // Somebody may have signed out while the API was asked: that stands.
  if ((await readCredential())?.token !== credential.token) return false;
  const fresh = credentialOf(credential.apiOrigin, credential.token, me.value);
  if (JSON.stringify(fresh) !== JSON.stringify(credential)) await writeCredential(fresh);
  return true;
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
