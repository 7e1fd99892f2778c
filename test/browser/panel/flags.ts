import type { ElementHandle, Page } from 'puppeteer-core';
import { disclose, find, press, sees, t, write } from '../screen';
import { until } from '../waiting';

/** The pieces that are underlined in the note under the question, in their order. */
export async function underlined(panel: Page): Promise<string[]> {
  return await panel.$$eval('article [data-note] .cm-content [data-flag]', (marks) => {
    const pieces = new Map<string, string>();
    for (const mark of marks) {
      const id = mark.getAttribute('data-flag') ?? '';
      pieces.set(id, (pieces.get(id) ?? '') + (mark.textContent ?? ''));
    }
    return [...pieces.values()];
  });
}

/** Waits until exactly so many pieces are underlined, and gives them. */
export async function waitForFlags(panel: Page, count: number): Promise<string[]> {
  return await until(`${count} pieces are underlined`, async () => {
    const pieces = await underlined(panel);
    return pieces.length === count ? pieces : null;
  });
}

/** Opens the card of a flag from the list under the note, by the flagged piece. */
export async function openFlag(panel: Page, piece: string): Promise<void> {
  const count = (await underlined(panel)).length;
  await disclose(panel, t('noteFlagsTitle', count).replace(/ \(.*/, ''));
  const row = await until(`the flag "${piece}" is listed`, () => rowOf(panel, piece));
  await row.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await row.click();
  await find(panel, 'button', t('uiClose'));
}

async function rowOf(panel: Page, piece: string): Promise<ElementHandle<Element> | null> {
  for (const each of await panel.$$('article [data-note] li button')) {
    if ((await each.evaluate((element) => element.textContent ?? '')).includes(piece)) return each;
  }
  return null;
}

export async function keepFlag(panel: Page, piece: string, reason: string): Promise<void> {
  await openFlag(panel, piece);
  await press(panel, 'button', t('flagKeep'));
  await write(panel, t('flagKeepReason'), reason);
  await press(panel, 'button', t('flagKeepSave'));
  await sees(panel, t('flagKept'));
  await press(panel, 'button', t('uiClose'));
}

export async function disputeFlag(panel: Page, piece: string, reason: string): Promise<void> {
  await openFlag(panel, piece);
  await press(panel, 'button', t('flagDispute'));
  await write(panel, t('flagDisputeReason'), reason);
  await press(panel, 'button', t('flagDisputeSave'));
  await sees(panel, t('flagDisputed'));
  await press(panel, 'button', t('uiClose'));
}

/** Takes the flagged piece in hand and types other words in its place. */
export async function rewordFlag(panel: Page, piece: string, words: string): Promise<void> {
  await openFlag(panel, piece);
  await press(panel, 'button', t('flagReword'));
  await panel.waitForFunction(() => document.activeElement?.closest('.cm-content') !== null);
  await panel.keyboard.type(words);
}
