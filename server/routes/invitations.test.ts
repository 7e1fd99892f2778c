import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aPerson, ask, aTeam, SIGNED_OUT, type Team } from '../test-people';

const DAY_MS = 86_400_000;

describe('an invitation by link', () => {
  onEachDatabase((api) => {
    let team: Team;
    const invite = async (role = 'expert', who = team.admin) => {
      const { body } = await ask(api, who, 'POST', '/api/invitations', { role });
      return { id: String(body.id), token: String(body.link).split('/join/')[1] ?? '' };
    };
    const accept = (who: Parameters<typeof ask>[1], token: string) =>
      ask(api, who, 'POST', `/api/invitations/${token}/accept`);
    const look = (token: string) => ask(api, SIGNED_OUT, 'GET', `/api/invitations/${token}`);
    const membershipsOf = async ({ id }: { id: string }) =>
      (await api.pool.query('select 1 from sign_in.member where user_id = $1', [id])).rowCount;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('shows the team to whoever has it, and lets one person in', async () => {
      const { token } = await invite('lead');
      expect(await look(token)).toMatchObject({ status: 200, body: { team: { name: 'Alpha' }, role: 'lead' } });
      const person = await aPerson(api, 'Nia');
      expect(await accept(person, token)).toMatchObject({ status: 200, body: { id: team.id, role: 'lead' } });
      expect((await ask(api, person, 'GET', '/api/me')).body).toMatchObject({ team: { id: team.id, role: 'lead' } });
    });

    it('carries 256 random bits, of which only the hash is kept', async () => {
      const { token } = await invite();
      const secret = token.split('.')[1] ?? '';
      expect(Buffer.from(secret, 'base64url')).toHaveLength(32);
      const { rows } = await api.pool.query('select * from invitation');
      expect(JSON.stringify(rows)).not.toContain(secret);
    });

    it('is used up after one, however many try at once', async () => {
      const { token } = await invite();
      const people = await Promise.all(['Pia', 'Quin', 'Rosa', 'Sol'].map((name) => aPerson(api, name)));
      const answers = await Promise.all(people.map((person) => accept(person, token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 410, 410, 410]);
      expect(await look(token)).toMatchObject({ status: 410, body: { code: 'invitation-over' } });
    });

    it('lets a person in once who accepts twenty times at once', async () => {
      const { token } = await invite();
      const person = await aPerson(api, 'Uma');
      const answers = await Promise.all(Array.from({ length: 20 }, () => accept(person, token)));
      const refused = answers.filter(({ status }) => status !== 200);
      expect(refused).toHaveLength(19);
      for (const { status, body } of refused)
        expect([
          [409, 'already-there'],
          [410, 'invitation-over'],
        ]).toContainEqual([status, body.code]);
      expect(await membershipsOf(person)).toBe(1);
    });

    it('lets one of twenty people in who accept at once', async () => {
      const { token } = await invite();
      const people = await Promise.all(Array.from({ length: 20 }, () => aPerson(api, 'Vic')));
      const answers = await Promise.all(people.map((person) => accept(person, token)));
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(1);
      for (const { status, body } of answers.filter((one) => one.status !== 200))
        expect([status, body.code]).toEqual([410, 'invitation-over']);
      const joined = await Promise.all(people.map(membershipsOf));
      expect(joined.filter((times) => times === 1)).toHaveLength(1);
    });

    it('is not used up by a person whom another one let in at the same moment', async () => {
      const person = await aPerson(api, 'Wim');
      const tokens = await Promise.all(Array.from({ length: 10 }, async () => (await invite()).token));
      const answers = await Promise.all(tokens.map((token) => accept(person, token)));
      expect(answers.map(({ status }) => status).sort()).toEqual([200, ...Array(9).fill(409)]);
      const open = await Promise.all(tokens.map(async (token) => (await look(token)).status));
      expect(open.sort()).toEqual([...Array(9).fill(200), 410]);
    });

    it('ends when it is revoked', async () => {
      const { id, token } = await invite();
      expect((await ask(api, team.lead, 'DELETE', `/api/invitations/${id}`)).status).toBe(204);
      expect((await accept(await aPerson(api, 'Tom'), token)).status).toBe(410);
      const open = (await ask(api, team.admin, 'GET', '/api/invitations')).body.invitations as { id: string }[];
      expect(open.map((one) => one.id)).not.toContain(id);
    });

    it('ends after seven days', async () => {
      const { token } = await invite();
      const then = api.clock.now;
      api.clock.now = new Date(then.getTime() + 7 * DAY_MS);
      expect((await look(token)).status).toBe(410);
      api.clock.now = new Date(then.getTime() + 7 * DAY_MS - 1);
      expect((await look(token)).status).toBe(200);
      api.clock.now = then;
    });

    it('is nothing when it was guessed, cut or made for another team', async () => {
      const { token } = await invite();
      const [, secret] = token.split('.');
      const other = await aTeam(api, 'Beta');
      for (const wrong of ['guess', token.slice(0, -1), `${other.id}.${secret}`, `${token}x`])
        expect(await look(wrong)).toMatchObject({ status: 404, body: { code: 'not-found' } });
    });

    it('of a lead is for experts only', async () => {
      expect((await ask(api, team.lead, 'POST', '/api/invitations', { role: 'expert' })).status).toBe(201);
      expect((await ask(api, team.lead, 'POST', '/api/invitations', { role: 'admin' })).status).toBe(403);
    });

    it('stays open when someone tries who is in the team already', async () => {
      const { token } = await invite();
      expect(await accept(team.expert, token)).toMatchObject({ status: 409, body: { code: 'already-there' } });
      expect((await look(token)).status).toBe(200);
    });
  });
});
