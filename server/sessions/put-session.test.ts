import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, put, type Team } from '../test-people';

describe('storing a session', () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
    });

    it('stores a finished session once, and answers a resend without storing again', async () => {
      const session = aFinished();
      expect(await put(api, team.expert, session)).toMatchObject({
        status: 201,
        body: { state: 'stored', revision: 3 },
      });
      expect(await put(api, team.expert, session)).toMatchObject({
        status: 200,
        body: { state: 'already', revision: 3 },
      });
    });

    it('refuses an older revision with the number of the newer one', async () => {
      const session = aFinished({ revision: 7 });
      await put(api, team.expert, session);
      const older = await put(api, team.expert, { ...session, revision: 6 });
      expect(older).toMatchObject({ status: 409, body: { code: 'stale-revision', revision: 7 } });
    });

    it('refuses the same revision with other content', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      const other = await put(api, team.expert, { ...session, title: 'Something else' });
      expect(other).toMatchObject({ status: 409, body: { code: 'revision-conflict' } });
    });

    it('replaces the flags with those of a newer revision', async () => {
      const session = aFinished({ notes: [aNote({ flags: [aFlag()] })] });
      await put(api, team.expert, session);
      await put(api, team.expert, { ...session, revision: 4, notes: [aNote({ flags: [] })] });
      const { rows } = await api.pool.query('select 1 from session_flag where session_id = $1', [session.id]);
      expect(rows).toHaveLength(0);
    });

    it('keeps the flags that stay with their newer answer, drops those that went and adds those that came', async () => {
      const [stays, goes, comes] = [1, 2, 3].map((n) => aFlag({ id: idOf(n), answer: null }));
      if (!stays || !goes || !comes) throw new Error('three flags');
      const session = aFinished({ notes: [aNote({ flags: [stays, goes] })] });
      await put(api, team.expert, session);
      const answer = { kind: 'kept' as const, reason: 'They asked.', at: '2026-03-02T10:10:00.000Z' };
      const notes = [aNote({ flags: [{ ...stays, answer }, comes] })];
      expect((await put(api, team.expert, { ...session, revision: 4, notes })).status).toBe(200);
      const { rows } = await api.pool.query(
        'select flag_id, answer from session_flag where session_id = $1 order by flag_id',
        [session.id],
      );
      expect(rows).toEqual([
        { flag_id: stays.id, answer: 'kept' },
        { flag_id: comes.id, answer: null },
      ]);
    });

    it('queues one job a stored revision and none for what was refused, however many come at once', async () => {
      const session = aFinished();
      const other = { ...session, title: 'Something else' };
      await Promise.all(
        [session, session, other, { ...session, revision: 4 }, session].map((one) => put(api, team.expert, one)),
      );
      await put(api, team.colleague, { ...session, revision: 5 });
      const queued = await api.pool.query(
        `select (data->>'revision')::int as revision from pgboss.job where data->>'sessionId' = $1 order by 1`,
        [session.id],
      );
      const events = await api.pool.query('select revision from session_event where session_id = $1 order by 1', [
        session.id,
      ]);
      expect(queued.rows).toEqual(events.rows);
      expect(queued.rows.at(-1)).toEqual({ revision: 4 });
    });

    it('makes one row and one event of twenty sends at once', async () => {
      const session = aFinished();
      const device = await aDevice(api, team.expert);
      const answers = await Promise.all(Array.from({ length: 20 }, () => put(api, device, session)));
      expect(answers.filter(({ status }) => status === 201)).toHaveLength(1);
      expect(answers.filter(({ status }) => status === 200)).toHaveLength(19);
      const count = await api.pool.query(
        `select (select count(*)::int from session where id = $1) as sessions,
                (select count(*)::int from session_event where session_id = $1) as events`,
        [session.id],
      );
      expect(count.rows).toEqual([{ sessions: 1, events: 1 }]);
    });

    it('ends with the highest revision, each one announced at most once, whatever the order', async () => {
      const orders = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 1, maxLength: 12 });
      await fc.assert(
        fc.asyncProperty(orders, async (revisions) => {
          const session = aFinished();
          for (const revision of revisions) await put(api, team.expert, { ...session, revision });
          const stored = await api.pool.query('select revision from session where id = $1', [session.id]);
          const events = await api.pool.query(
            'select revision from session_event where session_id = $1 order by revision',
            [session.id],
          );
          const risen = revisions.filter((revision, at) => revisions.slice(0, at).every((before) => before < revision));
          expect(stored.rows).toEqual([{ revision: Math.max(...revisions) }]);
          expect(events.rows.map((row) => row.revision)).toEqual(risen);
        }),
        { numRuns: 15 },
      );
    });

    it('ends with the highest revision when all of them come at once', async () => {
      const session = aFinished();
      await Promise.all([2, 5, 1, 4, 3, 5].map((revision) => put(api, team.expert, { ...session, revision })));
      const { rows } = await api.pool.query('select revision from session where id = $1', [session.id]);
      expect(rows).toEqual([{ revision: 5 }]);
    });

    it('keeps characters that a database cannot hold from losing the rest', async () => {
      const note = aNote({ text: 'half \uD83D of a face, and a \0 in between' });
      const session = aFinished({ notes: [note] });
      expect(await put(api, team.expert, session)).toMatchObject({ status: 201 });
      expect(await put(api, team.expert, session)).toMatchObject({ status: 200, body: { state: 'already' } });
      const read = await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`);
      expect(JSON.stringify(read.body)).toContain('half \uFFFD of a face, and a \uFFFD in between');
    });

    it('keeps no words of a reworded flag, even if a device sent them', async () => {
      const answer = { kind: 'reworded' as const, reason: '', at: '2026-03-02T10:10:00.000Z' };
      const session = aFinished({ notes: [aNote({ text: 'calm', flags: [aFlag({ piece: 'sign today', answer })] })] });
      await put(api, team.expert, session);
      const read = await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`);
      expect(JSON.stringify(read.body)).not.toContain('sign today');
    });

    it('leaves a session alone that belongs to a colleague', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      expect(await put(api, team.colleague, { ...session, revision: 9 })).toMatchObject({
        status: 403,
        body: { code: 'forbidden' },
      });
    });
  });
});
