import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../free-port';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, cookiesOf } from '../test-people';

const port = await freePort();
const issuer = `http://127.0.0.1:${port}`;
const PERSON = { sub: 'person-7', email: 'vera@organisation.test', email_verified: true, name: 'Vera' };

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the organisation says of the person, signed; `nonce` ties it to one sign-in. */
function idToken(nonce: string | null, change: object = {}, key = keys): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { ...PERSON, iss: issuer, aud: 'eitherway', iat: now, exp: now + 60, nonce, ...change };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
  return `${said}.${sign('sha256', Buffer.from(said), key.privateKey).toString('base64url')}`;
}

/** An organisation's sign-in, as small as OpenID Connect allows. */
const answers: Record<string, unknown> = {
  '/.well-known/openid-configuration': {
    issuer,
    authorization_endpoint: `${issuer}/authorize`,
    token_endpoint: `${issuer}/token`,
    userinfo_endpoint: `${issuer}/userinfo`,
    jwks_uri: `${issuer}/jwks`,
    id_token_signing_alg_values_supported: ['RS256'],
  },
  '/userinfo': PERSON,
  '/jwks': { keys: [{ ...keys.publicKey.export({ format: 'jwk' }), kid: 'one', alg: 'RS256', use: 'sig' }] },
};

describe("signing in with an organisation's own sign-in", () => {
  let provider: Server;
  beforeAll(async () => {
    provider = createServer((request, response) => {
      const body = answers[(request.url ?? '').split('?')[0] ?? ''];
      response.writeHead(body ? 200 : 404, { 'content-type': 'application/json' }).end(JSON.stringify(body ?? {}));
    });
    await new Promise<void>((resolve) => provider.listen(port, '127.0.0.1', resolve));
  });
  afterAll(() => provider.close());

  onEachDatabase(
    (api) => {
      it('is a matter of settings: it leads there, and the way back ends signed in', async () => {
        const browser = { headers: { origin: api.origin } };
        const begun = await ask(api, browser, 'POST', '/api/auth/sign-in/social', {
          provider: 'oidc',
          callbackURL: '/sessions',
        });
        expect(begun).toMatchObject({ status: 200, body: { url: expect.stringContaining(`${issuer}/authorize`) } });
        const sent = new URL(String(begun.body.url)).searchParams;
        expect(sent.get('redirect_uri')).toBe(`${api.origin}/api/auth/callback/oidc`);
        expect(sent.get('code_challenge_method')).toBe('S256');

        const back = (cookie: string) =>
          fetch(`${api.origin}/api/auth/callback/oidc?code=theirs&state=${sent.get('state')}`, {
            redirect: 'manual',
            headers: { 'sec-fetch-site': 'cross-site', 'sec-fetch-mode': 'navigate', cookie },
          });
        expect(cookiesOf((await back('')).headers)).not.toContain('session_token=');
        const again = await ask(api, browser, 'POST', '/api/auth/sign-in/social', {
          provider: 'oidc',
          callbackURL: '/sessions',
        });
        const asked = new URL(String(again.body.url)).searchParams;
        sent.set('state', asked.get('state') ?? '');
        answers['/token'] = { access_token: 'theirs', token_type: 'Bearer', id_token: idToken(asked.get('nonce')) };
        const returned = await back(cookiesOf(again.headers));
        expect([returned.status, returned.headers.get('location')]).toEqual([302, '/sessions']);
        const me = await ask(api, { headers: { cookie: cookiesOf(returned.headers) } }, 'GET', '/api/me');
        expect(me).toMatchObject({ status: 200, body: { user: { email: PERSON.email, name: 'Vera' } } });
        const { rows } = await api.pool.query("select access_token from sign_in.account where provider_id = 'oidc'");
        expect(rows.map((row) => row.access_token)).not.toContain('theirs');
      });

      /** One whole way there and back, with what the organisation says changed. */
      async function signIn(change: object = {}, { profile = {}, key = keys, nonce = true, state = '' } = {}) {
        const browser = { headers: { origin: api.origin } };
        const begun = await ask(api, browser, 'POST', '/api/auth/sign-in/social', {
          provider: 'oidc',
          callbackURL: '/sessions',
          errorCallbackURL: '/sign-in',
        });
        const sent = new URL(String(begun.body.url)).searchParams;
        const token = idToken(nonce ? sent.get('nonce') : 'of another sign-in', { ...profile, ...change }, key);
        answers['/token'] = { access_token: 'theirs', token_type: 'Bearer', id_token: token };
        answers['/userinfo'] = { ...PERSON, ...profile };
        const returned = await fetch(
          `${api.origin}/api/auth/callback/oidc?code=theirs&state=${state || sent.get('state')}`,
          { redirect: 'manual', headers: { cookie: cookiesOf(begun.headers), 'sec-fetch-site': 'cross-site' } },
        );
        answers['/userinfo'] = PERSON;
        const cookie = cookiesOf(returned.headers);
        const { status } = await ask(api, { headers: { cookie } }, 'GET', '/api/me');
        return { status, to: returned.headers.get('location') };
      }

      it('takes the word of that organisation alone, fresh, for us, for this sign-in and signed by its key', async () => {
        const now = Math.floor(Date.now() / 1000);
        const another = generateKeyPairSync('rsa', { modulusLength: 2048 });
        expect((await signIn()).status).toBe(200);
        for (const refused of [
          () => signIn({ iss: 'https://elsewhere.example' }),
          () => signIn({ aud: 'another-app' }),
          () => signIn({ iat: now - 7_200, exp: now - 3_600 }),
          () => signIn({}, { nonce: false }),
          () => signIn({}, { key: another }),
          () => signIn({}, { state: 'made-up' }),
          () => signIn({ sub: 'person-8' }),
        ])
          expect(await refused()).toMatchObject({ status: 401, to: expect.stringContaining('error=') });
      });

      it('hands nobody the account of another who has the same address, confirmed by the organisation or not', async () => {
        const local = await aPerson(api, 'Wim');
        for (const email_verified of [false, true]) {
          const profile = { sub: `wim-${email_verified}`, email: local.email, email_verified };
          expect(await signIn({}, { profile })).toMatchObject({
            status: 401,
            to: expect.stringContaining('/sign-in?error='),
          });
        }
        const { rows } = await api.pool.query('select provider_id from sign_in.account where user_id = $1', [local.id]);
        expect(rows).toEqual([{ provider_id: 'credential' }]);
      });

      it('is told to who wants to sign in, by the name that it has here', async () => {
        expect((await ask(api, { headers: {} }, 'GET', '/api/sign-in')).body).toEqual({
          organisation: { name: 'Northwind' },
          signUp: 'open',
        });
      });

      it('leads back to our own pages alone', async () => {
        for (const callbackURL of ['https://elsewhere.example/', '//elsewhere.example'])
          expect(
            (
              await ask(api, { headers: { origin: api.origin } }, 'POST', '/api/auth/sign-in/social', {
                provider: 'oidc',
                callbackURL,
              })
            ).status,
          ).toBe(403);
      });
    },
    {
      oidc: {
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId: 'eitherway',
        clientSecret: 'between us',
        name: 'Northwind',
      },
    },
  );
});
