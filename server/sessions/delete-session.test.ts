import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, type Caller, put, type Team } from '../test-people';

describe('deleting a session', () => {
  onEachDatabase((api) => {
    let team: Team;
    const remove = (who: Caller, id: string) => ask(api, who, 'DELETE', `/api/sessions/${id}`);
    const rowsOf = async (id: string) => {
      const counts = await api.pool.query(
        `select (select count(*)::int from session where id = $1) as session,
                (select count(*)::int from session_flag where session_id = $1) as flags,
                (select count(*)::int from session_digest where session_id = $1) as digest`,
        [id],
      );
      return counts.rows[0];
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('leaves none of its words, in no table', async () => {
      const session = aFinished({
        title: 'TITLE-TO-FORGET',
        notes: [aNote({ text: 'WORDS-TO-FORGET', flags: [aFlag()] })],
      });
      await put(api, team.expert, session);
      expect((await remove(team.expert, session.id)).status).toBe(204);
      expect(await rowsOf(session.id)).toEqual({ session: 0, flags: 0, digest: 0 });
      const left = await api.pool.query('select event::text from session_event event where session_id = $1', [
        session.id,
      ]);
      expect(left.rowCount).toBe(2);
      expect(JSON.stringify(left.rows)).not.toContain('TO-FORGET');
      const jobs = await api.pool.query('select job.data::text from pgboss.job where data::text like $1', [
        '%TO-FORGET%',
      ]);
      expect(jobs.rows).toEqual([]);
    });

    it('of one that never came keeps it out when it comes', async () => {
      const session = aFinished();
      expect((await remove(team.expert, session.id)).status).toBe(204);
      const { rows } = await api.pool.query('select team_id, expert_id from session_tombstone where session_id = $1', [
        session.id,
      ]);
      expect(rows).toEqual([{ team_id: team.id, expert_id: team.expert.id }]);
      expect(await put(api, team.expert, session)).toMatchObject({ status: 410, body: { code: 'deleted' } });
      const later = { ...session, revision: 9 };
      expect(await put(api, await aDevice(api, team.expert), later)).toMatchObject({ status: 410 });
      expect(await rowsOf(session.id)).toEqual({ session: 0, flags: 0, digest: 0 });
    });

    it('of one that never came is nothing to another team, which has its own of that id', async () => {
      const other = await aTeam(api, 'Beta');
      const session = aFinished();
      await remove(team.expert, session.id);
      const read = async (who: Caller) => (await ask(api, who, 'GET', `/api/sessions/${session.id}`)).body.code;
      expect(await read(other.admin)).toBe('not-found');
      expect((await put(api, other.expert, session)).status).toBe(201);
      expect((await remove(team.expert, session.id)).status).toBe(204);
      expect((await ask(api, other.expert, 'GET', `/api/sessions/${session.id}`)).status).toBe(200);
      expect(await read(team.expert)).toBe('deleted');
    });

    it('and sending at the same time end with it gone or never half there', async () => {
      for (let n = 0; n < 5; n += 1) {
        const session = aFinished({ notes: [aNote({ flags: [aFlag()] })] });
        await Promise.all([
          put(api, team.expert, session),
          remove(team.expert, session.id),
          put(api, team.expert, session),
        ]);
        expect(await rowsOf(session.id)).toEqual({ session: 0, flags: 0, digest: 0 });
      }
    });

    it("is for its expert, and for an admin in the web app, not for an admin's extension", async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      expect((await remove(await aDevice(api, team.admin), session.id)).status).toBe(404);
      expect((await remove(team.lead, session.id)).status).toBe(403);
      expect((await remove(team.colleague, session.id)).status).toBe(404);
      expect((await remove(team.admin, session.id)).status).toBe(204);
      expect(await put(api, team.expert, { ...session, revision: 9 })).toMatchObject({ status: 410 });
    });

    it('is known to those who could read it, and to nobody else', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      await remove(team.expert, session.id);
      const read = async (who: Caller) => (await ask(api, who, 'GET', `/api/sessions/${session.id}`)).status;
      expect([await read(team.expert), await read(team.lead), await read(team.colleague)]).toEqual([410, 410, 404]);
    });
  });
});
