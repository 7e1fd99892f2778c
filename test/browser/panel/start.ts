import type { Page } from 'puppeteer-core';
import { press, sees, t, write } from '../screen';

export type Beginning = { client: string; title?: string; people?: readonly { name: string; role: string }[] };

/** Fills the form of a new session and starts it. */
export async function startSession(panel: Page, { client, title, people = [] }: Beginning): Promise<void> {
  await write(panel, t('startClient'), client);
  if (title !== undefined) await write(panel, t('startTitle'), title);
  for (const person of people) {
    await press(panel, 'button', t('startPersonAdd'));
    const rows = await panel.$$('fieldset li');
    const row = rows.at(-1);
    if (!row) throw new Error('no row for the person');
    await write(panel, t('startPersonName'), person.name, row);
    await write(panel, t('startPersonRole'), person.role, row);
  }
  await press(panel, 'button', t('startSession'));
  await panel.waitForSelector('[data-note] [contenteditable="true"]');
}

/** Back to the list of sessions. */
export async function leaveSession(panel: Page): Promise<void> {
  await press(panel, 'button', t('sessionBack'));
  await sees(panel, t('startNew'));
}

/** Opens a session of the list by the words that stand in its row. */
export async function openListed(panel: Page, words: string): Promise<void> {
  await sees(panel, words);
  for (const row of await panel.$$('main li > button')) {
    if (!(await row.evaluate((element) => element.textContent ?? '')).includes(words)) continue;
    await row.click();
    await panel.waitForFunction(() => location.hash.startsWith('#session/'));
    return;
  }
  throw new Error(`no session with "${words}" is listed`);
}
