import type { Page } from 'puppeteer-core';
import type { DemoSignIn } from '@/server/demo';
import { type Launched, openPanel, openWelcome } from '../browser';
import { askForCode, openOptions, signInByCode } from '../browser/panel/sign-in';
import { openListed } from '../browser/panel/start';
import { press, sees, t, write } from '../browser/screen';
import type { Shoot } from './shooter';

export async function shootWelcome({ browser }: Launched, shoot: Shoot): Promise<void> {
  const welcome = await openWelcome(browser);
  await shoot('welcome-1', welcome);
  await press(welcome, 'button', t('welcomeAlone'));
  await shoot('welcome-2-without-a-team', welcome);
}

/** The real docked panel, at the width the browser gives it. */
export async function shootDocked({ browser }: Launched, shoot: Shoot): Promise<void> {
  const docked = await openPanel(browser);
  await shoot('docked-panel', docked, [360]);
}

/** Signing in, and the options around it; then a finished session that reached the team. */
export async function shootOptions(
  { browser }: Launched,
  origin: string,
  expert: DemoSignIn,
  shoot: Shoot,
): Promise<void> {
  const options = await openOptions(browser);
  await shoot('options-1-signed-out', options);
  await write(options, t('optionsAddress'), 'http://team.example.com');
  await press(options, 'button', t('optionsSignIn'));
  await sees(options, t('optionsAddressWrong'));
  await shoot('options-2-wrong-address', options);
  await write(options, t('optionsAddress'), 'http://localhost:9');
  await press(options, 'button', t('optionsSignIn'));
  await sees(options, t('optionsSignInOffline'));
  await shoot('options-3-no-answer', options);
  await askForCode(options, origin);
  await shoot('options-4-code', options);
  await press(options, 'button', t('uiCancel'));
  await options.close();
  const signedIn = await signInByCode(browser, origin, expert, await browser.createBrowserContext());
  await shoot('options-5-signed-in', signedIn);
  await write(signedIn, t('playgroundField'), 'anchor 480, land 395\nthe NAS is in the same rack');
  await sees(signedIn, t('playgroundFound', 1));
  await shoot('options-7-flags-tried', signedIn);
  await press(signedIn, 'button', t('dataDelete'));
  await sees(signedIn, t('dataDeleteTitle'));
  await shoot('options-6-delete-asked', signedIn);
  await signedIn.keyboard.press('Escape');
  await press(signedIn, 'button', t('optionsHeldSend', { team: 'Northwind Consulting (demo)' }));
  await signedIn.waitForFunction(
    (words: string) => !document.body.textContent.includes(words),
    {},
    t('optionsHeldSend', { team: 'Northwind Consulting (demo)' }),
  );
  await signedIn.close();
}

export async function shootWithTeam(panel: Page, shoot: Shoot): Promise<void> {
  await panel.reload();
  await sees(panel, t('syncWithTeam'));
  await shoot('panel-40-start-with-team', panel);
  await openListed(panel, 'Kessler');
  await sees(panel, t('syncWithTeam'));
  await shoot('panel-41-summary-with-team', panel);
}
