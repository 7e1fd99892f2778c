import type { Page } from 'puppeteer-core';
import { find, press, sees } from '../screen';

/** Opens the session with this client from the list. */
export async function openSessionOf(page: Page, client: string): Promise<void> {
  await press(page, 'link', client);
  await find(page, 'heading', client);
}

/** Waits until the list shows this client's session. */
export async function listsClient(page: Page, client: string): Promise<void> {
  await find(page, 'link', client);
  await sees(page, client);
}
