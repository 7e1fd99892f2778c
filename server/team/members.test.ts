import { beforeEach, describe, expect, it } from 'vitest';
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

describe('a member who goes', () => {
  onEachDatabase((api) => {
    let team: Team;
    const read = async (id: string) => (await ask(api, team.admin, 'GET', `/api/sessions/${id}`)).status;
    beforeEach(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('leaves their sessions with the team, or takes all of them along for good', async () => {
      const [kept, gone] = [aFinished(), aFinished()];
      await put(api, team.expert, kept);
      await put(api, team.colleague, gone);
      expect((await remove(api, team.admin, team.expert, 'keep')).status).toBe(204);
      expect((await remove(api, team.admin, team.colleague, 'delete')).status).toBe(204);
      expect([await read(kept.id), await read(gone.id)]).toEqual([200, 410]);
      const { rows } = await api.pool.query('select kind from session_event where session_id = $1 order by kind', [
        gone.id,
      ]);
      expect(rows).toEqual([{ kind: 'deleted' }, { kind: 'stored' }]);
      const log = (await ask(api, team.admin, 'GET', '/api/audit?action=member-removed')).body.entries as object[];
      expect(log).toMatchObject([
        { target: team.colleague.id, details: { sessions: 'deleted', count: 1 } },
        { target: team.expert.id, details: { sessions: 'kept', count: 0 } },
      ]);
    });

    it('says which: nobody is removed without that choice', async () => {
      const id = await memberIdOf(api, team.admin, team.expert);
      expect((await ask(api, team.admin, 'DELETE', `/api/team/members/${id}`)).status).toBe(400);
      expect((await remove(api, team.admin, team.expert, 'perhaps')).status).toBe(400);
      expect((await ask(api, team.expert, 'GET', '/api/team')).status).toBe(200);
    });

    it('may be oneself, and nobody else for who is no admin', async () => {
      expect((await remove(api, team.lead, team.expert)).status).toBe(403);
      expect((await leave(api, team.expert)).status).toBe(204);
      expect((await ask(api, team.expert, 'GET', '/api/team')).body.code).toBe('no-team');
    });

    it('keeps the extensions of their other teams, and gets none back by coming again', async () => {
      const other = await aTeam(api, 'Beta');
      const here = await aDevice(api, team.expert);
      await join(api, other.admin, team.expert, 'expert');
      const there = await aDevice(api, team.expert);
      await remove(api, team.admin, team.expert);
      await join(api, team.admin, team.expert, 'expert');
      expect((await ask(api, here, 'GET', '/api/team')).status).toBe(401);
      expect((await ask(api, there, 'GET', '/api/team')).body).toMatchObject({ id: other.id });
    });

    it('is never the last admin, not even when two step down at once', async () => {
      const second = await aPerson(api, 'Ben');
      await join(api, team.admin, second, 'admin');
      const answers = await Promise.all([leave(api, team.admin), leave(api, second)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([204, 409]);
    });
  });
});

describe("the members' extensions", () => {
  onEachDatabase((api) => {
    it('are listed for an admin by name and last use, and revoked one by one', async () => {
      const team = await aTeam(api, 'Alpha');
      const device = await aDevice(api, team.expert);
      await aDevice(api, (await aTeam(api, 'Beta')).expert);
      const { devices } = (await ask(api, team.admin, 'GET', '/api/team/devices')).body;
      expect(devices).toEqual([
        {
          id: device.id,
          member: { id: team.expert.id, name: team.expert.name },
          userAgent: expect.anything(),
          connectedAt: expect.any(String),
          lastUsedAt: expect.any(String),
        },
      ]);
      expect((await ask(api, team.admin, 'DELETE', `/api/team/devices/${device.id}`)).status).toBe(204);
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(401);
    });
  });
});
