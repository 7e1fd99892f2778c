import { describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, aPerson, ask, aTeam, cookiesOf, PASSWORD, type Person, put } from '../test-people';
import { codeNow } from './code-now';

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

    /** Turned on, in the browser that the person goes on with. */
    async function turnOn(person: Person): Promise<Person> {
      const enabled = await ask(api, person, 'POST', '/api/auth/two-factor/enable', { password: PASSWORD });
      const code = codeNow(String(enabled.body.totpURI));
      const answer = await ask(api, person, 'POST', '/api/auth/two-factor/verify-totp', { code });
      return {
        ...person,
        headers: { ...person.headers, cookie: cookiesOf(answer.headers) || String(person.headers.cookie) },
      };
    }

    it('that the team asks for shuts its routes until it is on, and no extension that was connected before', async () => {
      const team = await aTeam(api, 'Alpha');
      const device = await aDevice(api, team.expert);
      const demand = (who: Person) => ask(api, who, 'PATCH', '/api/team/settings', { requireTwoFactor: true });
      expect(await demand(team.admin)).toMatchObject({ status: 403, body: { code: 'second-factor-needed' } });
      const admin = await turnOn(team.admin);
      expect((await demand(admin)).status).toBe(200);
      expect((await ask(api, admin, 'GET', '/api/team')).status).toBe(200);

      for (const path of ['/api/team', '/api/team/members', '/api/sessions', '/api/playbooks', '/api/insights'])
        expect(await ask(api, team.expert, 'GET', path)).toMatchObject({
          status: 403,
          body: { code: 'second-factor-needed' },
        });
      expect((await ask(api, team.expert, 'GET', '/api/me')).body).toMatchObject({ secondFactorNeeded: true });
      expect((await ask(api, team.expert, 'GET', '/api/account')).body).toEqual({
        hasPassword: true,
        secondFactor: false,
        secondFactorNeeded: true,
      });
      expect((await put(api, device, aFinished())).status).toBe(201);
      expect((await ask(api, device, 'GET', '/api/me')).body).toMatchObject({ secondFactorNeeded: false });
      await expect(aDevice(api, team.expert)).resolves.toMatchObject({ token: 'undefined' });

      const expert = await turnOn(team.expert);
      expect((await ask(api, expert, 'GET', '/api/team')).status).toBe(200);
      expect((await ask(api, await aDevice(api, expert), 'GET', '/api/team')).status).toBe(200);
      const { entries } = (await ask(api, admin, 'GET', '/api/audit?action=second-factor-changed')).body;
      expect(entries).toHaveLength(2);
    });

    it('is turned off by the password alone', async () => {
      const person = await turnOn(await aPerson(api, 'Vic'));
      const off = (password: string) => ask(api, person, 'POST', '/api/auth/two-factor/disable', { password });
      expect((await off('a wrong password')).status).toBe(400);
      expect((await ask(api, person, 'GET', '/api/account')).body).toMatchObject({ secondFactor: true });
      expect((await off(PASSWORD)).status).toBe(200);
    });
  });
});
