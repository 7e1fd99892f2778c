import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { apiRoutes } from '../app';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, cookiesOf, PASSWORD, put, SIGNED_OUT, type Team } from '../test-people';

const all = [...new Set(apiRoutes({} as never).routes.map(({ method, path }) => `${method} ${path}`))];
/** Every route that changes something, with any id in the place of its parameters. */
const changing = all
  .map((route) => route.split(' ') as [string, string])
  .filter(([method]) => method !== 'GET' && method !== 'ALL')
  .map(([method, path]) => [method, path.replace(/:\w+/g, () => v7())] as const);

describe('a request that our pages did not send', () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });
    const cookie = () => String(team.admin.headers.cookie);

    it('changes nothing on any route, from another origin, a sandboxed frame or without an origin', async () => {
      expect(changing.length).toBeGreaterThan(25);
      const foreign = [{ origin: 'https://elsewhere.example' }, { origin: 'null' }, { 'sec-fetch-site': 'same-site' }];
      for (const [method, path] of changing) {
        for (const headers of foreign) {
          const answer = await ask(api, { headers: { cookie: cookie(), ...headers } }, method, path, {});
          expect([method, path, answer.status]).toEqual([method, path, 401]);
        }
        const bare = await ask(api, { headers: { cookie: cookie() } }, method, path, {});
        expect([method, path, bare.body.code]).toEqual([method, path, 'foreign-origin']);
      }
    });

    it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x'])(
      'is not taken as a form: %s',
      async (type) => {
        const body = JSON.stringify({ name: 'Taken' });
        const as = (origin: string) => ({ headers: { cookie: cookie(), origin, 'content-type': type } });
        expect((await ask(api, as('https://elsewhere.example'), 'PATCH', '/api/team', body)).status).toBe(401);
        expect((await ask(api, as(api.origin), 'PATCH', '/api/team', body)).status).toBeGreaterThanOrEqual(400);
        const account = JSON.stringify({ email: team.admin.email, password: PASSWORD });
        const signIn = await ask(api, as('https://elsewhere.example'), 'POST', '/api/auth/sign-in/email', account);
        expect([signIn.status >= 400, cookiesOf(signIn.headers)]).toEqual([true, '']);
        expect((await ask(api, team.admin, 'GET', '/api/team')).body.name).toBe('Alpha');
      },
    );

    it('cannot sign someone in: not from another site with the right password', async () => {
      const account = { email: team.lead.email, password: PASSWORD };
      const answer = await ask(
        api,
        { headers: { origin: 'https://elsewhere.example' } },
        'POST',
        '/api/auth/sign-in/email',
        account,
      );
      expect([answer.status, cookiesOf(answer.headers)]).toEqual([403, '']);
    });

    it('gets no page in a frame, whatever the address answers', async () => {
      for (const path of [
        '/',
        '/sign-in',
        '/account',
        '/team/security',
        '/device',
        '/nothing',
        '/api/me',
        '/api/reference',
        '/health',
      ]) {
        const { headers } = await ask(api, { headers: { accept: 'text/html' } }, 'GET', path);
        expect([path, headers.get('x-frame-options')]).toEqual([path, 'DENY']);
        expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
      }
    });
  });
});

describe('a sign-in', () => {
  onEachDatabase((api) => {
    it('gets a new cookie, whatever cookie the browser brought: none can be planted', async () => {
      const team = await aTeam(api, 'Alpha');
      const planted = String(team.lead.headers.cookie);
      const account = { email: team.expert.email, password: PASSWORD };
      const caller = { headers: { origin: api.origin, cookie: planted } };
      const given = cookiesOf((await ask(api, caller, 'POST', '/api/auth/sign-in/email', account)).headers);
      expect(given).toContain('session_token=');
      expect(given).not.toContain(planted.split('=')[1]);
      expect((await ask(api, { headers: { cookie: planted } }, 'GET', '/api/me')).body).toMatchObject({
        user: { id: team.lead.id },
      });
      const invented = 'eitherway.session_token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA.c2lnbmF0dXJl';
      const again = { headers: { origin: api.origin, cookie: invented } };
      expect(cookiesOf((await ask(api, again, 'POST', '/api/auth/sign-in/email', account)).headers)).not.toContain(
        'AAAAAAAA',
      );
      expect((await ask(api, again, 'GET', '/api/me')).status).toBe(401);
    });

    it('is in no address: a token there opens nothing, and is not in the log', async () => {
      const team = await aTeam(api, 'Beta');
      const { token } = await aDevice(api, team.expert);
      const [, value = ''] = String(team.expert.headers.cookie).split('=');
      for (const secret of [token, value])
        for (const name of [
          'token',
          'access_token',
          'authorization',
          'bearer',
          'session_token',
          'eitherway.session_token',
        ])
          expect((await ask(api, SIGNED_OUT, 'GET', `/api/me?${name}=${secret}`)).status).toBe(401);
      await ask(api, SIGNED_OUT, 'GET', `/join/${token}?access_token=${token}`);
      await ask(api, SIGNED_OUT, 'GET', `/api/invitations/${token}`);
      const logged = api.logged.join('');
      expect(logged).not.toContain(token);
      expect(logged).not.toContain(value);
    });

    it('does not tell which addresses have an account, nor is there a way to reset a password by one', async () => {
      const team = await aTeam(api, 'Gamma');
      const browser = { headers: { origin: api.origin } };
      const said = async (path: string, body: object) => {
        const answer = await ask(api, browser, 'POST', path, body);
        return { status: answer.status, body: answer.body, cookies: answer.headers.getSetCookie() };
      };
      const known = team.admin.email;
      const unknown = `nobody-${v7()}@example.test`;
      const signIn = (email: string) => said('/api/auth/sign-in/email', { email, password: 'not the password' });
      expect(await signIn(known)).toEqual(await signIn(unknown));
      expect(await signIn(known.toUpperCase())).toEqual(await signIn(unknown));
      for (const path of [
        '/request-password-reset',
        '/forget-password',
        '/reset-password',
        '/send-verification-email',
        '/change-email',
      ])
        expect((await said(`/api/auth${path}`, { email: known })).status).toBe(404);
    });
  });
});

