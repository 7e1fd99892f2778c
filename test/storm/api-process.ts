import { type ChildProcess, fork } from 'node:child_process';
import { fileURLToPath } from 'node:url';

const ENTRY = fileURLToPath(new URL('./api.ts', import.meta.url));

/** An API in a process of its own, on a database that others use too. */
export type ApiProcess = { origin: string; pid: number; kill(): Promise<void> };

export async function startProcess(
  databaseUrl: string,
  origins: Record<string, string>,
  more: Record<string, string> = {},
): Promise<ApiProcess> {
  const child: ChildProcess = fork(ENTRY, {
    execArgv: ['--import', 'tsx'],
    env: { ...process.env, DATABASE_URL: databaseUrl, STORM_ORIGINS: JSON.stringify(origins), ...more },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const origin = await new Promise<string>((done, failed) => {
    child.once('message', (message) => done((message as { origin: string }).origin));
    child.once('exit', () => failed(new Error('an API of the storm did not start')));
  });
  return {
    origin,
    pid: child.pid ?? 0,
    kill: () =>
      new Promise((done) => {
        if (child.exitCode !== null || child.signalCode !== null) return done();
        child.once('exit', () => done());
        child.kill('SIGKILL');
      }),
  };
}
