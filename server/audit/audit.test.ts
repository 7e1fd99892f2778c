import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { ask, aTeam, type Team } from '../test-people';
import type { AuditLine } from './read-audit';

describe('the log of who did what', () => {
  onEachDatabase((api) => {
    let team: Team;
    const get = (query = '') => ask(api, team.admin, 'GET', `/api/audit${query}`);
    const entries = async (query = '') => (await get(query)).body.entries as AuditLine[];
    beforeAll(async () => {
      api.clock.now = new Date('2026-03-02T12:00:00.000Z');
      team = await aTeam(api, 'Alpha');
      api.clock.now = new Date('2026-03-03T12:00:00.000Z');
      for (let n = 0; n < 60; n += 1) await ask(api, team.admin, 'PATCH', '/api/team', { name: '=HYPERLINK("x")' });
    });

    it('has what was done by whom, newest first, in pages that miss and repeat nothing', async () => {
      const first = await get();
      const second = await get(`?cursor=${first.body.nextCursor}`);
      const all = [...(first.body.entries as AuditLine[]), ...(second.body.entries as AuditLine[])];
      expect(second.body.nextCursor).toBeNull();
      expect(new Set(all.map(({ id }) => id)).size).toBe(67);
      expect(all[0]).toMatchObject({ action: 'team-renamed', actor: { id: team.admin.id, name: team.admin.name } });
      expect(all.at(-1)).toMatchObject({ action: 'member-invited' });
    });

    it('is filtered by deed, person and days', async () => {
      expect(await entries('?action=member-joined')).toHaveLength(3);
      expect(await entries(`?person=${team.lead.id}`)).toMatchObject([
        { action: 'member-joined', targetName: team.lead.name },
      ]);
      expect(await entries('?to=2026-03-03')).toHaveLength(7);
      expect(await entries('?from=2026-03-03&action=member-joined')).toEqual([]);
      expect((await get('?action=anything')).status).toBe(400);
    });

    it('is a file in which no cell is a formula, and its download is in it', async () => {
      await api.pool.query(
        `update audit_entry set actor_name = '=1+1' where team_id = $1 and action = 'team-renamed'`,
        [team.id],
      );
      const file = await ask(api, team.admin, 'GET', '/api/audit/export?action=team-renamed');
      const lines = String(file.body.text).trim().split('\r\n');
      expect(lines).toHaveLength(61);
      for (const line of lines.slice(1)) expect(line.split(',')[1]).toBe("'=1+1");
      expect(await entries('?action=team-exported')).toMatchObject([{ details: { what: 'audit log' } }]);
    });

    it('can be added to by the role of a request, and neither changed nor shortened', async () => {
      const client = await api.pool.connect();
      try {
        for (const statement of [
          "update audit_entry set actor_name = 'x'",
          'delete from audit_entry',
          'truncate audit_entry',
        ]) {
          await client.query('begin');
          await client.query("select set_config('app.team', $1, true), set_config('role', 'eitherway_team', true)", [
            team.id,
          ]);
          await expect(client.query(statement)).rejects.toThrow('permission denied');
          await client.query('rollback');
        }
      } finally {
        client.release();
      }
    });
  });
});
