import type { Page } from 'puppeteer-core';
import { sees, t } from '../screen';
import { until } from '../waiting';

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
  const end = text.trim().split('\n').at(-1) ?? text;
  await until('the note shows what was typed', async () => (await noteLines(panel)).some((line) => line.includes(end)));
}

/** The lines of the note as they stand in the editor. */
export async function noteLines(panel: Page): Promise<string[]> {
  await panel.waitForSelector(EDITOR);
  return await panel.$$eval(`${EDITOR} .cm-line`, (lines) => lines.map((line) => line.textContent ?? ''));
}

/** Waits until the panel says that what was typed is on this device. */
export async function waitUntilSaved(panel: Page): Promise<void> {
  // A key that was just pressed has first to be drawn: until then the panel still speaks of what was before it.
  await panel.evaluate(
    () => new Promise<void>((drawn) => requestAnimationFrame(() => requestAnimationFrame(() => drawn()))),
  );
  await sees(panel, t('sequenceSaved'));
}
