import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, cookiesOf, PASSWORD, type Person } from '../test-people';
import { secretHash } from './secret-hash';

describe('signing in with a browser', () => {
  onEachDatabase((api) => {
    let ada: Person;
    const signIn = (password = PASSWORD, headers: Record<string, string> = { origin: api.origin }) =>
      ask(api, { headers }, 'POST', '/api/auth/sign-in/email', { email: ada.email, password });
    beforeAll(async () => {
      ada = await aPerson(api, 'Ada');
    });

    it('gives a cookie that scripts cannot read and other sites do not send', async () => {
      const { status, headers } = await signIn();
      expect(status).toBe(200);
      expect(headers.getSetCookie()[0]).toMatch(/^eitherway\.session_token=.*; Path=\/; HttpOnly; SameSite=Lax$/);
    });

    it('gives the token nowhere but in the cookie', async () => {
      const { headers, body } = await signIn();
      const token = /session_token=([^.%]+)/.exec(headers.getSetCookie()[0] ?? '')?.[1] ?? '';
      expect(token.length).toBeGreaterThan(20);
      expect(JSON.stringify(body)).not.toContain(token);
      expect(headers.get('set-auth-token')).toBeNull();
    });

    it('keeps only the hash of the token in the database', async () => {
      const { headers } = await signIn();
      const token = /session_token=([^.%]+)/.exec(headers.getSetCookie()[0] ?? '')?.[1] ?? '';
      const { rows } = await api.pool.query<{ token: string }>('select token from sign_in.session where user_id = $1', [
        ada.id,
      ]);
      const stored = rows.map((row) => row.token);
      expect(stored).toContain(secretHash(token));
      expect(stored).not.toContain(token);
    });

    it('ends with signing out, for a copy of the cookie too', async () => {
      const cookie = cookiesOf((await signIn()).headers);
      const copy = { headers: { origin: api.origin, cookie } };
      expect((await ask(api, copy, 'GET', '/api/me')).status).toBe(200);
      expect((await ask(api, copy, 'POST', '/api/auth/sign-out')).status).toBe(200);
      expect((await ask(api, copy, 'GET', '/api/me')).status).toBe(401);
    });

    it('takes no cookie whose signature was touched', async () => {
      const cookie = cookiesOf((await signIn()).headers)
        .replace(/%3D$/, 'A%3D')
        .replace(/\.(.)/, '.X');
      expect((await ask(api, { headers: { cookie } }, 'GET', '/api/me')).status).toBe(401);
    });

    it('does not take the hash of the database for a token', async () => {
      const { rows } = await api.pool.query<{ token: string }>('select token from sign_in.session where user_id = $1', [
        ada.id,
      ]);
      for (const { token } of rows) {
        const answer = await ask(api, { headers: { authorization: `Bearer ${token}` } }, 'GET', '/api/me');
        expect(answer.status).toBe(401);
      }
    });

    it('says the same of a wrong password and of an unknown address', async () => {
      const wrong = await signIn('not the password');
      const unknown = await ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-in/email', {
        email: 'nobody@example.test',
        password: PASSWORD,
      });
      expect(wrong).toMatchObject({ status: 401, body: { code: 'invalid-email-or-password' } });
      expect(unknown.body).toEqual(wrong.body);
      expect(wrong.headers.get('content-type')).toContain('application/problem+json');
    });

    it.each([
      ['another site', { origin: 'https://elsewhere.example' }],
      ['a page of another site, by its browser', { 'sec-fetch-site': 'cross-site' }],
      ['a Firefox extension', { origin: 'moz-extension://0b7c1f8e-1111-4222-8333-444455556666' }],
    ])('honours no cookie from %s', async (_who, headers) => {
      const foreign = { headers: { cookie: ada.headers.cookie ?? '', ...headers } };
      expect((await ask(api, foreign, 'GET', '/api/me')).status).toBe(401);
      expect((await ask(api, foreign, 'POST', '/api/teams', { name: 'Taken' })).status).toBe(401);
    });

    it('changes nothing for a cookie that comes without an origin', async () => {
      const bare = { headers: { cookie: ada.headers.cookie ?? '' } };
      expect(await ask(api, bare, 'POST', '/api/teams', { name: 'Taken' })).toMatchObject({
        status: 403,
        body: { code: 'foreign-origin' },
      });
    });

    it('answers the pages of the extension, without credentials, and no other origin', async () => {
      const preflight = (origin: string) =>
        fetch(`${api.origin}/api/sessions/x`, {
          method: 'OPTIONS',
          headers: {
            origin,
            'access-control-request-method': 'PUT',
            'access-control-request-headers': 'authorization',
          },
        });
      const ours = await preflight('chrome-extension://gclceibgcpfbdiglhaaefomhlmonjgmm');
      expect(ours.headers.get('access-control-allow-origin')).toBe(
        'chrome-extension://gclceibgcpfbdiglhaaefomhlmonjgmm',
      );
      expect(ours.headers.get('access-control-allow-credentials')).toBeNull();
      const firefox = await preflight('moz-extension://0b7c1f8e-1111-4222-8333-444455556666');
      expect(firefox.headers.get('access-control-allow-origin')).toContain('moz-extension://');
      for (const origin of ['chrome-extension://aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 'https://elsewhere.example', 'null'])
        expect((await preflight(origin)).headers.get('access-control-allow-origin')).toBeNull();
    });

    it('lets the pages of the extension read what sign-in answers, and refusals', async () => {
      const origin = 'chrome-extension://gclceibgcpfbdiglhaaefomhlmonjgmm';
      const asked = (path: string, from: string) =>
        fetch(`${api.origin}${path}`, {
          method: 'POST',
          headers: { origin: from, 'content-type': 'application/json' },
          body: JSON.stringify({ client_id: 'eitherway-extension' }),
        });
      for (const path of ['/api/auth/device/code', '/api/auth/device/token', '/api/nothing']) {
        const { headers } = await asked(path, origin);
        expect([path, headers.get('access-control-allow-origin')]).toEqual([path, origin]);
      }
      const { headers } = await asked('/api/auth/device/code', 'https://elsewhere.example');
      expect(headers.get('access-control-allow-origin')).toBeNull();
    });

    it('has just the endpoints that the product uses', async () => {
      for (const [method, path] of [
        ['POST', '/organization/create'],
        ['POST', '/organization/invite-member'],
        ['POST', '/organization/accept-invitation'],
        ['GET', '/organization/get-full-organization'],
        ['GET', '/list-sessions'],
        ['POST', '/delete-user'],
      ] as const)
        expect(await ask(api, ada, method, `/api/auth${path}`, method === 'POST' ? {} : undefined)).toMatchObject({
          status: 404,
        });
    });

    it('offers a second factor', async () => {
      const answer = await ask(api, ada, 'POST', '/api/auth/two-factor/enable', { password: PASSWORD });
      expect(answer).toMatchObject({
        status: 200,
        body: { totpURI: expect.stringContaining('otpauth://totp/Eitherway') },
      });
    });
  });
});
