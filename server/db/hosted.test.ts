import { randomBytes } from 'node:crypto';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, describe, expect, inject, it } from 'vitest';
import { aFlag, aNote } from '@/test/fixtures';
import { freePort } from '../free-port';
import { smtpStandIn } from '../mail/stand-in';
import { type RunningApi, startApi } from '../start-api';
import { onEachDatabase, type TestApi } from '../test-api';
import { aDevice, aFinished, ask, aTeam, put } from '../test-people';
import { SHARED_TABLES, TEAM_TABLES } from './copy-database';
import { moveToHosted } from './move-to-hosted';
import * as schema from './schema';

const SECRET = 'only-for-tests-only-for-tests-only';
const cleanup: (() => Promise<unknown>)[] = [];
afterAll(async () => {
  for (const step of cleanup.reverse()) await step();
});

/** An empty database whose owner is nobody special, as managed PostgreSQL gives them. */
async function aPlainDatabase(rights: 'may make roles' | 'may make none'): Promise<string> {
  const { url } = inject('databases').find(({ kind }) => kind === 'hosted') ?? inject('databases')[0] ?? { url: '' };
  const admin = new pg.Client({ connectionString: url });
  await admin.connect();
  const name = `plain_${randomBytes(6).toString('hex')}`;
  await admin.query(
    `create role ${name} login password 'plain' ${rights === 'may make roles' ? 'createrole' : ''} nosuperuser nobypassrls`,
  );
  if (rights === 'may make none') await admin.query(`grant eitherway_team, eitherway_sender to ${name}`);
  await admin.query(`create database ${name} owner ${name}`);
  cleanup.push(
    () => admin.end(),
    () => admin.query(`drop database ${name} with (force)`).then(() => admin.query(`drop role ${name}`)),
  );
  const own = new URL(url);
  own.username = name;
  own.password = 'plain';
  own.pathname = `/${name}`;
  return own.toString();
}

async function serverOn(databaseUrl: string, smtpPort?: number): Promise<RunningApi & TestApi> {
  const running = await startApi({
    port: 0,
    databaseUrl,
    signUp: 'open',
    secret: SECRET,
    log: pino({ level: 'silent' }),
    now: () => new Date('2026-03-02T12:00:00.000Z'),
    mail: smtpPort
      ? {
          smtp: { host: 'localhost', port: smtpPort, tls: 'none', login: null },
          from: { name: 'Eitherway', address: 'mail@eitherway.test' },
          lookSeconds: 0.5,
        }
      : null,
  });
  return { ...running, pool: null as never, logged: [], clock: { now: new Date() } };
}

describe('a hosted database', () => {
  it.each(['may make roles', 'may make none'] as const)('needs an owner that %s, nothing more', async (rights) => {
    const api = await serverOn(await aPlainDatabase(rights));
    const team = await aTeam(api, 'Plain');
    const session = aFinished({ notes: [aNote({ flags: [aFlag()] })] });
    expect((await put(api, team.expert, session)).status).toBe(201);
    expect((await ask(api, team.lead, 'GET', '/api/sessions')).body.sessions).toMatchObject([
      { flagsByCategory: { pressure: 1 } },
    ]);
    expect((await ask(api, team.admin, 'DELETE', `/api/sessions/${session.id}`)).status).toBe(204);
    await api.stop();
  });

  it('is migrated by many processes at once', async () => {
    const url = await aPlainDatabase('may make roles');
    const servers = await Promise.all([serverOn(url), serverOn(url), serverOn(url)]);
    for (const server of servers) expect((await fetch(`${server.origin}/ready`)).status).toBe(200);
    for (const server of servers) await server.stop();
  });
});

describe('moving to a hosted database', () => {
  it('knows every table', () => {
    const names = Object.values(schema)
      .filter((table) => table instanceof PgTable)
      .map((table) => getTableConfig(table))
      .map(({ schema: folder = 'public', name }) => `${folder}.${name}`)
      .concat('search.session_words');
    expect([...SHARED_TABLES, ...TEAM_TABLES, 'public.rate_limit', 'public.crm_consent'].sort()).toEqual(names.sort());
  });

  onEachDatabase((api) => {
    it('is refused while a server is at work', async () => {
      await expect(moveToHosted(api.databaseUrl, await aPlainDatabase('may make roles'))).rejects.toThrow(
        'Please stop it first',
      );
    });
  });

  it('brings everything along: people stay signed in, devices connected, sessions to the letter', async () => {
    const [embedded] = inject('databases');
    const { copyOfTemplate } = await import('./test-databases');
    const source = await copyOfTemplate(embedded?.url ?? '');
    cleanup.push(source.drop);
    const noPost = await freePort();
    const before = await serverOn(source.url, noPost);
    const [alpha, beta] = [await aTeam(before, 'Alpha'), await aTeam(before, 'Beta')];
    const device = await aDevice(before, alpha.expert);
    const sessions = Array.from({ length: 45 }, () => aFinished({ notes: [aNote({ flags: [aFlag()] })] }));
    for (const session of sessions) await put(before, device, session);
    const other = aFinished();
    await put(before, beta.expert, other);
    const deleted = aFinished();
    await ask(before, alpha.expert, 'DELETE', `/api/sessions/${deleted.id}`);
    const invited = { role: 'expert', email: 'nia@example.test' };
    expect((await ask(before, alpha.admin, 'POST', '/api/invitations', invited)).body.mailed).toBe(true);
    await before.stop();

    const target = await aPlainDatabase('may make roles');
    const copied = await moveToHosted(source.url, target);
    expect(copied).toMatchObject({
      'sign_in.user': 8,
      'public.session': 46,
      'public.session_flag': 45,
      'public.session_tombstone': 1,
    });
    await expect(moveToHosted(source.url, target)).rejects.toThrow('people in the target database already');

    const post = await smtpStandIn();
    cleanup.push(post.stop);
    const after = await serverOn(target, post.port);
    await expect.poll(() => post.received.map(({ to }) => to), { timeout: 30_000 }).toEqual([invited.email]);
    expect((await ask(after, device, 'GET', '/api/me')).status).toBe(200);
    const cookie = { headers: { ...alpha.lead.headers, origin: after.origin } };
    const read = await ask(after, cookie, 'GET', `/api/sessions/${sessions[7]?.id}`);
    expect(read.body.session).toEqual(sessions[7]);
    expect((await put(after, device, sessions[7] ?? other)).body.state).toBe('already');
    expect((await put(after, device, deleted)).status).toBe(410);
    await after.stop();
  });
});
