import { browser } from 'wxt/browser';
import { EMPTY_DRAFT, type StartDraft } from '@/components/start-form/start-form';

const keyOf = (windowId: number) => `startDraft:${windowId}`;

/** What was typed before a session starts, kept in memory until the browser ends, so that closing the panel loses none of it. */
export async function readDraft(windowId: number): Promise<StartDraft> {
  const stored = (await browser.storage.session.get(keyOf(windowId)))[keyOf(windowId)];
  return { ...EMPTY_DRAFT, ...(stored as Partial<StartDraft> | undefined) };
}

export async function keepDraft(windowId: number, draft: StartDraft): Promise<void> {
  await browser.storage.session.set({ [keyOf(windowId)]: draft });
}

export async function dropDraft(windowId: number): Promise<void> {
  await browser.storage.session.remove(keyOf(windowId));
}
