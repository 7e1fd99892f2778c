import { createHash } from 'node:crypto';
import type { AddressInfo } from 'node:net';
import { serve } from '@hono/node-server';
import { Hono } from 'hono';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { connect } from '../../db/connect';
import { onEachDatabase } from '../../test-api';
import { ask, aTeam, type Caller, type Team } from '../../test-people';
import type { CrmDefinition } from '../connector';
import { createOAuth } from '../oauth';
import { secretsOf } from '../secrets';
import { memoryCrm } from '../stand-ins/memory';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import { createVault, vaultKeys } from '../vault';

const CONSENTING: CrmDefinition = {
  ...memoryCrm('locate'),
  id: 'consenting',
  fields: [{ name: 'address', label: 'crmAddress', hint: null, kind: 'url', required: true }],
  oauth: {
    authorizeUrl: ({ address }) => `${address}/authorize?kept=1`,
    tokenUrl: ({ address }) => `${address}/token`,
    revokeUrl: ({ address }) => `${address}/revoke`,
    scopes: ['notes.write', 'people.read'],
    pkce: true,
    clientAuth: 'basic',
    defaultLife: 1_800,
    settingsOf: ({ realm }) => (typeof realm === 'string' ? { realm } : {}),
  },
};
const REGISTRATIONS = { consenting: { clientId: 'our id', clientSecret: 'our:secret' } };

/** A vendor that gives each refresh token once, as some do, and remembers what it was sent. */
async function aVendor() {
  const sent: Record<string, string>[] = [];
  let refresh = 'refresh-1';
  let challenge = '';
  const app = new Hono()
    .get('/account', (c) => (c.req.header('authorization')?.startsWith('Bearer access') ? c.json({}) : c.json({}, 401)))
    .post('/revoke', async (c) => {
      sent.push({ ...((await c.req.parseBody()) as Record<string, string>), to: 'revoke' });
      return c.body(null, 200);
    })
    .post('/token', async (c) => {
      const form = (await c.req.parseBody()) as Record<string, string>;
      sent.push({ ...form, authorization: c.req.header('authorization') ?? '' });
      const hash = createHash('sha256')
        .update(form.code_verifier ?? '')
        .digest('base64url');
      const right = form.grant_type === 'refresh_token' ? form.refresh_token === refresh : hash === challenge;
      if (!right) return c.json({ error: 'invalid_grant' }, 400);
      const n = sent.length;
      refresh = `refresh-${n}`;
      return c.json({ access_token: `access-${n}`, refresh_token: refresh, expires_in: 3_600, realm: 'north' });
    });
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' });
  await new Promise((done) => server.once('listening', done));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    sent,
    current: () => refresh,
    expect: (given: string) => {
      challenge = given;
    },
    stop: () => server.close(),
  };
}

