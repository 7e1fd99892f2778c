import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { chromiumPlaces, firstThatExists } from './chromium-places';
import { canInstallPackages, installPackages } from './system-packages';

export type FoundChromium = { kind: 'found'; path: string } | { kind: 'missing'; sentence: string };

let found: Promise<FoundChromium> | undefined;

/** The Chromium to drive: one named in the environment, one that is installed, or one installed now. Asked once a process. */
export function findChromium(): Promise<FoundChromium> {
  found ??= find();
  return found;
}

/** Without installing anything: for `npm start`, which has a way without Chromium. */
export function installedChromium(): string | null {
  return firstThatExists(chromiumPlaces());
}

async function find(): Promise<FoundChromium> {
  const installed = installedChromium();
  if (installed !== null) return { kind: 'found', path: installed };
  if (canInstallPackages() && installPackages(['chromium'])) {
    const now = installedChromium();
    if (now !== null) return { kind: 'found', path: now };
  }
  return (await download()) ?? { kind: 'missing', sentence: SENTENCE };
}

const SENTENCE =
  'Chromium was not found and could not be installed: install it, or name it in EITHERWAY_CHROMIUM=/path/to/chromium.';

async function download(): Promise<FoundChromium | null> {
  const cacheDir = join(homedir(), '.cache', 'eitherway');
  try {
    const { Browser, detectBrowserPlatform, install, resolveBuildId } = await import('@puppeteer/browsers');
    const platform = detectBrowserPlatform();
    if (platform === undefined) return null;
    const buildId = await resolveBuildId(Browser.CHROME, platform, 'stable');
    const { executablePath } = await install({ browser: Browser.CHROME, buildId, cacheDir, platform });
    if (!existsSync(executablePath)) return null;
    execFileSync(executablePath, ['--version'], { stdio: 'ignore' });
    return { kind: 'found', path: executablePath };
  } catch {
    return null;
  }
}
