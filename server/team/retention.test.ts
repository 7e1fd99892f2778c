import { v7 } from 'uuid';
import { beforeEach, describe, expect, it } from 'vitest';
import { connect, type Db } from '../db/connect';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';
import { monthsBefore, retain } from './retention';

const NOW = new Date('2026-03-02T12:00:00.000Z');
const DAY_MS = 86_400_000;

it('counts in calendar months, to the last day of a shorter one', () => {
  expect(monthsBefore(new Date('2026-03-31T10:00:00.000Z'), 1).toISOString()).toBe('2026-02-28T10:00:00.000Z');
  expect(monthsBefore(new Date('2026-01-15T10:00:00.000Z'), 12).toISOString()).toBe('2025-01-15T10:00:00.000Z');
});

describe('keeping sessions for a time', () => {
  onEachDatabase((api) => {
    let team: Team;
    const set = (retentionMonths: number | null) =>
      ask(api, team.admin, 'PATCH', '/api/team/settings', { retentionMonths });
    const run = async (days: number) => {
      const { pool, db } = connect(api.databaseUrl, 2);
      const deleted = await retain({ db: db as Db, newId: v7, now: () => new Date(NOW.getTime() + days * DAY_MS) });
      await pool.end();
      return deleted;
    };
    const startedAt = (day: string) => ({ startedAt: `${day}T09:00:00.000Z` });
    beforeEach(async () => {
      api.clock.now = NOW;
      await api.pool.query('update team_settings set retention_months = null');
      team = await aTeam(api, 'Alpha');
    });

    it('deletes what is older, seven days after it was set, with tombstones and one line in the log', async () => {
      const [old, young] = [aFinished(startedAt('2025-08-01')), aFinished(startedAt('2026-02-01'))];
      for (const session of [old, young]) await put(api, team.expert, session);
      const due = await ask(api, team.admin, 'GET', '/api/team/settings/retention?months=6');
      expect(due.body).toEqual({ before: '2025-09-02T12:00:00.000Z', sessions: 1 });
      expect((await set(6)).body).toMatchObject({ retentionMonths: 6, retentionFrom: '2026-03-09T12:00:00.000Z' });
      expect([await run(6.9), await run(7), await run(8)]).toEqual([0, 1, 0]);
      const status = async (id: string) => (await ask(api, team.expert, 'GET', `/api/sessions/${id}`)).status;
      expect([await status(old.id), await status(young.id)]).toEqual([410, 200]);
      expect((await put(api, team.expert, { ...old, revision: 9 })).status).toBe(410);
      const log = (await ask(api, team.admin, 'GET', '/api/audit?action=retention-deleted')).body.entries;
      expect(log).toMatchObject([{ actor: { id: '', name: 'Eitherway' }, details: { count: 1 } }]);
    });

    it('deletes what clients sent long ago, too', async () => {
      const sentAt = (day: string) =>
        api.pool.query(
          `insert into sent_check (team_id, id, link_id, self_check_id, self_check_version, language, wish, closing, answers,
             answered, organisation, name, email, time, message, sent_at)
           values ($1, $2, $2, 'is-a-talk-worth-it', 1, 'en', 'talk', 'talk', '{}', '[]', '', '', '', '', '', $3)`,
          [team.id, v7(), `${day}T09:00:00.000Z`],
        );
      await sentAt('2025-08-01');
      await sentAt('2026-02-01');
      await set(6);
      const left = async () => {
        const { body } = await ask(api, team.lead, 'GET', '/api/sent-checks?state=all');
        return (body.sent as { sentAt: string }[]).map((one) => one.sentAt.slice(0, 10));
      };
      await run(6);
      expect(await left()).toEqual(['2026-02-01', '2025-08-01']);
      await run(8);
      expect(await left()).toEqual(['2026-02-01']);
    });

    it('waits anew when the time is shortened, not when it is lengthened, and ends when it is taken back', async () => {
      await set(12);
      api.clock.now = new Date(NOW.getTime() + 3 * DAY_MS);
      expect((await set(6)).body.retentionFrom).toBe('2026-03-12T12:00:00.000Z');
      expect((await set(24)).body.retentionFrom).toBe('2026-03-12T12:00:00.000Z');
      await put(api, team.expert, aFinished(startedAt('2020-01-01')));
      expect((await set(null)).body).toMatchObject({ retentionMonths: null, retentionFrom: null });
      expect(await run(100)).toBe(0);
    });

    it('goes through more than one batch, and leaves other teams alone', async () => {
      const other = await aTeam(api, 'Beta');
      const theirs = aFinished(startedAt('2020-01-01'));
      await put(api, other.expert, theirs);
      await put(api, team.expert, aFinished(startedAt('2020-01-01')));
      await api.pool.query(
        `insert into session select team_id, gen_random_uuid(), expert_id, expert_name, revision, body_hash, client, title,
          started_at, finished_at, playbook_id, playbook_version, decision_reached, document, received_at, shared_from
         from session, generate_series(1, 249) where team_id = $1`,
        [team.id],
      );
      await set(1);
      expect(await run(7)).toBe(250);
      expect((await ask(api, other.expert, 'GET', `/api/sessions/${theirs.id}`)).status).toBe(200);
    });
  });
});
