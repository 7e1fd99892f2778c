import { generateKeyPairSync, sign } from 'node:crypto';
import { createServer, type Server } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { freePort } from '../free-port';
import { onEachDatabase } from '../test-api';
import { ask, cookiesOf } from '../test-people';

const port = await freePort();
const issuer = `http://127.0.0.1:${port}`;
const PERSON = { sub: 'person-7', email: 'vera@organisation.test', email_verified: true, name: 'Vera' };

const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });

/** What the organisation says of the person, signed; `nonce` ties it to one sign-in. */
function idToken(nonce: string | null): string {
  const now = Math.floor(Date.now() / 1000);
  const claims = { ...PERSON, iss: issuer, aud: 'eitherway', iat: now, exp: now + 60, nonce };
  const part = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const said = `${part({ alg: 'RS256', kid: 'one' })}.${part(claims)}`;
  return `${said}.${sign('sha256', Buffer.from(said), keys.privateKey).toString('base64url')}`;
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
      });
    },
    {
      oidc: {
        discoveryUrl: `${issuer}/.well-known/openid-configuration`,
        clientId: 'eitherway',
        clientSecret: 'between us',
      },
    },
  );
});
