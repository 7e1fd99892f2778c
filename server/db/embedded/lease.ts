import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

/** Notes which processes use the database of a folder, so that the last one to leave stops it. */
export function takeLease(home: string): { leave(): { last: boolean } } {
  const folder = join(home, 'users');
  const own = join(folder, `${process.pid}-${Math.random().toString(36).slice(2)}`);
  mkdirSync(folder, { recursive: true });
  writeFileSync(own, '');
  return {
    leave() {
      rmSync(own, { force: true });
      const others = readdirSync(folder).filter((name) => {
        const alive = isAlive(Number.parseInt(name, 10));
        if (!alive) rmSync(join(folder, name), { force: true });
        return alive;
      });
      return { last: others.length === 0 };
    },
  };
}

/** Lets one process at a time start or stop the database of a folder. A lock whose process has died does not count. */
export async function oneAtATime<T>(home: string, work: () => Promise<T>, waitMs = 90_000): Promise<T> {
  const file = join(home, 'turn.lock');
  mkdirSync(home, { recursive: true });
  const until = Date.now() + waitMs;
  while (!tryLock(file)) {
    if (Date.now() > until)
      throw new Error(
        `Another process has been starting the database in ${home} for too long. If there is none, delete ${file}.`,
      );
    await pause(50);
  }
  try {
    return await work();
  } finally {
    rmSync(file, { force: true });
  }
}

function tryLock(file: string): boolean {
  try {
    const handle = openSync(file, 'wx');
    writeFileSync(handle, String(process.pid));
    closeSync(handle);
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    const holder = existsSync(file) ? Number(readFileSync(file, 'utf8')) : 0;
    if (holder > 0 && holder !== process.pid && !isAlive(holder)) rmSync(file, { force: true });
    return false;
  }
}
