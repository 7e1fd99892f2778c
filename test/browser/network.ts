import type { Browser, CDPSession, Target } from 'puppeteer-core';

const OFF = { offline: true, latency: 0, downloadThroughput: -1, uploadThroughput: -1 };
const ON = { ...OFF, offline: false };

/**
 * Takes the network away from every page, panel and service worker of the browser, those that start later included.
 * Gives how to bring it back; each then hears `online`, as with a real cable.
 */
export async function goOffline(browser: Browser): Promise<() => Promise<void>> {
  return await onEachTarget(
    browser,
    (session) => session.send('Network.emulateNetworkConditions', OFF),
    (session) => session.send('Network.emulateNetworkConditions', ON),
  );
}

/** Every address that pages, panel and worker ask for over the network, from now on. */
export async function watchRequests(browser: Browser): Promise<{ addresses: string[]; stop(): Promise<void> }> {
  const addresses: string[] = [];
  const stop = await onEachTarget(browser, async (session) => {
    session.on('Network.requestWillBeSent', ({ request }) => addresses.push(request.url));
    session.on('Network.webSocketCreated', ({ url }) => addresses.push(url));
  });
  return { addresses, stop };
}

/** Does `begin` with a session of each target that there is and that comes; what it gives does `end` with all of them. */
async function onEachTarget(
  browser: Browser,
  begin: (session: CDPSession) => Promise<void>,
  end: (session: CDPSession) => Promise<void> = async () => undefined,
): Promise<() => Promise<void>> {
  const sessions = new Map<Target, Promise<CDPSession | null>>();
  const meet = async (target: Target) => {
    if (sessions.has(target) || !canHaveNetwork(target)) return;
    const opening = target.createCDPSession().catch(() => null);
    sessions.set(target, opening);
    const session = await opening;
    // A target that went away in the meantime has no network to speak of.
    await session
      ?.send('Network.enable')
      .then(() => begin(session))
      .catch(() => undefined);
  };
  browser.on('targetcreated', meet);
  browser.on('targetchanged', meet);
  await Promise.all(browser.targets().map(meet));
  return async () => {
    browser.off('targetcreated', meet);
    browser.off('targetchanged', meet);
    for (const session of await Promise.all(sessions.values())) {
      if (session === null) continue;
      await end(session).catch(() => undefined);
      await session.detach().catch(() => undefined);
    }
  };
}

/** Pages, the docked panel among them, and the service worker. A worker of the panel asks no network and must not be held up. */
function canHaveNetwork(target: Target): boolean {
  return target.type() === 'page' || target.type() === 'service_worker';
}
