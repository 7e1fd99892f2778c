import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { Sensitivity } from '@/lib/pitch/flag';
import { parseApiOrigin } from './api-origin';

const KEY = 'settings';

/** Each part falls back by itself, so that one broken value does not take the others with it. */
export const Settings = z.object({
  /** Origin of the team's API, e.g. `https://eitherway.example.com`; empty: none. */
  apiOrigin: z.catch(z.string().check(z.refine((text) => text === '' || parseApiOrigin(text) === text)), ''),
  expertName: z.catch(z.string().check(z.maxLength(200)), ''),
  /** Null until the expert chooses: then the team's counts, else `normal`. */
  sensitivity: z.catch(z.nullable(Sensitivity), null),
});
export type Settings = z.infer<typeof Settings>;

export async function readSettings(): Promise<Settings> {
  return parse((await browser.storage.local.get(KEY))[KEY]);
}

export async function writeSettings(patch: Partial<Settings>): Promise<Settings> {
  const settings = Settings.parse({ ...(await readSettings()), ...patch });
  await browser.storage.local.set({ [KEY]: settings });
  return settings;
}

/** Calls back with every change, made in whichever window. Returns how to stop. */
export function watchSettings(hear: (settings: Settings) => void): () => void {
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (KEY in changes) hear(parse(changes[KEY]?.newValue));
  };
  browser.storage.local.onChanged.addListener(listener);
  return () => browser.storage.local.onChanged.removeListener(listener);
}

function parse(stored: unknown): Settings {
  return Settings.parse(typeof stored === 'object' && stored !== null ? stored : {});
}
