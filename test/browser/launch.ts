import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import puppeteer, { type Browser } from 'puppeteer-core';
import { buildExtension } from './build-extension';
import { chromiumArgs, headlessArgs } from './chromium-args';
import { findChromium } from './find-chromium';
import { until } from './waiting';

/** The id that the key in wxt.config.ts gives to unpacked builds. */
export const EXTENSION_ID = 'gclceibgcpfbdiglhaaefomhlmonjgmm';

export type LaunchOptions = {
  /** Kept after the browser ends when given; else a new folder that goes with the browser. */
  userDataDir?: string;
  headless?: boolean;
  /** Folders of unpacked extensions; the panel's own build when left out. */
  extensions?: string[];
  args?: string[];
  /** Scale of the device: pixels a CSS pixel. */
  scale?: number;
};

export type Launched = {
  browser: Browser;
  userDataDir: string;
  /** Ends the browser kindly, and removes the profile when it was made for it. */
  close(): Promise<void>;
  /** SIGKILL to the browser and all its processes at once, as a crash or a power cut of the session would; the profile stays. */
  kill(): Promise<void>;
};

export async function launchWithExtension(options: LaunchOptions = {}): Promise<Launched> {
  const chromium = await findChromium();
  if (chromium.kind === 'missing') throw new Error(chromium.sentence);
  const headless = options.headless ?? true;
  const userDataDir = options.userDataDir ?? (await mkdtemp(join(tmpdir(), 'eitherway-profile-')));
  const browser = await puppeteer.launch({
    executablePath: chromium.path,
    headless,
    pipe: true,
    userDataDir,
    enableExtensions: options.extensions ?? [await buildExtension()],
    defaultViewport: null,
    handleSIGINT: false,
    protocolTimeout: 60_000,
    args: [
      ...chromiumArgs(),
      ...(headless ? headlessArgs() : []),
      ...(options.scale === undefined ? [] : [`--force-device-scale-factor=${options.scale}`]),
      ...(options.args ?? []),
    ],
  });
  const pid = browser.process()?.pid;
  const dropProfile = () =>
    options.userDataDir === undefined
      ? rm(userDataDir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
      : Promise.resolve();
  return {
    browser,
    userDataDir,
    async close() {
      await browser.close();
      await dropProfile();
    },
    async kill() {
      if (pid === undefined) throw new Error('the browser has no process');
      killGroup(pid);
      await until('the browser is gone', () => !groupLives(pid));
      await browser.disconnect().catch(() => undefined);
    },
  };
}

/** Puppeteer starts the browser as the leader of its own process group, so this reaches every one of its processes. */
function killGroup(pid: number): void {
  process.kill(process.platform === 'win32' ? pid : -pid, 'SIGKILL');
}

function groupLives(pid: number): boolean {
  try {
    process.kill(process.platform === 'win32' ? pid : -pid, 0);
    return true;
  } catch {
    return false;
  }
}