describe('consent at a vendor', () => {
  onEachDatabase(
    (api) => {
      let vendor: Awaited<ReturnType<typeof aVendor>>;
      let team: Team;
      let own: ReturnType<typeof connect>;
      beforeAll(async () => {
        vendor = await aVendor();
        team = await aTeam(api, 'Alpha');
        own = connect(api.databaseUrl, 12);
      });
      afterAll(async () => {
        await own.pool.end();
        vendor.stop();
      });

      async function asked(who: Caller = team.admin) {
        const id = v7();
        const sent = {
          id,
          crm: 'consenting',
          name: 'Ours',
          filled: { address: vendor.address },
          consent: true,
          sendFrom: '2026-01-01T00:00:00.000Z',
        };
        expect((await ask(api, who, 'POST', '/api/crm/connections', sent)).status).toBe(201);
        const { body } = await ask(api, who, 'POST', `/api/crm/connections/${id}/consent`);
        const url = new URL(String(body.url));
        vendor.expect(url.searchParams.get('code_challenge') ?? '');
        return { id, url, state: url.searchParams.get('state') ?? '' };
      }
      const comeBack = (who: Caller, state: string, code = 'a-code') =>
        fetch(`${api.origin}/api/crm/consent?state=${state}&code=${code}`, {
          headers: who.headers,
          redirect: 'manual',
        });
      const stateOf = async (id: string) => {
        const { body } = await ask(api, team.admin, 'GET', '/api/crm/connections');
        return (body as { connections: { id: string; state: string; settings: object }[] }).connections.find(
          (one) => one.id === id,
        );
      };

      it('asks for what is needed, with a challenge and a state of 256 bits, and keeps what the address had', async () => {
        const { url, state } = await asked();
        expect(Object.fromEntries(url.searchParams)).toMatchObject({
          kept: '1',
          response_type: 'code',
          client_id: 'our id',
          scope: 'notes.write people.read',
          code_challenge_method: 'S256',
        });
        expect(new URL(url.searchParams.get('redirect_uri') ?? '').pathname).toBe('/api/crm/consent');
        expect(Buffer.from(state, 'base64url')).toHaveLength(32);
      });

      it('turns the code into tokens, which nobody is shown, and begins', async () => {
        const { id, state } = await asked();
        const back = await comeBack(team.admin, state);
        expect([back.status, back.headers.get('location')]).toEqual([302, `/team/crm?connected=${id}`]);
        expect(await stateOf(id)).toMatchObject({ state: 'on', settings: { realm: 'north' } });
        const form = vendor.sent.at(-1);
        expect(form).toMatchObject({ grant_type: 'authorization_code', code: 'a-code' });
        expect(Buffer.from(form?.authorization?.slice(6) ?? '', 'base64').toString()).toBe('our%20id:our%3Asecret');
        const all = JSON.stringify((await api.pool.query('select * from crm_connection')).rows) + api.logged.join();
        expect(all).not.toMatch(/access-\d|refresh-\d|a-code/);
      });

      it('counts once, for whom asked, within a quarter of an hour', async () => {
        const { id, state } = await asked();
        const other = await aTeam(api, 'Beta');
        expect((await comeBack(other.admin, state)).headers.get('location')).toBe('/team/crm?problem=not-found');
        expect((await comeBack(team.admin, state)).headers.get('location')).toBe(`/team/crm?connected=${id}`);
        expect((await comeBack(team.admin, state)).headers.get('location')).toBe('/team/crm?problem=not-found');
        const late = await asked();
        const now = api.clock.now;
        api.clock.now = new Date(now.getTime() + 16 * 60_000);
        expect((await comeBack(team.admin, late.state)).headers.get('location')).toBe('/team/crm?problem=not-found');
        api.clock.now = now;
      });

      it('is not had by a no, and the connection says that it waits', async () => {
        const { id, state } = await asked();
        const back = await fetch(`${api.origin}/api/crm/consent?state=${state}&error=access_denied`, {
          headers: team.admin.headers,
          redirect: 'manual',
        });
        expect(back.headers.get('location')).toBe('/team/crm?problem=crm-refused');
        expect((await stateOf(id))?.state).toBe('waiting');
      });

      it('is taken back at the vendor when the team disconnects', async () => {
        const { id, state } = await asked();
        await comeBack(team.admin, state);
        const token = vendor.current();
        expect((await ask(api, team.admin, 'DELETE', `/api/crm/connections/${id}`)).status).toBe(204);
        expect(vendor.sent.at(-1)).toMatchObject({ to: 'revoke', token });
        expect(await stateOf(id)).toBeUndefined();
      });

      it('is renewed by one at a time, before it runs out, and never with a refresh token that was used', async () => {
        const { id, state } = await asked();
        await comeBack(team.admin, state);
        const later = () => new Date(api.clock.now.getTime() + 3_550_000);
        const vault = createVault(vaultKeys(undefined, 'only-for-tests-only-for-tests-only'));
        const oauth = createOAuth({
          registrations: REGISTRATIONS,
          redirectUri: 'https://eitherway.example/api/crm/consent',
          outgoingTo: () => plainOutgoing,
          moved: (_, url) => url,
          now: later,
        });
        const before = vendor.sent.length;
        const each = Array.from({ length: 10 }, () =>
          secretsOf({ db: own.db, vault, oauth, now: later }, CONSENTING, { teamId: team.id, connectionId: id }),
        );
        const got = await Promise.all(each.map((secrets) => secrets.current()));
        expect(vendor.sent.length - before).toBe(1);
        expect(new Set(got.map(({ accessToken }) => accessToken)).size).toBe(1);
        const [stale = {}] = got;
        const renewed = await Promise.all(each.map((secrets) => secrets.renewed(stale)));
        expect(vendor.sent.length - before).toBe(2);
        expect(new Set(renewed.map(({ accessToken }) => accessToken)).size).toBe(1);
      });
    },
    { crm: { allowPrivate: true, definitions: [CONSENTING], registrations: REGISTRATIONS } },
  );
});
