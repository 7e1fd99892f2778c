import type { Page } from 'puppeteer-core';
import { press, t, write } from '../screen';

/** Fills the sign-in form that the page shows. */
export async function signInOnWeb(page: Page, { email, password }: { email: string; password: string }): Promise<void> {
  await write(page, t('webEmail'), email);
  await write(page, t('webPassword'), password);
  await press(page, 'button', t('webSignIn'));
}
