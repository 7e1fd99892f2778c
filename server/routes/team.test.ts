import { beforeAll, describe, expect, it } from 'vitest';
import { aPlaybook } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import {
  aDevice,
  aFinished,
  aPerson,
  ask,
  aTeam,
  join,
  leave,
  memberIdOf,
  put,
  remove,
  type Team,
} from '../test-people';

type Member = { id: string; memberId: string; name: string; role: string };

describe('a team', () => {
  onEachDatabase((api) => {
    let team: Team;
    const members = async () => (await ask(api, team.admin, 'GET', '/api/team/members')).body.members as Member[];
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('lists its members by name with their roles', async () => {
      expect((await members()).map(({ name, role }) => [name, role])).toEqual([
        ['AdaAlpha', 'admin'],
        ['CoraAlpha', 'expert'],
        ['EmilAlpha', 'expert'],
        ['LeaAlpha', 'lead'],
      ]);
    });

    it('has its roles changed by an admin alone, at once and for connected extensions too', async () => {
      const path = `/api/team/members/${await memberIdOf(api, team.admin, team.colleague)}`;
      expect((await ask(api, team.lead, 'PATCH', path, { role: 'lead' })).status).toBe(403);
      expect((await ask(api, team.admin, 'PATCH', path, { role: 'owner' })).status).toBe(422);
      expect((await ask(api, team.admin, 'PATCH', path, { role: 'lead' })).status).toBe(204);
      expect((await ask(api, team.colleague, 'GET', '/api/me')).body).toMatchObject({ team: { role: 'lead' } });
      await ask(api, team.admin, 'PATCH', path, { role: 'expert' });
    });

    it('is never left without an admin', async () => {
      expect(await leave(api, team.admin)).toMatchObject({ status: 409, body: { code: 'last-admin' } });
      const own = `/api/team/members/${await memberIdOf(api, team.admin, team.admin)}`;
      const down = await ask(api, team.admin, 'PATCH', own, { role: 'lead' });
      expect(down).toMatchObject({ status: 409, body: { code: 'last-admin' } });
    });

    it('shuts out who is removed, with their extensions', async () => {
      const guest = await aPerson(api, 'Guest');
      await join(api, team.admin, guest, 'expert');
      const device = await aDevice(api, guest);
      expect((await remove(api, team.admin, guest)).status).toBe(204);
      expect(await ask(api, guest, 'GET', '/api/team')).toMatchObject({ status: 403, body: { code: 'no-team' } });
      expect(await put(api, device, aFinished())).toMatchObject({ status: 401, body: { code: 'signed-out' } });
    });

    it('is one of several that a person can be in, each with its own sessions', async () => {
      const other = await aTeam(api, 'Beta');
      await join(api, other.admin, team.expert, 'expert');
      const session = aFinished();
      expect((await put(api, team.expert, session)).status).toBe(201);
      expect((await ask(api, other.lead, 'GET', `/api/sessions/${session.id}`)).status).toBe(200);
      expect((await ask(api, team.lead, 'GET', `/api/sessions/${session.id}`)).status).toBe(404);
      await ask(api, team.expert, 'POST', '/api/auth/organization/set-active', { organizationId: team.id });
      expect((await ask(api, team.expert, 'GET', '/api/me')).body).toMatchObject({
        team: { id: team.id },
        teams: [{}, {}],
      });
      expect((await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`)).status).toBe(404);
    });
  });
});

describe("a team's own playbooks", () => {
  onEachDatabase((api) => {
    let team: Team;
    const own = { ...aPlaybook(), id: 'ours', title: 'Ours' };
    const save = (body: object, path = '/api/playbooks/ours/1', who = team.lead) => ask(api, who, 'PUT', path, body);
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('are added by version, and a version never changes', async () => {
      expect((await save(own)).status).toBe(201);
      expect((await save(own)).status).toBe(200);
      expect(await save({ ...own, title: 'Other' })).toMatchObject({ status: 409, body: { code: 'already-there' } });
      expect((await save({ ...own, version: 2, title: 'Other' }, '/api/playbooks/ours/2')).status).toBe(201);
    });

    it('stand beside those that ship', async () => {
      const heads = (await ask(api, team.expert, 'GET', '/api/playbooks')).body.playbooks as {
        id: string;
        version: number;
        from: string;
      }[];
      expect(heads.map(({ id, version, from }) => `${from} ${id} ${version}`)).toEqual([
        'eitherway diagnostic-sequence 1',
        'eitherway first-call-25 1',
        'eitherway technical-deep-dive 1',
        'team ours 1',
        'team ours 2',
      ]);
      expect((await ask(api, team.expert, 'GET', '/api/playbooks/ours/1')).body).toEqual(own);
      expect((await ask(api, team.expert, 'GET', '/api/playbooks/diagnostic-sequence/1')).body).toEqual(aPlaybook());
    });

    it('may be what a session followed', async () => {
      expect((await put(api, team.expert, aFinished({ playbook: { id: 'ours', version: 2 } }))).status).toBe(201);
    });

    it('cannot take the name of one that ships, another id than the address, or lead the client', async () => {
      expect((await save(aPlaybook(), `/api/playbooks/${aPlaybook().id}/1`)).status).toBe(409);
      expect(await save(own, '/api/playbooks/theirs/1')).toMatchObject({ status: 422, body: { code: 'id-mismatch' } });
      const stages = own.stages.map((stage) => ({
        ...stage,
        questions: stage.questions.map((question) => ({ ...question, text: "Wouldn't you agree?" })),
      }));
      expect(await save({ ...own, id: 'bad', stages }, '/api/playbooks/bad/1')).toMatchObject({
        status: 422,
        body: { code: 'wrong-form' },
      });
    });
  });
});
