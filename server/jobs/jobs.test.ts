import { PgBoss } from 'pg-boss';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { findShipped } from '@/lib/playbooks';
import { aFlag, aNote, idOf } from '@/test/fixtures';
import { connect } from '../db/connect';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, put, SIGNED_OUT, type Team } from '../test-people';
import { housekeeping } from './housekeeping';
import { digestSessions } from './session-stored';

describe('what is done later', () => {
  onEachDatabase((api) => {
    let team: Team;
    let own: ReturnType<typeof connect>;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      own = connect(api.databaseUrl, 2);
    });
    afterAll(() => own.pool.end());

    const event = async (id: string) =>
      (
        await api.pool.query(
          'select revision, processed_at is not null as done from session_event where session_id = $1 order by revision',
          [id],
        )
      ).rows;

    it('counts the flags of a stored session and marks its event', async () => {
      const flags = [1, 2, 3].map((n) => aFlag({ id: idOf(n), category: n === 3 ? 'quota' : 'pressure' }));
      const session = aFinished({ notes: [aNote({ flags })] });
      await put(api, team.expert, session);
      await expect.poll(() => event(session.id), { timeout: 20_000 }).toEqual([{ revision: 3, done: true }]);
      const { rows } = await api.pool.query(
        'select revision, flags_by_category from session_digest where session_id = $1',
        [session.id],
      );
      expect(rows).toEqual([{ revision: 3, flags_by_category: { pressure: 2, quota: 1 } }]);
    });

    it('queues nothing for a session that was not stored', async () => {
      const jobs = async () =>
        (await api.pool.query(`select 1 from pgboss.job where name = 'session-stored'`)).rowCount;
      const before = await jobs();
      await put(api, team.expert, aFinished({ playbook: { id: 'nobody-knows', version: 1 } }));
      expect(await jobs()).toBe(before);
    });

    it('can be done twice without harm, and for a session that is gone', async () => {
      const session = aFinished({ notes: [aNote({ flags: [aFlag()] })] });
      await put(api, team.expert, session);
      const job = { teamId: team.id, sessionId: session.id, revision: 3 };
      const client = await own.pool.connect();
      const tx = { executeSql: (text: string, values?: unknown[]) => client.query(text, values) };
      for (const _twice of [1, 2]) {
        await client.query('begin');
        await digestSessions(tx, [job, job], { now: api.clock.now, findShipped });
        await client.query('commit');
      }
      await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`);
      await client.query('begin');
      await digestSessions(tx, [job, job], { now: api.clock.now, findShipped });
      await client.query('commit');
      client.release();
      expect((await api.pool.query('select 1 from session_digest where session_id = $1', [session.id])).rowCount).toBe(
        0,
      );
    });

    it('rests in a queue of failures when it keeps failing', async () => {
      const boss = new PgBoss({ connectionString: api.databaseUrl, schema: 'pgboss', max: 2 });
      const queue = await boss.start().then(() => boss.getQueue('session-stored'));
      await boss.stop();
      expect(queue).toMatchObject({ retryLimit: 5, deadLetter: 'session-stored-failed', notify: false });
    });

    it('is planned every quarter of an hour for what has run out', async () => {
      const { rows } = await api.pool.query('select name, cron from pgboss.schedule');
      expect(rows).toEqual([{ name: 'housekeeping', cron: '*/15 * * * *' }]);
    });

    it('removes what has run out, of every team, and nothing else', async () => {
      await ask(api, SIGNED_OUT, 'POST', '/api/auth/device/code', { client_id: 'eitherway-extension' });
      const device = await aDevice(api, team.expert);
      await ask(api, team.admin, 'POST', '/api/invitations', { role: 'expert' });
      const gone = aFinished();
      await put(api, team.expert, gone);
      await ask(api, team.expert, 'DELETE', `/api/sessions/${gone.id}`);
      // The clock of the test and that of the sign-in differ; what was just made has run out by neither.
      const clocks = [Date.now(), api.clock.now.getTime()];
      const soon = await housekeeping(own.db, new Date(Math.min(...clocks)));
      expect(soon).toMatchObject({ tombstones: 0, signIns: 0, deviceCodes: 0 });
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(200);

      const later = await housekeeping(own.db, new Date(Math.max(...clocks) + 500 * 86_400_000));
      expect(later.tombstones).toBeGreaterThan(0);
      expect(later.invitations).toBeGreaterThan(0);
      expect(later.signIns).toBeGreaterThan(0);
      expect(later.deviceCodes).toBeGreaterThan(0);
      expect(later.limits).toBeGreaterThan(0);
      expect((await ask(api, device, 'GET', '/api/me')).status).toBe(401);
      expect((await api.pool.query('select 1 from session')).rowCount).toBeGreaterThan(0);
    });
  });
});
