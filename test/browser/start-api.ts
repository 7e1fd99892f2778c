import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '@/server/free-port';
import { ROOT } from './build-extension';
import { until } from './waiting';

export type ApiOptions = {
  /** `postgres` takes TEST_DATABASE_URL; `embedded` a folder. */
  db?: 'embedded' | 'postgres';
  port?: number;
  /** Folder of the embedded database; a new one that goes with the API when left out. */
  data?: string;
  env?: Record<string, string>;
};

export type RunningApi = {
  origin: string;
  port: number;
  data: string;
  /** What the API wrote to its log so far. */
  log(): string;
  /** Ends it kindly, and removes the data when they were made for it. */
  stop(): Promise<void>;
  /** SIGKILL: no time to say goodbye. The data stay. */
  kill(): Promise<void>;
  /** Starts it again on the same port and data. */
  again(): Promise<void>;
};

/** The API as its own process, the way it runs in earnest. */
export async function startApi(options: ApiOptions = {}): Promise<RunningApi> {
  const port = options.port ?? (await freePort());
  const data = options.data ?? (await mkdtemp(join(tmpdir(), 'eitherway-data-')));
  const origin = `http://localhost:${port}`;
  const hosted =
    options.db === 'postgres' ? { DATABASE_URL: process.env.TEST_DATABASE_URL ?? '' } : { DATABASE_URL: '' };
  const env = { ...process.env, EITHERWAY_DATA: data, PORT: String(port), ...hosted, ...options.env };
  let written = '';
  let child: ChildProcess;

  async function start(): Promise<void> {
    child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], { cwd: ROOT, env });
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (written += String(chunk)));
    await until('the API is ready', async () => hasEnded(child) || (await isReady(origin)), { timeout: 60_000 });
    if (hasEnded(child)) throw new Error(`the API ended: ${written}`);
  }

  await start();
  return {
    origin,
    port,
    data,
    log: () => written,
    again: start,
    async stop() {
      child.kill('SIGTERM');
      await until('the API has stopped', () => hasEnded(child));
      if (options.data === undefined) await rm(data, { recursive: true, force: true });
    },
    async kill() {
      child.kill('SIGKILL');
      await until('the API was killed', () => hasEnded(child));
    },
  };
}

async function isReady(origin: string): Promise<boolean> {
  const answer = await fetch(`${origin}/ready`).catch(() => null);
  return answer?.ok === true;
}

function hasEnded(child: ChildProcess): boolean {
  return child.exitCode !== null || child.signalCode !== null;
}
