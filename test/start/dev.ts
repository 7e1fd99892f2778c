import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { seedDemo } from '@/server/demo';
import { ROOT, until } from '../browser';
import { installedChromium } from '../browser/find-chromium';
import { choosePort } from './choose-port';
import { hasScreen } from './has-screen';

const WINDOWS = process.platform === 'win32';
const port = await choosePort(Number(process.env.PORT || 8787));
const origin = `http://localhost:${port}`;
const chromium = hasScreen() ? installedChromium() : null;
const children: ChildProcess[] = [];
let stopping = false;

/** The developer's loop: the API starts anew, the web app builds anew, and the extension reloads with every change. */
run('api', 'tsx', ['watch', '--clear-screen=false', 'server/main.ts'], { PORT: String(port), LOG_LEVEL: 'warn' });
run('web', 'vite', ['build', '--watch', '-c', 'server/review/vite.config.ts'], {});
run('panel', 'wxt', [], {
  WXT_API_ORIGIN: origin,
  ...(chromium === null ? { EITHERWAY_NO_BROWSER: '1' } : { CHROME_PATH: chromium }),
});
await until('the API is ready', async () => stopping || (await fetch(`${origin}/ready`).catch(() => null))?.ok, {
  timeout: 120_000,
});
if (!stopping) {
  const seeded = await seedDemo({ origin, databaseUrl: process.env.DATABASE_URL || undefined });
  if (seeded.kind === 'refused') console.log(`There is no demo team: ${seeded.why}`);
  console.log(`\nAPI and web app at ${origin}; the extension is in .output/chrome-mv3-dev. Ctrl+C stops all.`);
}

function run(name: string, command: string, args: string[], env: Record<string, string>): void {
  const bin = join(ROOT, 'node_modules', '.bin', WINDOWS ? `${command}.cmd` : command);
  const child = spawn(bin, args, { cwd: ROOT, shell: WINDOWS, env: { ...process.env, ...env } });
  for (const stream of [child.stdout, child.stderr]) {
    stream?.on('data', (chunk) => process.stdout.write(String(chunk).replace(/^(?=.)/gm, `${name.padEnd(6)}| `)));
  }
  child.on('exit', (code) => {
    if (stopping) return;
    console.log(`${name} ended (${code}), so the others stop too.`);
    stop(code ?? 1);
  });
  children.push(child);
}

/** `told`: the children have the signal already, as with Ctrl+C, which reaches the whole group; a second one would kill the API before it has stopped its database. */
function stop(code: number, told = false): void {
  stopping = true;
  if (!told) for (const child of children) child.kill('SIGTERM');
  process.exitCode = code;
}
process.on('SIGINT', () => stop(0, true));
process.on('SIGTERM', () => stop(0));
