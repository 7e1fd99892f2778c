import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ownSecret } from '../../own-secret';
import { isAlive, oneAtATime, takeLease } from './lease';

let home: string;
beforeEach(() => {
  home = mkdtempSync(join(tmpdir(), 'eitherway-lease-'));
});
afterEach(() => rmSync(home, { recursive: true, force: true }));

async function aDeadPid(): Promise<number> {
  const child = spawn('true');
  await once(child, 'exit');
  return child.pid ?? 0;
}

describe('who uses a database', () => {
  it('is known until the last one leaves', () => {
    const [one, two] = [takeLease(home), takeLease(home)];
    expect(one.leave()).toEqual({ last: false });
    expect(two.leave()).toEqual({ last: true });
  });

  it('does not include a process that has died', async () => {
    const own = takeLease(home);
    writeFileSync(join(home, 'users', `${await aDeadPid()}-gone`), '');
    expect(own.leave()).toEqual({ last: true });
  });

  it('includes another process that lives', () => {
    const own = takeLease(home);
    writeFileSync(join(home, 'users', `${process.ppid}-other`), '');
    expect(own.leave()).toEqual({ last: false });
  });

  it('is told by whether a process lives', async () => {
    expect(isAlive(process.pid)).toBe(true);
    expect(isAlive(await aDeadPid())).toBe(false);
  });
});

describe('starting and stopping', () => {
  it('is done by one at a time', async () => {
    let inside = 0;
    const most: number[] = [];
    const work = () =>
      oneAtATime(home, async () => {
        most.push(++inside);
        await new Promise((resolve) => setImmediate(resolve));
        inside -= 1;
      });
    await Promise.all(Array.from({ length: 8 }, work));
    expect(most).toEqual(Array(8).fill(1));
  });

  it('goes on after one has failed', async () => {
    await expect(oneAtATime(home, () => Promise.reject(new Error('broken')))).rejects.toThrow('broken');
    expect(await oneAtATime(home, async () => 'next')).toBe('next');
  });

  it('does not wait for a process that has died', async () => {
    writeFileSync(join(home, 'turn.lock'), String(await aDeadPid()));
    expect(await oneAtATime(home, async () => 'in')).toBe('in');
    expect(existsSync(join(home, 'turn.lock'))).toBe(false);
  });

  it('says what to do when it waited for too long', async () => {
    writeFileSync(join(home, 'turn.lock'), String(process.ppid));
    await expect(oneAtATime(home, async () => 'in', 60)).rejects.toThrow(`delete ${join(home, 'turn.lock')}`);
  });
});

describe('the secret of a data folder', () => {
  it('is made once, long and random', () => {
    const secret = ownSecret(home);
    expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
    expect(ownSecret(home)).toBe(secret);
    expect(ownSecret(join(home, 'other'))).not.toBe(secret);
  });
});
