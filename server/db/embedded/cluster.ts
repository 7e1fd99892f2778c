import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import {
  appendFileSync,
  chmodSync,
  chownSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { join } from 'node:path';
import { freePort } from '../../free-port';
import { type Binaries, findBinaries } from './binaries';
import { oneAtATime, takeLease } from './lease';
import { answersFor, readPidFile, removeStalePidFile } from './running';
import { canReach, databaseUser, type SystemUser } from './system-user';

export type EmbeddedOptions = {
  /** Where the database lives. Its parent folders must be passable for the database's user (see `clusterHome`). */
  home: string;
  /** Tests give up safety against power cuts for speed. */
  durable?: boolean;
  /** Another PostgreSQL's programs, and how it is told which letters there are. */
  programs?: { binaries: Binaries; locale: readonly string[] };
};

export type EmbeddedDatabase = { url: string; adopted: boolean; stop(): Promise<void> };

const ADMIN = 'eitherway';

/** PostgreSQL's own letters: the same on every machine, whatever its system knows. */
const OWN_LOCALE = ['--locale-provider=builtin', '--builtin-locale=C.UTF-8', '--locale=C'] as const;

/** Starts the database of a folder, or joins the one that is running there already. Loopback only, by password. */
export async function startCluster({ home, durable = true, programs }: EmbeddedOptions): Promise<EmbeddedDatabase> {
  mkdirSync(home, { recursive: true });
  const cluster = join(home, 'postgres');
  const user = databaseUser(cluster);
  if (user) chmodSync(home, 0o711);
  if (!canReach(user, home))
    throw new Error(`The database's own user cannot get at ${home}. Please set EITHERWAY_DATA to another folder.`);
  const binaries = programs?.binaries ?? findBinaries(home, (file) => canReach(user, file));
  const run: Run = (program, args) => runAs(user, program, args);

  return oneAtATime(home, async () => {
    if (!existsSync(cluster)) await initialise(home, [binaries.initdb, ...(programs?.locale ?? OWN_LOCALE)], run, user);
    const password = readFileSync(join(home, 'password'), 'utf8');
    const urlAt = (port: number) => `postgres://${ADMIN}:${password}@127.0.0.1:${port}/postgres`;

    const living = readPidFile(cluster);
    const adopted = living !== null && (await answersFor(cluster, urlAt(living.port)));
    const port = adopted ? living.port : await boot(cluster, binaries, run, durable);
    const lease = takeLease(home);
    return {
      url: urlAt(port),
      adopted,
      stop: () =>
        oneAtATime(home, async () => {
          if (lease.leave().last) run(binaries.pgCtl, ['stop', '-D', cluster, '-m', 'fast', '-w', '-t', '60']);
        }),
    };
  });
}

type Run = (program: string, args: string[]) => { ok: boolean; output: string };

function runAs(user: SystemUser, program: string, args: string[]) {
  const done = spawnSync(program, args, {
    ...user,
    cwd: '/',
    encoding: 'utf8',
    env: { ...process.env, LC_ALL: 'C', TZ: 'UTC' },
    stdio: ['ignore', 'pipe', 'pipe'],
    timeout: 120_000,
  });
  return {
    ok: done.status === 0,
    output: `${done.stdout ?? ''}${done.stderr ?? ''}${done.error?.message ?? ''}`.trim(),
  };
}

/** Makes the folder under another name first, so that an interrupted start leaves nothing half-made. */
async function initialise(
  home: string,
  [initdb, ...locale]: readonly [string, ...string[]],
  run: Run,
  user: SystemUser,
): Promise<void> {
  const half = join(home, 'postgres.new');
  const secret = join(home, 'password.new');
  rmSync(half, { recursive: true, force: true });
  mkdirSync(half, { mode: 0o700 });
  const password = randomBytes(24).toString('base64url');
  writeFileSync(secret, password, { mode: 0o600 });
  if (user) for (const path of [half, secret]) chownSync(path, user.uid, user.gid);
  const made = run(initdb, [
    '-D',
    half,
    '-U',
    ADMIN,
    `--pwfile=${secret}`,
    '-A',
    'scram-sha-256',
    '--encoding=UTF8',
    ...locale,
  ]);
  if (!made.ok) throw new Error(`The built-in PostgreSQL could not make its folder:\n${made.output}`);
  appendFileSync(join(half, 'postgresql.conf'), "\ninclude 'eitherway.conf'\n");
  if (user) chownSync(secret, 0, 0);
  chmodSync(secret, 0o600);
  renameSync(secret, join(home, 'password'));
  renameSync(half, join(home, 'postgres'));
}

async function boot(cluster: string, { pgCtl }: Binaries, run: Run, durable: boolean): Promise<number> {
  let output = '';
  for (let attempt = 0; attempt < 3; attempt += 1) {
    removeStalePidFile(cluster);
    const port = await freePort();
    writeFileSync(join(cluster, 'eitherway.conf'), settings(port, durable), { mode: 0o644 });
    const log = join(cluster, 'server.log');
    const started = run(pgCtl, ['start', '-D', cluster, '-w', '-t', '60', '-l', log]);
    if (started.ok) return port;
    output = `${started.output}\n${existsSync(log) ? readFileSync(log, 'utf8').slice(-2_000) : ''}`;
  }
  throw new Error(`The built-in PostgreSQL in ${cluster} did not start:\n${output}`);
}

/** Loopback only. Failed statements stay out of its log, with their messages and values: they could hold notes. */
function settings(port: number, durable: boolean): string {
  return [
    "listen_addresses = '127.0.0.1'",
    `port = ${port}`,
    "unix_socket_directories = ''",
    'max_connections = 100',
    'shared_buffers = 128MB',
    "log_min_messages = 'log'",
    "log_min_error_statement = 'panic'",
    "log_error_verbosity = 'terse'",
    ...(durable ? [] : ['fsync = off', 'synchronous_commit = off', 'full_page_writes = off']),
    '',
  ].join('\n');
}
