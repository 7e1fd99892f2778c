import { existsSync } from 'node:fs';
import { homedir } from 'node:os';
import { delimiter, join } from 'node:path';

const NAMES = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'microsoft-edge-stable'];

/** Where a Chromium that can load unpacked extensions usually lies, best first. Chrome itself is last: since 137 it refuses `--load-extension`, the debugging pipe still loads. */
export function chromiumPlaces(platform = process.platform, env: NodeJS.ProcessEnv = process.env): string[] {
  const named = [env.EITHERWAY_CHROMIUM, env.CHROME_PATH].filter((path) => path !== undefined && path !== '');
  return [...(named as string[]), ...usual(platform, env)];
}

function usual(platform: NodeJS.Platform, env: NodeJS.ProcessEnv): string[] {
  if (platform === 'darwin') {
    const apps = ['Chromium', 'Google Chrome for Testing', 'Google Chrome', 'Microsoft Edge'];
    return apps.flatMap((app) =>
      ['/Applications', join(homedir(), 'Applications')].map((at) => `${at}/${app}.app/Contents/MacOS/${app}`),
    );
  }
  if (platform === 'win32') {
    const roots = [env.LOCALAPPDATA, env.PROGRAMFILES, env['PROGRAMFILES(X86)']].filter((root) => root !== undefined);
    const tails = [
      'Chromium\\Application\\chrome.exe',
      'Google\\Chrome\\Application\\chrome.exe',
      'Microsoft\\Edge\\Application\\msedge.exe',
    ];
    return tails.flatMap((tail) => roots.map((root) => `${root}\\${tail}`));
  }
  const folders = (env.PATH ?? '').split(delimiter).filter((folder) => folder !== '');
  return NAMES.flatMap((name) => [...folders, '/usr/bin', '/snap/bin'].map((folder) => join(folder, name)));
}

/** The first of the places that exists. */
export function firstThatExists(places: readonly string[]): string | null {
  return places.find((place) => existsSync(place)) ?? null;
}
