import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import pg from 'pg';
import { isAlive } from './lease';

/** What a running server wrote into its folder, if it did. */
export function readPidFile(cluster: string): { pid: number; port: number } | null {
  const file = join(cluster, 'postmaster.pid');
  if (!existsSync(file)) return null;
  const lines = readFileSync(file, 'utf8').split('\n');
  return { pid: Number(lines[0]), port: Number(lines[3] ?? 0) };
}

/** Whether the server that lives there is the one of this folder, and takes our password. */
export async function answersFor(cluster: string, url: string): Promise<boolean> {
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: 2_000 });
  client.on('error', () => {});
  try {
    await client.connect();
    const { rows } = await client.query<{ data_directory: string }>('show data_directory');
    return resolve(rows[0]?.data_directory ?? '') === resolve(cluster);
  } catch {
    return false;
  } finally {
    await client.end().catch(() => {});
  }
}

/**
 * Removes a pid file that was left behind, also when its number meanwhile belongs to a program that is not PostgreSQL:
 * the server itself would then refuse to start.
 */
export function removeStalePidFile(cluster: string): void {
  const left = readPidFile(cluster);
  if (left && (!isAlive(left.pid) || isOtherProgram(left.pid)))
    rmSync(join(cluster, 'postmaster.pid'), { force: true });
}

function isOtherProgram(pid: number): boolean {
  const file = `/proc/${pid}/cmdline`;
  return existsSync(file) && !readFileSync(file, 'utf8').includes('postgres');
}
