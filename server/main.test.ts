import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, chownSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { readPidFile } from './db/embedded/running';
import { canReach } from './db/embedded/system-user';

const ROOT = fileURLToPath(new URL('..', import.meta.url));
const NOBODY = { uid: 65_534, gid: 65_534 };
const folders: string[] = [];
const started: ChildProcess[] = [];

function newData(): string {
  const folder = mkdtempSync(join(tmpdir(), 'eitherway-main-'));
  chmodSync(folder, 0o711);
  folders.push(folder);
  return folder;
}

type Server = { child: ChildProcess; origin: string; said: string[] };

function run(env: Record<string, string>, user = {}): { child: ChildProcess; said: string[] } {
  const child = spawn(process.execPath, ['--import', 'tsx', 'server/main.ts'], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, HOME: tmpdir(), PORT: '0', ...env },
    ...user,
  });
  started.push(child);
  const said: string[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (data) => said.push(String(data)));
  return { child, said };
}

/** Starts the server as `npm run api` does and waits until it says that it is up. */
async function server(env: Record<string, string>, user = {}): Promise<Server> {
  const { child, said } = run(env, user);
  const origin = () => /"origin":"([^"]+)"/.exec(said.join(''))?.[1] ?? (child.exitCode !== null ? said.join('') : '');
  await expect.poll(origin, { timeout: 50_000 }).not.toBe('');
  return { child, said, origin: origin() };
}

async function stop({ child }: Server, signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
  const over = once(child, 'exit');
  child.kill(signal);
  await over;
  return child.exitCode;
}

const signUp = (origin: string, email: string) =>
  fetch(`${origin}/api/auth/sign-up/email`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', origin },
    body: JSON.stringify({ name: 'Ada', email, password: 'a calm and long password' }),
  });
const postgresOf = (data: string) => readPidFile(join(data, 'database/postgres'))?.pid;

afterEach(() => {
  for (const child of started.splice(0)) if (child.exitCode === null) child.kill('SIGKILL');
});
afterAll(() => {
  for (const folder of folders) rmSync(folder, { recursive: true, force: true });
});

describe('the server as a process', () => {
  it('adopts the database that lives on when it was killed, with everything in it', async () => {
    const data = newData();
    const first = await server({ EITHERWAY_DATA: data });
    expect((await signUp(first.origin, 'ada@example.test')).status).toBe(200);
    await stop(first, 'SIGKILL');
    const pid = postgresOf(data);
    expect(pid).toBeGreaterThan(0);

    const second = await server({ EITHERWAY_DATA: data });
    expect(postgresOf(data)).toBe(pid);
    expect((await signUp(second.origin, 'ada@example.test')).status).toBe(422);
    expect(await stop(second)).toBe(0);
    expect(postgresOf(data)).toBeUndefined();
  });

  it('keeps its secret readable for its own user only, so that sign-ins outlive a restart', async () => {
    const data = newData();
    const first = await server({ EITHERWAY_DATA: data });
    const cookie = (await signUp(first.origin, 'bo@example.test')).headers.getSetCookie()[0]?.split(';')[0] ?? '';
    await stop(first);
    expect(statSync(join(data, 'secret')).mode & 0o777).toBe(0o600);
    const second = await server({ EITHERWAY_DATA: data });
    expect((await fetch(`${second.origin}/api/me`, { headers: { cookie } })).status).toBe(200);
    await stop(second);
  });

  it('shares one folder with a second process', async () => {
    const data = newData();
    const [one, two] = [await server({ EITHERWAY_DATA: data }), await server({ EITHERWAY_DATA: data })];
    await signUp(one.origin, 'cy@example.test');
    expect((await signUp(two.origin, 'cy@example.test')).status).toBe(422);
    await stop(one);
    expect((await fetch(`${two.origin}/ready`)).status).toBe(200);
    await stop(two);
  });

  it('waits for what is under way when it is asked to stop, and no longer when it is asked twice', async () => {
    const data = newData();
    const plain = await server({ EITHERWAY_DATA: data });
    const { hostname, port } = new URL(plain.origin);
    const half = connect(Number(port), hostname);
    half.on('error', () => {});
    half.write('POST /api/auth/sign-in/email HTTP/1.1\r\nhost: x\r\ncontent-length: 9\r\n\r\n{');
    await once(half, 'connect');
    await expect.poll(() => fetch(`${plain.origin}/ready`).then(({ status }) => status)).toBe(200);
    plain.child.kill('SIGTERM');
    const refused = () =>
      fetch(`${plain.origin}/ready`).then(
        () => false,
        () => true,
      );
    await expect.poll(refused).toBe(true);
    expect(plain.child.exitCode).toBeNull();
    expect(await stop(plain)).toBe(1);
    half.destroy();
    // Its database lived on; the next one ends it.
    await stop(await server({ EITHERWAY_DATA: data }));
  });

  it('says in a sentence which setting cannot be used, and not its value', async () => {
    const { child, said } = run({ EITHERWAY_SECRET: 'short', EITHERWAY_DATA: newData() });
    await once(child, 'close');
    expect(child.exitCode).toBe(1);
    expect(said.join('')).toContain('EITHERWAY_SECRET');
    expect(said.join('')).not.toContain('short"');
  });

  it.runIf(process.getuid?.() === 0 && canReach(NOBODY, ROOT) && canReach(NOBODY, process.execPath))(
    'needs no rights of an administrator',
    async () => {
      const data = newData();
      chownSync(data, NOBODY.uid, NOBODY.gid);
      const plain = await server({ EITHERWAY_DATA: data }, NOBODY);
      expect((await fetch(`${plain.origin}/ready`)).status).toBe(200);
      expect(statSync(join(data, 'database/postgres')).uid).toBe(NOBODY.uid);
      expect(await stop(plain)).toBe(0);
    },
  );
});
