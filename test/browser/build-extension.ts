import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isBuiltFor, noteBuiltFor } from './built-for';
import { isFresh } from './freshness';

export const ROOT = fileURLToPath(new URL('../..', import.meta.url)).replace(/[/\\]$/, '');

const SHARED = ['components', 'lib', 'public', 'package-lock.json'].map((name) => join(ROOT, name));
const EXTENSION = [...SHARED, join(ROOT, 'entrypoints'), join(ROOT, 'wxt.config.ts')];
const WEB = [...SHARED, join(ROOT, 'server', 'review')];

const OWN_API = 'http://localhost:8787';

/**
 * The folder of the unpacked build, built when it is missing, older than its sources, or made for another address than
 * the one asked for. The options page offers that address; a build for a store is made by `npm run build` and has none.
 */
export async function buildExtension(browser: 'chrome' | 'firefox' = 'chrome', apiOrigin?: string): Promise<string> {
  const folder = join(ROOT, '.output', `${browser}-mv3`);
  if (!isFresh(join(folder, 'manifest.json'), EXTENSION) || !isBuiltFor(folder, apiOrigin)) {
    const origin = apiOrigin ?? process.env.WXT_API_ORIGIN ?? OWN_API;
    run(['wxt', 'build', '-b', browser], { WXT_API_ORIGIN: origin });
    noteBuiltFor(folder, origin);
  }
  return folder;
}

/** The folder of the web app's build, likewise. */
export async function buildWeb(): Promise<string> {
  const folder = join(ROOT, '.output', 'web');
  if (!isFresh(join(folder, 'index.html'), WEB)) run(['vite', 'build', '-c', 'server/review/vite.config.ts']);
  return folder;
}

function run([command, ...args]: [string, ...string[]], more: Record<string, string> = {}): void {
  const bin = join(ROOT, 'node_modules', '.bin', process.platform === 'win32' ? `${command}.cmd` : command);
  const { status, stdout, stderr } = spawnSync(bin, args, {
    cwd: ROOT,
    encoding: 'utf8',
    shell: process.platform === 'win32',
    env: { ...process.env, ...more, NODE_ENV: 'production' },
  });
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} failed\n${stdout}\n${stderr}`);
}
