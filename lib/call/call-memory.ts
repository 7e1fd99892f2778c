import { browser } from 'wxt/browser';
import * as z from 'zod/mini';
import { type RecognisedCall, recogniseCall } from './recognise-call';

const Tab = z.object({ url: z.catch(z.string(), ''), title: z.catch(z.string(), '') });

const keyOf = (windowId: number) => `call:${windowId}`;

/**
 * Keeps the address and title of the tab beside which the panel was opened, until the browser ends (in memory, never
 * on disk). The click on the toolbar button is what lets us see them (activeTab).
 */
export async function rememberCall(
  windowId: number,
  tab: { url?: string | undefined; title?: string | undefined },
): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: { url: tab.url ?? '', title: tab.title ?? '' } });
}

/** The call beside the panel of this window; null when the panel was opened without the toolbar button. */
export async function readCall(windowId: number): Promise<RecognisedCall | null> {
  const key = keyOf(windowId);
  return parse((await browser.storage.session.get(key))[key]);
}

/** Calls back when the toolbar button is clicked beside another call. Returns how to stop. */
export function watchCall(windowId: number, hear: (call: RecognisedCall | null) => void): () => void {
  const key = keyOf(windowId);
  const listener = (changes: Record<string, { newValue?: unknown }>) => {
    if (key in changes) hear(parse(changes[key]?.newValue));
  };
  browser.storage.session.onChanged.addListener(listener);
  return () => browser.storage.session.onChanged.removeListener(listener);
}

function parse(stored: unknown): RecognisedCall | null {
  const tab = Tab.safeParse(stored);
  return tab.success ? recogniseCall(tab.data) : null;
}
