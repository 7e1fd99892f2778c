import type { Browser, CDPSession, Target } from 'puppeteer-core';
import { EXTENSION_ID } from './launch';
import { openWelcome } from './open-panel';
import { until } from './waiting';

/** The service worker's target; it may be asleep, then there is none. */
export function serviceWorkerOf(browser: Browser, id = EXTENSION_ID): Target | undefined {
  return browser
    .targets()
    .find((target) => target.type() === 'service_worker' && target.url().startsWith(`chrome-extension://${id}/`));
}

/** Stops the worker as the browser does after half a minute of silence; whatever it had in memory is gone. */
export async function stopServiceWorker(browser: Browser, id = EXTENSION_ID): Promise<void> {
  const worker = serviceWorkerOf(browser, id);
  if (worker === undefined) return;
  const page = await openWelcome(browser, id);
  const session = await page.createCDPSession();
  await session.send('ServiceWorker.enable');
  await session.send('ServiceWorker.stopAllWorkers');
  await until('the service worker stopped', () => serviceWorkerOf(browser, id) !== worker);
  await session.detach();
}

/** A protocol session of the worker, waking nothing: waits until the worker runs. */
export async function serviceWorkerSession(browser: Browser, id = EXTENSION_ID): Promise<CDPSession> {
  const target = await until('the service worker runs', () => serviceWorkerOf(browser, id));
  return await target.createCDPSession();
}
