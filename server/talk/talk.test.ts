import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { RecordMade } from '@/lib/record/wire';
import { TalkInsights } from '@/lib/talk/talk';
import { aNo, aYes } from '@/test/fixtures';
import { aBrowser } from '../client/test-browser';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

const STEPS = { understood: '4', heard: '3', shaped: '2' };

describe('the questions about a talk', () => {
  onEachDatabase((api) => {
    let team: Team;
    let teams = 0;
    const START = new Date('2026-03-02T12:00:00.000Z');
    beforeAll(() => {
      api.clock.now = START;
    });
    beforeEach(async () => {
      api.clock.now = START;
      team = await aTeam(api, `Talks${++teams}`);
    });

    /** The address of the record of a talk that took place just now. */
    const shared = async (decision = aNo()) => {
      const session = aFinished({ decision });
      await put(api, team.expert, session);
      const made = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record`);
      return { session, path: new URL(RecordMade.parse(made.body).address ?? '').pathname };
    };
    const answer = async (path: string, steps: Record<string, string> = STEPS, language = 'en') =>
      aBrowser(api, { 'accept-language': language }).send(`${path}/talk`, new URLSearchParams(steps));
    const kept = async () =>
      (await api.pool.query('select * from talk_answer where team_id = $1 order by shaped', [team.id])).rows;
    const shown = async (who = team.lead) => ask(api, who, 'GET', '/api/insights/talk');
    const nextMonth = () => {
      api.clock.now = new Date('2026-04-02T12:00:00.000Z');
    };

    it('stand at the end of the record, none of them answered beforehand, until they are answered', async () => {
      const { path } = await shared();
      const before = await aBrowser(api).open(path);
      expect(before.html.match(/type="radio"/g)).toHaveLength(18);
      expect(before.html).not.toMatch(/checked|required/);
      const thanks = await answer(path);
      expect([thanks.status, thanks.headers.get('set-cookie')]).toEqual([200, null]);
      expect(thanks.text).toContain('Thank you');
      expect((await aBrowser(api).open(path)).html).not.toContain('type="radio"');
    });

    it('are kept with a month and nothing that says whose they are', async () => {
      const { path } = await shared();
      await answer(path);
      const [row, ...others] = await kept();
      expect(others).toEqual([]);
      expect(Object.keys(row).sort()).toEqual(['heard', 'id', 'month', 'shaped', 'team_id', 'understood']);
      expect(row).toMatchObject({ understood: 4, heard: 3, shaped: 2 });
      expect(row.id[14]).toBe('4');
      const { rows } = await api.pool.query('select asked_at from client_link where team_id = $1', [team.id]);
      expect(rows.map((one) => one.asked_at.toISOString())).toEqual(['2026-03-01T00:00:00.000Z']);
    });

    it('are taken once for a talk: not twice, not at once, not by a newer address', async () => {
      const { session, path } = await shared();
      const all = await Promise.all([1, 2, 3].map(() => answer(path)));
      expect(all.map(({ status }) => status)).toEqual([200, 200, 200]);
      const renewed = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record/address`);
      const again = await answer(new URL(RecordMade.parse(renewed.body).address ?? '').pathname);
      expect(again.text).toContain('Thank you');
      expect(await kept()).toHaveLength(1);
      expect((await answer(path)).status).toBe(410);
    });

    it('may all stay empty, and be answered later; what is no step counts as empty', async () => {
      const { path } = await shared();
      expect((await answer(path, {})).text).toContain('nothing was kept');
      await answer(path, { understood: '5', heard: '-1', shaped: "4' or 1=1" });
      expect(await kept()).toEqual([]);
      await answer(path, { understood: '0', heard: '', shaped: '44' });
      expect(await kept()).toMatchObject([{ understood: 0, heard: null, shaped: null }]);
    });

    it('are not taken by an address of something else, nor in another form; their own address leads back to the record', async () => {
      const { path } = await shared();
      const foreign = `/c/record/${team.id}.${'g'.repeat(43)}`;
      expect((await answer(foreign)).status).toBe(404);
      const body = JSON.stringify(STEPS);
      const asJson = await fetch(`${api.origin}${path}/talk`, { method: 'POST', body });
      expect([asJson.status, asJson.headers.get('content-type')]).toEqual([400, 'text/html; charset=UTF-8']);
      expect(await kept()).toEqual([]);
      expect((await aBrowser(api).open(`${path}/talk`)).path).toBe(path);
    });

    it('are asked and thanked for in the language of the client', async () => {
      const { path } = await shared();
      expect((await answer(path, STEPS, 'de')).text).toContain('Vielen Dank');
    });

    it('are shown to leads from 5 answers on, when the month is over: means, no row and no decision', async () => {
      const talks = [];
      for (const decision of [aYes(), aNo(), aNo(), aYes(), aNo()]) talks.push(await shared(decision));
      const [last, ...first] = talks;
      for (const { path } of first) await answer(path);
      nextMonth();
      expect((await shown()).body).toEqual({ groups: [], together: null });
      api.clock.now = START;
      await answer(last?.path ?? '', { understood: '0', heard: '0', shaped: '0' });
      expect((await shown()).body).toEqual({ groups: [], together: null });
      nextMonth();
      const means = {
        understood: { mean: 3.2, atLeast: 5 },
        heard: { mean: 2.4, atLeast: 5 },
        shaped: { mean: 1.6, atLeast: 5 },
      };
      const { body } = await shown();
      expect(TalkInsights.parse(body)).toEqual(body);
      expect(body).toEqual({ groups: [{ from: '2026-03', to: '2026-03', ...means }], together: means });
      const other = await aTeam(api, 'Others');
      expect((await shown(other.admin)).body).toEqual({ groups: [], together: null });
    });
  });
});
