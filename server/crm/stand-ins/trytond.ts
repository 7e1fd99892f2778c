import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { freePort } from '../../free-port';

/** Debian's packages of the real one. GPL-3, run as a program of its own. */
export const TRYTON_PACKAGES = ['tryton-server', 'tryton-modules-party', 'tryton-modules-sale-opportunity'];
export const TRYTON_PASSWORD = 'a password for tests only';

/** Databases that were made once, one for each version of Tryton. */
const MADE = fileURLToPath(new URL('../../../node_modules/.cache/eitherway/', import.meta.url));

export function hasTryton(): boolean {
  return trytonVersion() !== null;
}

function trytonVersion(): string | null {
  const said = spawnSync('trytond-admin', ['--version'], { encoding: 'utf8' });
  return said.status === 0 ? said.stdout.replace(/[^\d.]/g, '') : null;
}

export type Trytond = { address: string; database: string; stop(): Promise<void> };

/** A real Tryton on SQLite, on this machine alone. The first start on a machine makes the database, about 15 s. */
export async function startTrytond(): Promise<Trytond> {
  const folder = mkdtempSync(join(tmpdir(), 'eitherway-trytond-'));
  cpSync(madeDatabase(), folder, { recursive: true });
  const port = await freePort('127.0.0.1');
  const address = `http://127.0.0.1:${port}`;
  const child = spawn('trytond', ['-c', configure(folder, port), '-d', 'crm'], { stdio: 'ignore' });
  await listening(child, address);
  return {
    address,
    database: 'crm',
    async stop() {
      const over = new Promise((done) => child.once('exit', done));
      child.kill('SIGKILL');
      await over;
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Made once, under another name until it is whole, so that two who make it at once both end well. */
function madeDatabase(): string {
  const made = join(MADE, `tryton-${trytonVersion()}`);
  if (existsSync(made)) return made;
  mkdirSync(MADE, { recursive: true });
  const making = mkdtempSync(`${made}-`);
  writeFileSync(join(making, 'crm.sqlite'), '');
  const pass = join(making, 'pass');
  writeFileSync(pass, `${TRYTON_PASSWORD}\n`, { mode: 0o600 });
  const config = configure(making, 0);
  const args = [
    '-c',
    config,
    '-d',
    'crm',
    '-u',
    'party',
    'sale_opportunity',
    '--activate-dependencies',
    '--email',
    'a@example.test',
  ];
  const done = spawnSync('trytond-admin', args, { env: { ...process.env, TRYTONPASSFILE: pass }, encoding: 'utf8' });
  if (done.status !== 0) throw new Error(`Tryton made no database: ${done.stderr.slice(-400)}`);
  try {
    renameSync(making, made);
  } catch {
    rmSync(making, { recursive: true, force: true });
  }
  return made;
}

function configure(folder: string, port: number): string {
  const file = join(folder, 'trytond.conf');
  writeFileSync(file, `[database]\nuri = sqlite://\npath = ${folder}\n[web]\nlisten = 127.0.0.1:${port}\n`);
  return file;
}

async function listening(child: ChildProcess, address: string): Promise<void> {
  for (;;) {
    if (child.exitCode !== null) throw new Error('Tryton did not start');
    const up = await fetch(address, { signal: AbortSignal.timeout(1_000) }).then(
      () => true,
      () => false,
    );
    if (up) return;
    await new Promise((done) => setTimeout(done, 50));
  }
}
