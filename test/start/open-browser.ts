import { join } from 'node:path';
import { type Launched, launchWithExtension, openWelcome } from '../browser';
import { fakeCameraArgs } from '../browser/chromium-args';

/** Opens Chromium with the extension, the welcome page and the practice call; the profile stays between starts. */
export async function openBrowser(data: string, origin: string): Promise<Launched> {
  const launched = await launchWithExtension({
    headless: false,
    userDataDir: join(data, 'browser'),
    args: ['--window-size=1440,900', ...fakeCameraArgs()],
  });
  const { browser } = launched;
  const welcome = await openWelcome(browser);
  const practice = await browser.newPage();
  await practice.goto(`${origin}/practice`);
  await welcome.bringToFront();
  return launched;
}
