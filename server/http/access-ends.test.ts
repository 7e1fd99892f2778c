import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import {
  type Answer,
  aDevice,
  aFinished,
  ask,
  aTeam,
  type Caller,
  memberIdOf,
  put,
  remove,
  type Team,
} from '../test-people';

type Row = [method: string, path: string, body?: unknown];

const own = aFinished();
const playbook = { ...aPlaybook(), id: 'own' };
/** What an extension may ask at all. */
const DEVICE: Row[] = [
  ['GET', '/api/me'],
  ['GET', '/api/team'],
  ['GET', '/api/team/members'],
  ['GET', '/api/playbooks'],
  ['GET', '/api/playbooks/diagnostic-sequence/1'],
  ['GET', '/api/sessions'],
  ['PUT', `/api/sessions/${own.id}`, own],
  ['GET', `/api/sessions/${own.id}`],
  ['DELETE', `/api/sessions/${own.id}`],
  ['GET', '/api/devices'],
];
/** What a team's member may ask in the web app, of which a lead may all. */
const LEAD: Row[] = [
  ['POST', '/api/invitations', { role: 'expert' }],
  ['GET', '/api/invitations'],
  ['PUT', '/api/playbooks/own/1', playbook],
];

/** What an answer says, without what differs from one request to the next. */
const said = ({ status, body }: Answer) => ({ status, body });

describe('access', () => {
  onEachDatabase((api) => {
    let team: Team;
    const all = async (who: Caller, rows: Row[]) => {
      const answers: unknown[] = [];
      for (const [method, path, body] of rows) {
        const answer = await ask(api, who, method, path, body);
        answers.push(answer.status < 300 ? 'done' : answer.body.code);
      }
      return answers;
    };
    const every = (rows: Row[], answer: string) => rows.map(() => answer);
    beforeEach(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('ends on every route at once when an extension is revoked', async () => {
      const device = await aDevice(api, team.expert);
      expect(await all(device, DEVICE)).toEqual(every(DEVICE, 'done'));
      await ask(api, team.expert, 'DELETE', `/api/devices/${device.id}`);
      expect(await all(device, DEVICE)).toEqual(every(DEVICE, 'signed-out'));
    });

    it('ends at once for who is removed from the team, in the browser and in the extension', async () => {
      const device = await aDevice(api, team.lead);
      const session = aFinished();
      await put(api, device, session);
      expect((await remove(api, team.admin, team.lead)).status).toBe(204);
      const inTeam = DEVICE.filter(([, path]) => !['/api/me', '/api/devices'].includes(path));
      expect(await all(device, inTeam)).toEqual(every(inTeam, 'signed-out'));
      expect(await all(team.lead, [...inTeam, ...LEAD])).toEqual(every([...inTeam, ...LEAD], 'no-team'));
      const back = await ask(api, team.lead, 'POST', '/api/auth/organization/set-active', { organizationId: team.id });
      expect(back.status).toBeGreaterThanOrEqual(400);
      const kept = await ask(api, team.admin, 'GET', `/api/sessions/${session.id}`);
      expect(kept).toMatchObject({ status: 200, body: { expert: { id: team.lead.id } } });
    });

    it('shrinks at once when a role is lowered', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      const read: Row = ['GET', `/api/sessions/${session.id}`];
      expect(await all(team.lead, [...LEAD, read])).toEqual(every([...LEAD, read], 'done'));
      const listed = async () => (await ask(api, team.lead, 'GET', '/api/sessions')).body.sessions;
      expect(await listed()).toHaveLength(1);
      const cursor = String((await page(2)).body.nextCursor);

      const memberId = await memberIdOf(api, team.admin, team.lead);
      const lowered = await ask(api, team.admin, 'PATCH', `/api/team/members/${memberId}`, { role: 'expert' });
      expect(lowered.status).toBe(204);
      expect(await all(team.lead, [...LEAD, read])).toEqual([...every(LEAD, 'forbidden'), 'not-found']);
      expect(await listed()).toEqual([]);
      expect((await ask(api, team.lead, 'GET', `/api/sessions?limit=1&cursor=${cursor}`)).status).toBe(400);

      async function page(sessions: number): Promise<Answer> {
        for (let n = 1; n < sessions; n += 1) await put(api, team.expert, aFinished());
        return ask(api, team.lead, 'GET', '/api/sessions?limit=1');
      }
    });

    it("says of another team's ids what it says of unknown ones", async () => {
      const other = await aTeam(api, 'Beta');
      const session = aFinished();
      await put(api, other.expert, session);
      await ask(api, other.lead, 'PUT', '/api/playbooks/own/1', playbook);
      const invitation = String((await ask(api, other.admin, 'POST', '/api/invitations', { role: 'expert' })).body.id);
      const device = await aDevice(api, other.expert);
      const { members } = (await ask(api, other.admin, 'GET', '/api/team/members')).body as {
        members: { memberId: string }[];
      };
      const theirMember = String(members[0]?.memberId);
      for (const [method, path, theirs, unknown] of [
        ['GET', '/api/sessions/ID', session.id, v7()],
        ['DELETE', '/api/sessions/ID', session.id, v7()],
        ['GET', '/api/sessions?expert=ID', other.expert.id, 'nobody'],
        ['GET', '/api/playbooks/ID/1', 'own', 'nothing'],
        ['DELETE', '/api/invitations/ID', invitation, v7()],
        ['DELETE', '/api/devices/ID', device.id, 'nothing'],
        ['DELETE', '/api/team/devices/ID', device.id, 'nothing'],
        ['DELETE', '/api/team/members/ID?sessions=delete', theirMember, 'nothing'],
        ['GET', '/api/invitations/ID', `${other.id}.${'a'.repeat(43)}`, `nothing.${'a'.repeat(43)}`],
      ] as const) {
        const [one, two] = await Promise.all(
          [theirs, unknown].map((id) => ask(api, team.admin, method, path.replace('ID', id))),
        );
        expect([path, one && said(one)]).toEqual([path, two && said(two)]);
      }
      for (const [path, body] of [
        ['set-active', (id: string) => ({ organizationId: id === 'theirs' ? other.id : 'nothing' })],
      ] as const) {
        const [one, two] = await Promise.all(
          ['theirs', 'unknown'].map((id) => ask(api, team.admin, 'POST', `/api/auth/organization/${path}`, body(id))),
        );
        expect([path, one && said(one)]).toEqual([path, two && said(two)]);
        expect(one?.status).toBeGreaterThanOrEqual(400);
      }
      expect((await ask(api, other.expert, 'GET', `/api/sessions/${session.id}`)).status).toBe(200);
    });
  });
});
