import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, aPerson, ask, aTeam, PASSWORD, put, SIGNED_OUT, type Team } from '../test-people';

const MARKER = 'MARKER-TYPED-IN-A-NOTE';

const web = mkdtempSync(join(tmpdir(), 'eitherway-web-'));
mkdirSync(join(web, 'assets'));
writeFileSync(join(web, 'index.html'), '<!doctype html><title>Eitherway</title>');
writeFileSync(join(web, 'assets/main-abcdefgh.js'), 'export {};');
writeFileSync(join(web, 'assets/long-abcdefgh.js'), `export const words = '${'calm '.repeat(400)}';`);
writeFileSync(join(web, '..', 'outside.txt'), 'not for the web');

describe('what surrounds every route', () => {
  onEachDatabase(
    (api) => {
      let team: Team;
      beforeAll(async () => {
        team = await aTeam(api, 'Alpha');
      });

      it('logs requests by their pattern, and never a note, a name of a client, a token or a password', async () => {
        const device = await aDevice(api, team.expert);
        const note = aNote({ text: MARKER, flags: [aFlag({ piece: MARKER })] });
        const session = aFinished({ title: MARKER, client: { name: MARKER }, notes: [note] });
        await put(api, device, session);
        await put(api, device, { ...session, title: `${MARKER} again` });
        await put(api, device, { ...session, revision: 9, notes: [{ ...note, updatedAt: MARKER }] });
        await ask(api, device, 'PUT', `/api/sessions/${session.id}`, `{"${MARKER}`);
        await ask(api, team.lead, 'GET', `/api/sessions?client=${MARKER}`);
        await ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-in/email', {
          email: `${MARKER}@x.test`,
          password: MARKER,
        });
        const logged = api.logged.join('');
        expect(logged).toContain('"route":"/api/sessions/:id"');
        for (const secret of [MARKER, PASSWORD, device.token, team.expert.email, session.id])
          expect(logged).not.toContain(secret);
      });

      it('logs a failure of its own by kind and place, without the values of the statement', async () => {
        await api.pool.query('alter table session add constraint no_more check (false) not valid');
        const answer = await put(api, team.expert, aFinished({ title: MARKER }));
        await api.pool.query('alter table session drop constraint no_more');
        expect(answer).toMatchObject({ status: 500, body: { code: 'unexpected', requestId: expect.any(String) } });
        const line = api.logged.find((one) => one.includes('unexpected failure')) ?? '';
        expect(JSON.parse(line)).toMatchObject({ code: '23514', requestId: answer.body.requestId });
        expect(api.logged.join('')).not.toContain(MARKER);
      });

      it('answers that it is unavailable while the database is not, and works again after', async () => {
        await api.pool.query('alter table drizzle.__drizzle_migrations rename to away');
        expect(await ask(api, SIGNED_OUT, 'GET', '/ready')).toMatchObject({
          status: 503,
          body: { code: 'unavailable' },
        });
        await api.pool.query('alter table drizzle.away rename to __drizzle_migrations');
        expect((await ask(api, SIGNED_OUT, 'GET', '/ready')).status).toBe(200);
        await api.pool.query(
          "select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = 'eitherway'",
        );
        await expect.poll(async () => (await ask(api, team.expert, 'GET', '/api/me')).status).toBe(200);
      });

      it('lets pages load only what we serve, and nobody frame them', async () => {
        const { headers } = await ask(api, SIGNED_OUT, 'GET', '/');
        expect(headers.get('content-security-policy')).toContain(
          "default-src 'none'; script-src 'self'; style-src 'self'",
        );
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
        expect(headers.get('content-security-policy')).not.toContain('unsafe');
        expect(headers.get('x-content-type-options')).toBe('nosniff');
        expect(headers.get('referrer-policy')).toBe('no-referrer');
        expect(headers.get('strict-transport-security')).toBeNull();
      });

      it.each([
        '/',
        '/sign-in',
        '/join/abc',
        '/device?user_code=ABCD',
        '/sessions',
        '/sessions/1',
        '/team',
        '/devices',
      ])('gives the web app at %s', async (path) => {
        const { status, headers, body } = await ask(api, SIGNED_OUT, 'GET', path);
        expect([status, headers.get('content-type'), body.text]).toEqual([
          200,
          'text/html; charset=utf-8',
          '<!doctype html><title>Eitherway</title>',
        ]);
      });

      it('lets browsers keep files whose name tells their content, and no page', async () => {
        const asset = await ask(api, SIGNED_OUT, 'GET', '/assets/main-abcdefgh.js');
        expect(asset.headers.get('cache-control')).toContain('immutable');
        expect((await ask(api, SIGNED_OUT, 'GET', '/')).headers.get('cache-control')).toBe('no-cache');
      });

      it('packs long files for browsers that unpack them, to the same text', async () => {
        const packed = await ask(
          api,
          { headers: { 'accept-encoding': 'gzip, br' } },
          'GET',
          '/assets/long-abcdefgh.js',
        );
        const plain = await ask(api, { headers: { 'accept-encoding': 'identity' } }, 'GET', '/assets/long-abcdefgh.js');
        expect([packed.headers.get('content-encoding'), plain.headers.get('content-encoding')]).toEqual(['br', null]);
        expect(packed.headers.get('vary')).toBe('accept-encoding');
        expect(packed.body.text).toBe(plain.body.text);
        expect(plain.body.text).toContain('calm calm');
      });

      it.each(['/../outside.txt', '/%2e%2e/outside.txt', '/..%2foutside.txt', '/nothing.js', '/practice/..%2fmain.ts'])(
        'gives nothing at %s',
        async (path) => {
          expect((await ask(api, SIGNED_OUT, 'GET', path)).status).toBe(404);
        },
      );

      it('tells a person of an unknown address in the web app, a program in a problem', async () => {
        const person = await ask(api, { headers: { accept: 'text/html' } }, 'GET', '/nowhere');
        expect([person.status, person.body.text]).toEqual([404, '<!doctype html><title>Eitherway</title>']);
        expect((await ask(api, SIGNED_OUT, 'GET', '/nowhere')).body.code).toBe('not-found');
      });

      it('asks for patience when a person signs in too often, wherever from', async () => {
        const person = await aPerson(api, 'Eager');
        const attempt = () =>
          ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-in/email', {
            email: person.email,
            password: 'wrong',
          });
        const answers = [];
        for (let n = 0; n < 5; n += 1) answers.push(await attempt());
        expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 429, 429]);
        expect(answers[4]).toMatchObject({ body: { code: 'rate-limited' } });
        expect(Number(answers[4]?.headers.get('retry-after'))).toBeGreaterThan(0);
        const { rows } = await api.pool.query<{ key: string }>(
          `select key from rate_limit where key like 'signInByEmail%'`,
        );
        expect(rows.map(({ key }) => key).join()).not.toContain('eager');
      });

      it('counts tries that come at once one by one', async () => {
        const person = await aPerson(api, 'Many');
        const device = await aDevice(api, person);
        const tries = await Promise.all(
          Array.from({ length: 12 }, () => ask(api, device, 'DELETE', '/api/devices/other')),
        );
        expect(tries.filter(({ status }) => status === 429)).toHaveLength(4);
      });
    },
    { webRoot: web, limits: { ...onlyFor(['signInByEmail', 3], ['writeByPerson', 8]) } },
  );
});

/** Tight limits for the named ones; every other is as wide as in all tests. */
function onlyFor(...tight: [string, number][]) {
  return Object.fromEntries(tight.map(([name, points]) => [name, [points, 60] as const]));
}
