import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterEach, describe, expect, it } from 'vitest';
import { type EmbeddedDatabase, startCluster } from './cluster';
import { clusterHome } from './cluster-home';
import { readPidFile } from './running';

const homes: string[] = [];
const running: EmbeddedDatabase[] = [];

function newHome(): string {
  const home = mkdtempSync(join(tmpdir(), 'eitherway-cluster-'));
  homes.push(home);
  return home;
}

async function start(home: string): Promise<EmbeddedDatabase> {
  const database = await startCluster({ home });
  running.push(database);
  return database;
}

async function query(url: string, text: string) {
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => {});
  await client.connect();
  try {
    return (await client.query(text)).rows;
  } finally {
    await client.end();
  }
}

async function aDeadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

const pidFile = (home: string) => join(home, 'postgres', 'postmaster.pid');

afterEach(async () => {
  for (const database of running.splice(0)) await database.stop();
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

describe('the embedded database', () => {
  it('listens on this machine alone and asks for a password that only we can read', async () => {
    const home = newHome();
    const { url } = await start(home);
    expect(await query(url, 'show listen_addresses')).toEqual([{ listen_addresses: '127.0.0.1' }]);
    expect(await query(url, 'show unix_socket_directories')).toEqual([{ unix_socket_directories: '' }]);
    expect(statSync(join(home, 'password')).mode & 0o777).toBe(0o600);
    const wrong = new URL(url);
    wrong.password = 'guessed';
    await expect(query(wrong.toString(), 'select 1')).rejects.toMatchObject({ code: '28P01' });
  });

  it('knows the same letters on every machine', async () => {
    const { url } = await start(newHome());
    expect(await query(url, "select upper('straße öl') as text")).toEqual([{ text: 'STRAßE ÖL' }]);
  });

  it('is joined by whoever comes second, and stopped by whoever leaves last', async () => {
    const home = newHome();
    const [one, two] = await Promise.all([start(home), start(home)]);
    expect([one.adopted, two.adopted].sort()).toEqual([false, true]);
    expect(two.url).toBe(one.url);
    await one.stop();
    expect(await query(two.url, 'select 1 as here')).toEqual([{ here: 1 }]);
    await two.stop();
    await expect(query(two.url, 'select 1')).rejects.toThrow();
  });

  it('starts behind a pid file whose process is gone', async () => {
    const home = newHome();
    await (await start(home)).stop();
    writeFileSync(pidFile(home), `${await aDeadPid()}\n${join(home, 'postgres')}\n1700000000\n1\n`);
    const again = await start(home);
    expect([again.adopted, await query(again.url, 'select 1 as here')]).toEqual([false, [{ here: 1 }]]);
  });

  it('starts behind a pid file whose number belongs to another program now', async () => {
    const home = newHome();
    await (await start(home)).stop();
    writeFileSync(pidFile(home), `${process.pid}\n${join(home, 'postgres')}\n1700000000\n1\n`);
    expect(await query((await start(home)).url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });

  it('has everything that was acknowledged after it was killed itself', async () => {
    const home = newHome();
    const { url } = await start(home);
    await query(url, 'create table kept (n int)');
    for (let n = 0; n < 20; n += 1) await query(url, `insert into kept values (${n})`);
    const { pid } = readPidFile(join(home, 'postgres')) ?? { pid: 0 };
    process.kill(pid, 'SIGKILL');
    await expect.poll(() => query(url, 'select 1').catch(() => 'gone')).toBe('gone');
    expect(await query((await start(home)).url, 'select count(*)::int as n from kept')).toEqual([{ n: 20 }]);
  });

  it('keeps words out of its log, also those of a statement that failed', async () => {
    const home = newHome();
    const { url } = await start(home);
    await query(url, "select 'MARKER-IN-A-NOTE'::int").catch(() => {});
    await query(url, 'create table one (n text primary key)');
    for (const _twice of [1, 2]) await query(url, "insert into one values ('MARKER-IN-A-NOTE')").catch(() => {});
    const log = readFileSync(join(home, 'postgres', 'server.log'), 'utf8');
    expect(log).toContain('ready to accept connections');
    expect(log).not.toContain('MARKER-IN-A-NOTE');
  });

  it.runIf(process.getuid?.() === 0)('lives outside a data folder that its own user cannot get at', async () => {
    const closed = newHome();
    chmodSync(closed, 0o700);
    await expect(startCluster({ home: join(closed, 'inner') })).rejects.toThrow('Please set EITHERWAY_DATA');
    const home = clusterHome(join(closed, 'data'));
    homes.push(home);
    expect(home).toMatch(/^\/var\/lib\/eitherway\/[0-9a-f]{12}$/);
    expect(clusterHome(join(closed, 'data'))).toBe(home);
    const { url } = await start(home);
    expect(await query(url, 'select 1 as here')).toEqual([{ here: 1 }]);
  });
});
