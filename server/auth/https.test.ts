import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { PASSWORD } from '../test-people';

const ORIGIN = 'https://eitherway.example.com';

describe('behind https', () => {
  onEachDatabase(
    (api) => {
      /** What a proxy in front passes on of a request to the public address. */
      const passOn = (path: string, headers: Record<string, string> = {}, body?: object) =>
        fetch(api.address + path, {
          method: body ? 'POST' : 'GET',
          headers: { 'content-type': 'application/json', ...headers },
          ...(body && { body: JSON.stringify(body) }),
        });
      const signUp = (origin: string) =>
        passOn(
          '/api/auth/sign-up/email',
          { origin },
          { name: 'Ada', email: `${v7()}@example.test`, password: PASSWORD },
        );

      it('sends cookies over https alone, and tells browsers to stay there', async () => {
        const answer = await signUp(ORIGIN);
        expect(answer.status).toBe(200);
        const [cookie = ''] = answer.headers.getSetCookie();
        expect(cookie).toMatch(/^__Secure-eitherway\.session_token=/);
        for (const attribute of ['HttpOnly', 'Secure', 'SameSite=Lax', 'Path=/'])
          expect(cookie.split('; ')).toContain(attribute);
        expect(answer.headers.get('strict-transport-security')).toContain('max-age=63072000');
      });

      it('makes links of the public address', async () => {
        const code = await passOn('/api/auth/device/code', {}, { client_id: 'eitherway-extension' });
        expect(await code.json()).toMatchObject({ verification_uri: `${ORIGIN}/device` });
      });

      it('honours cookies at the public address alone', async () => {
        const cookie = (await signUp(ORIGIN)).headers.getSetCookie()[0]?.split(';')[0] ?? '';
        expect((await passOn('/api/me', { cookie, origin: ORIGIN })).status).toBe(200);
        expect((await passOn('/api/me', { cookie, origin: api.address })).status).toBe(401);
      });
    },
    { origin: ORIGIN },
  );
});
