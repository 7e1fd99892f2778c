import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, cookiesOf, PASSWORD } from '../test-people';

const ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function fromBase32(text: string): Buffer {
  const bits = [...text].map((letter) => ALPHABET.indexOf(letter).toString(2).padStart(5, '0')).join('');
  return Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** What an authenticator app shows now (RFC 6238). */
function codeNow(uri: string): string {
  const counter = Buffer.alloc(8);
  counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000)));
  const digest = createHmac('sha1', fromBase32(new URL(uri).searchParams.get('secret') ?? ''))
    .update(counter)
    .digest();
  const at = (digest.at(-1) ?? 0) & 15;
  return String((digest.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, '0');
}

describe('a second factor', () => {
  onEachDatabase((api) => {
    it('is asked for once it was switched on, and opens nothing before it is given', async () => {
      const person = await aPerson(api, 'Tess');
      const enabled = await ask(api, person, 'POST', '/api/auth/two-factor/enable', { password: PASSWORD });
      const uri = String(enabled.body.totpURI);
      const verified = await ask(api, person, 'POST', '/api/auth/two-factor/verify-totp', { code: codeNow(uri) });
      expect(verified.status).toBe(200);

      const browser = { headers: { origin: api.origin } };
      const half = await ask(api, browser, 'POST', '/api/auth/sign-in/email', {
        email: person.email,
        password: PASSWORD,
      });
      expect(half).toMatchObject({ status: 200, body: { twoFactorRedirect: true } });
      const waiting = { headers: { origin: api.origin, cookie: cookiesOf(half.headers) } };
      expect((await ask(api, waiting, 'GET', '/api/me')).status).toBe(401);

      expect((await ask(api, waiting, 'POST', '/api/auth/two-factor/verify-totp', { code: '000000' })).status).toBe(
        401,
      );
      const whole = await ask(api, waiting, 'POST', '/api/auth/two-factor/verify-totp', { code: codeNow(uri) });
      expect(whole.status).toBe(200);
      const signedIn = { headers: { cookie: cookiesOf(whole.headers) } };
      expect((await ask(api, signedIn, 'GET', '/api/me')).body).toMatchObject({ user: { email: person.email } });
    });

    it('can be replaced by a code kept for a lost phone, once', async () => {
      const person = await aPerson(api, 'Uma');
      const enabled = await ask(api, person, 'POST', '/api/auth/two-factor/enable', { password: PASSWORD });
      await ask(api, person, 'POST', '/api/auth/two-factor/verify-totp', {
        code: codeNow(String(enabled.body.totpURI)),
      });
      const [code] = enabled.body.backupCodes as string[];
      const enter = async () => {
        const browser = { headers: { origin: api.origin } };
        const half = await ask(api, browser, 'POST', '/api/auth/sign-in/email', {
          email: person.email,
          password: PASSWORD,
        });
        const waiting = { headers: { origin: api.origin, cookie: cookiesOf(half.headers) } };
        return (await ask(api, waiting, 'POST', '/api/auth/two-factor/verify-backup-code', { code })).status;
      };
      expect([await enter(), await enter()]).toEqual([200, 401]);
    });
  });
});
