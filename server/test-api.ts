import { Writable } from 'node:stream';
import pg from 'pg';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, inject } from 'vitest';
import { copyOfTemplate } from './db/test-databases';
import { type StartOptions, startApi } from './start-api';

export type TestApi = {
  origin: string;
  /** Where it listens, behind a proxy that there is not. */
  address: string;
  /** The database as its owner sees it. */
  pool: pg.Pool;
  databaseUrl: string;
  /** Everything that was logged, as text. */
  logged: string[];
  clock: { now: Date };
};

const LONGEST_END_MS = 180_000;
const GENEROUS = [100_000, 60] as const;

/** No limit stands in the way of a test that is not about limits. */
const UNLIMITED = {
  signInByAddress: GENEROUS,
  signInByEmail: GENEROUS,
  signUpByAddress: GENEROUS,
  deviceCodeByAddress: GENEROUS,
  devicePollByAddress: GENEROUS,
  deviceLookUpByAddress: GENEROUS,
  invitationByAddress: GENEROUS,
  invitationByPerson: GENEROUS,
  mailByTeam: GENEROUS,
  mailByAddress: GENEROUS,
  clientByAddress: GENEROUS,
  clientSendByAddress: GENEROUS,
  clientSendByLink: GENEROUS,
  clientGuessByAddress: GENEROUS,
  calendarByAddress: GENEROUS,
  calendarByFeed: GENEROUS,
  confirmByPerson: GENEROUS,
  exportByPerson: GENEROUS,
  writeByPerson: GENEROUS,
  readByPerson: GENEROUS,
};

/** Runs tests against the API over HTTP, once on each kind of database, on a fresh copy of it. */
export function onEachDatabase(tests: (api: TestApi) => void, options: StartOptions = {}): void {
  const databases = inject('databases');
  if (!databases.some(({ kind }) => kind === 'hosted'))
    describe.skip('on a hosted PostgreSQL: none was found on this machine');
  describe.each(databases)('on $kind PostgreSQL', ({ url }) => {
    const api = { logged: [], clock: { now: new Date('2026-03-02T12:00:00.000Z') } } as unknown as TestApi;
    const undo: [what: string, end: () => Promise<void>][] = [];
    beforeAll(async () => {
      const copy = await copyOfTemplate(url);
      const running = await startApi({
        port: 0,
        databaseUrl: copy.url,
        signUp: 'open',
        secret: 'only-for-tests-only-for-tests-only',
        now: () => api.clock.now,
        log: pino({ level: 'debug' }, into(api.logged)),
        ...options,
        limits: { ...UNLIMITED, ...options.limits },
      });
      const pool = new pg.Pool({ connectionString: copy.url, max: 4 });
      pool.on('error', () => {});
      Object.assign(api, { origin: running.origin, address: running.address, databaseUrl: copy.url, pool });
      undo.push(['the database', copy.drop], ["the tests' connections", () => pool.end()], ['the API', running.stop]);
    });
    afterAll(async () => {
      for (const [what, end] of undo.reverse()) await inTime(end(), () => `${what} did not end: ${api.logged.at(-1)}`);
    });
    tests(api);
  });
}

/** Fails with a sentence when it takes longer than anything here may, rather than with the name of a hook. */
async function inTime(work: Promise<void>, sentence: () => string): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(sentence())), LONGEST_END_MS);
  });
  await Promise.race([work, late]).finally(() => clearTimeout(timer));
}

function into(lines: string[]): Writable {
  return new Writable({
    write(chunk, _encoding, done) {
      lines.push(String(chunk));
      done();
    },
  });
}
