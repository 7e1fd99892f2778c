import type { Page } from 'puppeteer-core';
import { sees, t } from '../screen';

const EDITOR = 'article [data-note] [contenteditable="true"]';

/** Puts the cursor at the end of the note under the question. */
export async function enterNote(panel: Page): Promise<void> {
  const editor = await panel.waitForSelector(EDITOR);
  await editor?.evaluate((element) => element.scrollIntoView({ block: 'center', behavior: 'instant' }));
  await editor?.click();
  await panel.keyboard.down('Control');
  await panel.keyboard.press('End');
  await panel.keyboard.up('Control');
}

/** Types at the end of the note, key by key. */
export async function typeNote(panel: Page, text: string): Promise<void> {
  await enterNote(panel);
  await panel.keyboard.type(text);
}

/** The lines of the note as they stand in the editor. */
export async function noteLines(panel: Page): Promise<string[]> {
  await panel.waitForSelector(EDITOR);
  return await panel.$$eval(`${EDITOR} .cm-line`, (lines) => lines.map((line) => line.textContent ?? ''));
}

/** Waits until the panel says that what was typed is on this device. */
export async function waitUntilSaved(panel: Page): Promise<void> {
  await sees(panel, t('sequenceSaved'));
}
