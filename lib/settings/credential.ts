import { browser } from 'wxt/browser';
import * as z from 'zod/mini';

const KEY = 'credential';

/** Who is signed in on this device. It is stored in the extension's own storage, which no page can read. */
export const Credential = z.object({
  /** The API that gave the token: it is sent to no other. */
  apiOrigin: z.string(),
  token: z.string().check(z.minLength(1)),
  userId: z.string(),
  name: z.string(),
  email: z.string(),
  /** Null while the person belongs to no team. */
  teamId: z.nullable(z.string()),
  teamName: z.nullable(z.string()),
  role: z.nullable(z.enum(['expert', 'lead', 'admin'])),
});
export type Credential = z.infer<typeof Credential>;

export async function readCredential(): Promise<Credential | null> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

export async function writeCredential(credential: Credential): Promise<void> {
  await browser.storage.local.set({ [KEY]: credential });
}

export async function clearCredential(): Promise<void> {
  await browser.storage.local.remove(KEY);
}

/** Calls back with every change, made in whichever window. Returns how to stop. */
export function watchCredential(hear: (credential: Credential | null) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) hear(parse(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

function parse(stored: unknown): Credential | null {
  const credential = Credential.safeParse(stored);
  return credential.success ? credential.data : null;
}