describe('an account where only the invited may make one', () => {
  onEachDatabase(
    (api) => {
      it('is refused alike for an address that has one and one that has none', async () => {
        const account = (email: string) => ({ name: 'Eve', email, password: PASSWORD });
        const ask1 = (email: string) =>
          ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-up/email', account(email));
        expect((await ask1('founder@example.test')).status).toBe(200);
        const [known, unknown] = [await ask1('founder@example.test'), await ask1('someone@example.test')];
        expect([known.status, known.body]).toEqual([unknown.status, unknown.body]);
        expect(known.body.code).toBe('not-invited');
      });
    },
    { signUp: 'invited' },
  );
});

describe('codes and links', () => {
  onEachDatabase(
    (api) => {
      const until = async (ask429: () => Promise<number>) => {
        for (let n = 1; n <= 10; n += 1) if ((await ask429()) === 429) return n;
        return 'never';
      };

      it('are counted: device codes asked for, looked up and polled, and invitations tried', async () => {
        const client_id = 'eitherway-extension';
        const post = async (path: string, body: object) => (await ask(api, SIGNED_OUT, 'POST', path, body)).status;
        expect(await until(() => post('/api/auth/device/code', { client_id }))).toBe(4);
        expect(
          await until(() => post('/api/auth/device/token', { client_id, device_code: 'x', grant_type: 'x' })),
        ).toBe(4);
        expect(
          await until(async () => (await ask(api, SIGNED_OUT, 'GET', '/api/auth/device?user_code=ABCD1234')).status),
        ).toBe(4);
        expect(await until(async () => (await ask(api, SIGNED_OUT, 'GET', '/api/invitations/x.y')).status)).toBe(4);
      });
    },
    {
      limits: {
        deviceCodeByAddress: [3, 300],
        devicePollByAddress: [3, 300],
        deviceLookUpByAddress: [3, 300],
        invitationByAddress: [3, 300],
      },
    },
  );

  onEachDatabase((api) => {
    it('work once: a device code gives its token once, and its short code approves nothing twice', async () => {
      const team = await aTeam(api, 'Alpha');
      const client = { client_id: 'eitherway-extension' };
      const code = (await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/code', client)).body;
      await ask(api, team.expert, 'GET', `/api/auth/device?user_code=${code.user_code}`);
      const approve = async () =>
        (await ask(api, team.expert, 'POST', '/api/auth/device/approve', { userCode: code.user_code })).status;
      expect(await approve()).toBe(200);
      const take = async () =>
        (
          await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/token', {
            ...client,
            grant_type: 'urn:ietf:params:oauth:grant-type:device_code',
            device_code: code.device_code,
          })
        ).status;
      expect([await take(), await take()]).toEqual([200, 400]);
      expect(await approve()).toBeGreaterThanOrEqual(400);
    });

    it('written as markup stay text: in JSON, in files, with no type that a browser would guess', async () => {
      const team = await aTeam(api, 'Beta');
      const markup = '<img src=x onerror=alert(1)>';
      await ask(api, team.admin, 'PATCH', '/api/team', { name: markup });
      const session = aFinished({ title: markup, client: { name: markup } });
      await put(api, team.expert, session);
      for (const path of [
        '/api/me',
        '/api/team',
        '/api/sessions',
        `/api/sessions/${session.id}`,
        '/api/team/export',
        '/api/audit/export',
      ]) {
        const answer = await ask(api, team.admin, 'GET', path);
        expect([path, answer.status]).toEqual([path, 200]);
        expect(answer.headers.get('content-type')).toMatch(/^(application\/(json|x-ndjson)|text\/csv)/);
        expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
        if (path.endsWith('export')) expect(answer.headers.get('content-disposition')).toMatch(/^attachment/);
      }
    });
  });
});
