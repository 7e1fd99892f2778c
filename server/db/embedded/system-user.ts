import { spawnSync } from 'node:child_process';
import { existsSync, statSync } from 'node:fs';

/** PostgreSQL refuses to run as root. Null when we are not root: then it runs as we do. */
export type SystemUser = { uid: number; gid: number } | null;

const NAME = 'eitherway-pg';

/** The user for the database: the one who owns its files already, else `eitherway-pg`, made when missing. */
export function databaseUser(clusterFolder: string): SystemUser {
  if (process.getuid?.() !== 0) return null;
  if (existsSync(clusterFolder)) {
    const { uid, gid } = statSync(clusterFolder);
    if (uid !== 0) return { uid, gid };
  }
  const found = lookUp(NAME);
  if (found) return found;
  const options = ['--system', '--no-create-home', '--shell', '/usr/sbin/nologin', NAME];
  if (spawnSync('useradd', ['--user-group', ...options]).status !== 0)
    spawnSync('adduser', ['-S', '-D', '-H', '-s', '/sbin/nologin', NAME]);
  const made = lookUp(NAME) ?? lookUp('postgres');
  if (made) return made;
  throw new Error(
    `PostgreSQL does not run as root, and the user ${NAME} could not be made. Please start as another user, or give a database by DATABASE_URL.`,
  );
}

function lookUp(name: string): SystemUser {
  const number = (flag: string) => {
    const { status, stdout } = spawnSync('id', [flag, name], { encoding: 'utf8' });
    return status === 0 ? Number(stdout.trim()) : null;
  };
  const uid = number('-u');
  const gid = number('-g');
  return uid === null || gid === null || uid === 0 ? null : { uid, gid };
}

/** Whether that user can get at a file or folder, through every folder above it. */
export function canReach(user: SystemUser, path: string): boolean {
  if (!user) return existsSync(path);
  return spawnSync('/bin/sh', ['-c', 'test -x "$1"', 'sh', path], { ...user, cwd: '/' }).status === 0;
}
