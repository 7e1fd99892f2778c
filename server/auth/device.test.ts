import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aDevice, ask, aTeam, leave, PASSWORD, SIGNED_OUT, type Team } from '../test-people';
import { DEVICE_LIFE_MS } from './auth';
import { secretHash } from './secret-hash';

const CLIENT = { client_id: 'eitherway-extension' };
const GRANT = { ...CLIENT, grant_type: 'urn:ietf:params:oauth:grant-type:device_code' };

describe('connecting an extension', () => {
  onEachDatabase((api) => {
    let team: Team;
    const newCode = async () => (await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/code', CLIENT)).body;
    const poll = (device_code: unknown) =>
      ask(api, SIGNED_OUT, 'POST', '/api/auth/device/token', { ...GRANT, device_code });
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('shows a code, a page of ours and an interval, as RFC 8628 says', async () => {
      const code = await newCode();
      expect(code).toMatchObject({ verification_uri: `${api.origin}/device`, interval: 5, expires_in: 900 });
      expect(code.user_code).toMatch(/^[A-Z2-9]{8}$/);
      expect(code.verification_uri_complete).toBe(`${api.origin}/device?user_code=${code.user_code}`);
    });

    it('waits until its expert has confirmed, and gives the token once', async () => {
      const code = await newCode();
      expect(await poll(code.device_code)).toMatchObject({ status: 400, body: { error: 'authorization_pending' } });
      expect(await poll(code.device_code)).toMatchObject({ status: 400, body: { error: 'slow_down' } });
      await ask(api, team.expert, 'GET', `/api/auth/device?user_code=${code.user_code}`);
      await ask(api, team.expert, 'POST', '/api/auth/device/approve', { userCode: code.user_code });
      await api.pool.query('update sign_in.device_code set last_polled_at = null');
      const given = await poll(code.device_code);
      expect(given).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
      expect(given.headers.getSetCookie()).toEqual([]);
      expect((await poll(code.device_code)).status).toBe(400);
    });

    it('is refused when its expert says no', async () => {
      const code = await newCode();
      await ask(api, team.expert, 'GET', `/api/auth/device?user_code=${code.user_code}`);
      await ask(api, team.expert, 'POST', '/api/auth/device/deny', { userCode: code.user_code });
      expect(await poll(code.device_code)).toMatchObject({ status: 400, body: { error: 'access_denied' } });
    });

    it('cannot be confirmed by someone else once its expert has opened it', async () => {
      const code = await newCode();
      await ask(api, team.expert, 'GET', `/api/auth/device?user_code=${code.user_code}`);
      const other = await ask(api, team.colleague, 'POST', '/api/auth/device/approve', { userCode: code.user_code });
      expect(other.status).toBe(403);
    });

    it('knows no other client', async () => {
      const other = await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/code', { client_id: 'someone-else' });
      expect(other).toMatchObject({ status: 400, body: { error: 'invalid_client' } });
    });

    it('keeps neither the code nor the token in clear', async () => {
      const code = await newCode();
      const device = await aDevice(api, team.expert);
      const codes = await api.pool.query<{ device_code: string }>('select device_code from sign_in.device_code');
      expect(codes.rows.map((row) => row.device_code)).toContain(secretHash(String(code.device_code)));
      const tokens = await api.pool.query<{ token: string }>('select token from sign_in.session');
      expect(tokens.rows.map((row) => row.token)).toContain(secretHash(device.token));
      expect(tokens.rows.map((row) => row.token)).not.toContain(device.token);
    });

    it('says who and for which team it is', async () => {
      const me = await ask(api, await aDevice(api, team.expert), 'GET', '/api/me');
      expect(me.body).toMatchObject({
        via: 'device',
        user: { id: team.expert.id },
        team: { id: team.id, role: 'expert' },
      });
    });

    it('has a life of its own, and ends with it', async () => {
      const device = await aDevice(api, team.expert);
      const { rows } = await api.pool.query<{ life: number }>(
        'select extract(epoch from expires_at - created_at) * 1000 as life from sign_in.session where id = $1',
        [device.id],
      );
      expect(Math.round(Number(rows[0]?.life) / 60_000)).toBe(DEVICE_LIFE_MS / 60_000);
      await api.pool.query(`update sign_in.session set expires_at = now() - interval '1 second' where id = $1`, [
        device.id,
      ]);
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(401);
    });

    it('may not do what only its expert may, nor open the sign-in with its token', async () => {
      const device = await aDevice(api, team.admin);
      expect((await ask(api, device, 'PATCH', '/api/team', { name: 'Taken' })).status).toBe(403);
      const change = { currentPassword: PASSWORD, newPassword: 'another long password' };
      const headers = { ...device.headers, origin: api.origin };
      expect((await ask(api, { headers }, 'POST', '/api/auth/change-password', change)).status).toBe(401);
      expect((await ask(api, { headers }, 'GET', '/api/auth/get-session')).body).toBeNull();
    });

    it('cannot pass its token off as a cookie, nor a cookie as its token', async () => {
      const device = await aDevice(api, team.expert);
      const cookie = String(team.expert.headers.cookie);
      const [name, value = ''] = cookie.split('=');
      expect((await ask(api, { headers: { cookie: `${name}=${device.token}` } }, 'GET', '/api/me')).status).toBe(401);
      const token = decodeURIComponent(value);
      for (const bearer of [token, token.split('.')[0]])
        expect((await ask(api, { headers: { authorization: `Bearer ${bearer}` } }, 'GET', '/api/me')).status).toBe(401);
    });

    it('is listed for its expert, and gone at once when revoked', async () => {
      const device = await aDevice(api, team.expert);
      const listed = (await ask(api, team.expert, 'GET', '/api/devices')).body.devices as { id: string }[];
      expect(listed.map(({ id }) => id)).toContain(device.id);
      expect((await ask(api, team.expert, 'DELETE', `/api/devices/${device.id}`)).status).toBe(204);
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(401);
    });

    it('sees and revokes itself alone', async () => {
      const [one, two] = [await aDevice(api, team.expert), await aDevice(api, team.expert)];
      const listed = (await ask(api, one, 'GET', '/api/devices')).body.devices as { id: string }[];
      expect(listed.map(({ id }) => id)).toEqual([one.id]);
      expect((await ask(api, one, 'DELETE', `/api/devices/${two.id}`)).status).toBe(403);
      expect((await ask(api, one, 'DELETE', `/api/devices/${one.id}`)).status).toBe(204);
      expect((await ask(api, two, 'GET', '/api/me')).status).toBe(200);
    });

    it('is revoked when its expert leaves the team', async () => {
      const leaving = await aTeam(api, 'Leaving');
      const device = await aDevice(api, leaving.expert);
      expect((await leave(api, leaving.expert)).status).toBe(204);
      expect((await ask(api, device, 'GET', '/api/sessions')).status).toBe(401);
    });
  });
});
