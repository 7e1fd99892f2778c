import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect } from '../db/connect';
import { TEAM_TABLES } from '../db/copy-database';
import { ageing, KEEP_AUDIT_MS } from '../jobs/ageing';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, PASSWORD, put, type Team } from '../test-people';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const DAY_MS = 86_400_000;

describe('deleting a team', () => {
  onEachDatabase((api) => {
    let team: Team;
    const path = '/api/team/deletion';
    const right = { name: 'Alpha', password: PASSWORD };
    const run = async (at: Date) => {
      const { pool, db } = connect(api.databaseUrl, 2);
      const aged = await ageing({ db, newId: v7, now: () => at });
      await pool.end();
      return aged;
    };
    const later = (days: number) => new Date(NOW.getTime() + days * DAY_MS);
    beforeEach(async () => {
      api.clock.now = NOW;
      team = await aTeam(api, 'Alpha');
    });

    it('needs its name and the password of an admin', async () => {
      for (const wrong of [{ ...right, name: 'Alph' }, { ...right, password: 'wrong' }, { name: 'Alpha' }])
        expect((await ask(api, team.admin, 'POST', path, wrong)).status).toBeGreaterThanOrEqual(400);
      expect((await ask(api, team.lead, 'POST', path, right)).status).toBe(403);
      expect((await ask(api, team.expert, 'GET', path)).body).toEqual({ deleteAfter: null, askedBy: null });
    });

    it('is seen by all for seven days, in which an admin can take it back', async () => {
      expect((await ask(api, team.admin, 'POST', path, right)).status).toBe(200);
      const seen = (await ask(api, team.expert, 'GET', path)).body;
      expect(seen).toEqual({ deleteAfter: later(7).toISOString(), askedBy: team.admin.name });
      api.clock.now = later(3);
      expect((await ask(api, team.admin, 'POST', path, right)).body).toEqual(seen);
      expect((await run(later(6.9))).teams).toBe(0);
      expect((await ask(api, team.admin, 'DELETE', path)).body).toEqual({ deleteAfter: null, askedBy: null });
      expect((await run(later(8))).teams).toBe(0);
      expect((await ask(api, team.admin, 'GET', '/api/team')).status).toBe(200);
    });

    it('leaves nothing of it in any table, ends its extensions, and touches no other team', async () => {
      const other = await aTeam(api, 'Beta');
      const [own, theirs] = [aFinished(), aFinished()];
      await put(api, team.expert, own);
      await put(api, other.expert, theirs);
      const device = await aDevice(api, team.expert);
      await ask(api, team.admin, 'POST', path, right);
      expect((await run(later(7))).teams).toBe(1);
      for (const table of TEAM_TABLES) {
        const { rows } = await api.pool.query(`select 1 from ${table} where team_id = $1`, [team.id]);
        expect([table, rows]).toEqual([table, []]);
      }
      expect((await ask(api, team.admin, 'GET', '/api/me')).body).toMatchObject({ team: null, teams: [] });
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(401);
      expect((await ask(api, other.expert, 'GET', `/api/sessions/${theirs.id}`)).status).toBe(200);
    });

    it('aside, the log forgets after two years, and nothing sooner', async () => {
      await ask(api, team.admin, 'PATCH', '/api/team', { name: 'Alpha' });
      const lines = async () => ((await ask(api, team.admin, 'GET', '/api/audit')).body.entries as object[]).length;
      const before = await lines();
      await run(new Date(NOW.getTime() + KEEP_AUDIT_MS));
      expect(await lines()).toBe(before);
      await run(new Date(NOW.getTime() + KEEP_AUDIT_MS + 1));
      expect(await lines()).toBe(0);
    });
  });
});
