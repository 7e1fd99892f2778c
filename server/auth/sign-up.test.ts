import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase, type TestApi } from '../test-api';
import { type Answer, aPerson, ask, cookiesOf, PASSWORD, type Person } from '../test-people';

let tried = 0;

function signUp(api: TestApi, more: Record<string, unknown> = {}, headers: Record<string, string> = {}) {
  const account = { name: 'Nia', email: `nia-${tried++}@example.test`, password: PASSWORD, ...more };
  return ask(api, { headers: { origin: api.origin, ...headers } }, 'POST', '/api/auth/sign-up/email', account);
}

const as = (api: TestApi, answer: Answer): Person => {
  const { id, name, email } = answer.body.user as Person;
  return { id, name, email, headers: { origin: api.origin, cookie: cookiesOf(answer.headers) } };
};

const notInvited = {
  status: 403,
  body: { code: 'not-invited', detail: expect.stringContaining('needs an invitation') },
};
const statuses = (answers: Answer[]) => answers.map(({ status }) => status).sort();

describe('making an account where only the invited may', () => {
  onEachDatabase(
    (api) => {
      let founder: Person;
      const people = async () => (await api.pool.query('select count(*)::int as n from sign_in.user')).rows[0].n;
      const invite = async (role = 'expert') =>
        String((await ask(api, founder, 'POST', '/api/invitations', { role })).body.link).split('/join/')[1];
      beforeAll(async () => {
        const answers = await Promise.all(Array.from({ length: 12 }, () => signUp(api)));
        expect(statuses(answers)).toEqual([200, ...Array(11).fill(403)]);
        founder = as(api, answers.find(({ status }) => status === 200) as Answer);
        await ask(api, founder, 'POST', '/api/teams', { name: 'Northwind' });
      });

      it('lets the one in who comes first, of many at once, and nobody after', async () => {
        expect(await people()).toBe(1);
        expect(await signUp(api)).toMatchObject(notInvited);
        expect(await people()).toBe(1);
      });

      it('makes the account and the membership in one go', async () => {
        const invitation = await invite('lead');
        const made = await signUp(api, { invitation });
        expect(made.status).toBe(200);
        const me = await ask(api, as(api, made), 'GET', '/api/me');
        expect(me.body).toMatchObject({ team: { name: 'Northwind', role: 'lead' } });
        expect(await signUp(api, { invitation })).toMatchObject({ status: 410, body: { code: 'invitation-over' } });
      });

      it('makes one account of twenty that come at once with the same invitation', async () => {
        const invitation = await invite();
        const before = await people();
        const answers = await Promise.all(Array.from({ length: 20 }, () => signUp(api, { invitation })));
        expect(statuses(answers)).toEqual([200, ...Array(19).fill(410)]);
        expect(await people()).toBe(before + 1);
        for (const { status, headers } of answers) expect(headers.getSetCookie().length > 0).toBe(status === 200);
      });

      it('keeps the invitation for another try when the account could not be made', async () => {
        const invitation = await invite();
        expect(await signUp(api, { invitation, password: 'short' })).toMatchObject({
          status: 400,
          body: { code: 'password-too-short' },
        });
        expect((await signUp(api, { invitation, email: founder.email })).status).toBe(422);
        expect((await signUp(api, { invitation })).status).toBe(200);
      });

      it.each(['guess', '', null, 7, { token: 'guess' }, 'a'.repeat(64).concat('.', 'b'.repeat(43))])(
        'takes %j for no invitation, and does not say who has an account',
        async (invitation) => {
          expect(await signUp(api, { invitation })).toMatchObject(notInvited);
          expect(await signUp(api, { invitation, email: founder.email })).toMatchObject(notInvited);
        },
      );

      it('reads no account that is not JSON', async () => {
        const form = { 'content-type': 'application/x-www-form-urlencoded' };
        expect((await signUp(api, {}, form)).status).toBe(400);
        const headers = { origin: api.origin };
        for (const body of ['[]', '"x"', 'null', '7'])
          expect((await ask(api, { headers }, 'POST', '/api/auth/sign-up/email', body)).status).toBe(400);
      });
    },
    { signUp: undefined },
  );
});

describe('making an account where anyone may', () => {
  onEachDatabase((api) => {
    it('needs no invitation, and still joins by one', async () => {
      const founder = await aPerson(api, 'Ada');
      expect((await signUp(api)).status).toBe(200);
      await ask(api, founder, 'POST', '/api/teams', { name: 'Northwind' });
      const { link } = (await ask(api, founder, 'POST', '/api/invitations', { role: 'expert' })).body;
      const made = await signUp(api, { invitation: String(link).split('/join/')[1] });
      expect((await ask(api, as(api, made), 'GET', '/api/me')).body).toMatchObject({ team: { name: 'Northwind' } });
    });
  });
});
