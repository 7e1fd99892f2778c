import type { Browser, CDPSession, Target } from 'puppeteer-core';

const OFF = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const ON = { ...OFF, offline: false };

/**
 * Takes the network away from every page, panel and service worker of the browser, those that start later included.
 * Gives how to bring it back; each then hears `online`, as with a real cable.
 */
export async function goOffline(browser: Browser): Promise<() => Promise<void>> {
  const sessions: CDPSession[] = [];
  const cut = async (target: Target) => {
    if (!canHaveNetwork(target)) return;
    const session = await target.createCDPSession().catch(() => null);
    if (session === null) return;
    sessions.push(session);
    await session.send('Network.enable').catch(() => undefined);
    await session.send('Network.emulateNetworkConditions', OFF).catch(() => undefined);
  };
  browser.on('targetcreated', cut);
  await Promise.all(browser.targets().map(cut));
  return async () => {
    browser.off('targetcreated', cut);
    for (const session of sessions) {
      await session.send('Network.emulateNetworkConditions', ON).catch(() => undefined);
      await session.detach().catch(() => undefined);
    }
  };
}

/** Every address that pages, panel and worker ask for over the network, from now on. */
export async function watchRequests(browser: Browser): Promise<{ addresses: string[]; stop(): Promise<void> }> {
  const addresses: string[] = [];
  const sessions: CDPSession[] = [];
  const watch = async (target: Target) => {
    if (!canHaveNetwork(target)) return;
    const session = await target.createCDPSession().catch(() => null);
    if (session === null) return;
    sessions.push(session);
    session.on('Network.requestWillBeSent', ({ request }) => addresses.push(request.url));
    session.on('Network.webSocketCreated', ({ url }) => addresses.push(url));
    await session.send('Network.enable').catch(() => undefined);
  };
  browser.on('targetcreated', watch);
  await Promise.all(browser.targets().map(watch));
  return {
    addresses,
    async stop() {
      browser.off('targetcreated', watch);
      for (const session of sessions) await session.detach().catch(() => undefined);
    },
  };
}

function canHaveNetwork(target: Target): boolean {
  return (
    target.type() === 'page' || target.type() === 'service_worker' || target.url().startsWith('chrome-extension://')
  );
}
