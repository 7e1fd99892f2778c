import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import pg from 'pg';
import { pino } from 'pino';
import { startJobs } from '../jobs/boss';
import { connect } from './connect';
import { startCluster } from './embedded/cluster';
import { migrateDatabase } from './migrate';

export type TestDatabase = { kind: 'embedded' | 'hosted'; url: string };

const TEMPLATE = 'eitherway_template';

/**
 * Both kinds of database, each with a migrated template from which a test file takes its copy: the embedded one, and a
 * PostgreSQL of the machine's (TEST_DATABASE_URL, else programs that are found). With CI=true both must be there.
 */
export async function startTestDatabases(): Promise<{ databases: TestDatabase[]; stop(): Promise<void> }> {
  const stops: (() => Promise<void>)[] = [];
  const throwaway = async (programs?: Parameters<typeof startCluster>[0]['programs']) => {
    const home = mkdtempSync(join(tmpdir(), 'eitherway-test-'));
    const cluster = await startCluster({ home, durable: false, ...(programs && { programs }) });
    stops.push(async () => {
      await cluster.stop();
      rmSync(home, { recursive: true, force: true });
    });
    return cluster.url;
  };
  const databases: TestDatabase[] = [{ kind: 'embedded', url: await throwaway() }];
  const bin = localPrograms();
  const given = process.env.TEST_DATABASE_URL;
  if (given) databases.push({ kind: 'hosted', url: given });
  else if (bin) {
    const binaries = { initdb: join(bin, 'initdb'), pgCtl: join(bin, 'pg_ctl'), version: 'local' };
    databases.push({ kind: 'hosted', url: await throwaway({ binaries, locale: ['--locale=C.UTF-8'] }) });
  } else if (process.env.CI === 'true')
    throw new Error('No PostgreSQL found for the tests: install one or set TEST_DATABASE_URL.');

  for (const { url } of databases) await makeTemplate(url);
  return {
    databases,
    async stop() {
      for (const stop of stops) await stop();
    },
  };
}

/** The folder with initdb and pg_ctl of a PostgreSQL that the machine has, the newest first. */
export function localPrograms(): string | null {
  const root = '/usr/lib/postgresql';
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [
    ...versions.map((version) => join(root, version, 'bin')),
    ...(process.env.PATH ?? '').split(delimiter),
  ];
  return folders.find((folder) => existsSync(join(folder, 'initdb')) && existsSync(join(folder, 'pg_ctl'))) ?? null;
}

async function makeTemplate(url: string): Promise<void> {
  await query(url, `drop database if exists ${TEMPLATE}`);
  await query(url, `create database ${TEMPLATE}`);
  const own = databaseAt(url, TEMPLATE);
  const { pool, db } = connect(own, 2);
  await migrateDatabase(pool);
  const queue = await startJobs({ databaseUrl: own, db, log: pino({ level: 'silent' }), now: () => new Date() });
  await queue.stop();
  await pool.end();
}

let copies = 0;

/** A fresh copy of the template; tests of one file have it to themselves. */
export async function copyOfTemplate(url: string): Promise<{ url: string; drop(): Promise<void> }> {
  const name = `eitherway_test_${process.pid}_${Date.now()}_${copies++}`;
  await query(url, `create database ${name} template ${TEMPLATE}`);
  return { url: databaseAt(url, name), drop: () => query(url, `drop database ${name} with (force)`) };
}

function databaseAt(url: string, name: string): string {
  const other = new URL(url);
  other.pathname = `/${name}`;
  return other.toString();
}

async function query(url: string, text: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(text);
  } finally {
    await client.end();
  }
}
