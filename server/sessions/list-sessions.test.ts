import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNo, aNote, aNotYet, aYes, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { type Answer, aDevice, aFinished, ask, aTeam, type Caller, leave, put, type Team } from '../test-people';
import type { SessionSummary } from './wire';

const list = (answer: Answer) => answer.body.sessions as SessionSummary[];

describe('listing sessions', () => {
  onEachDatabase((api) => {
    let team: Team;
    const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}T09:00:00.000Z`;
    const get = (who: Caller, query = '') => ask(api, who, 'GET', `/api/sessions${query}`);

    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      for (let n = 1; n <= 7; n += 1) {
        const expert = n <= 5 ? team.expert : team.colleague;
        const said = { reason: 'Their words.', at: day(n) };
        const settled = [
          aFlag({ id: idOf(n + 100), category: 'flattery', answer: { kind: 'disputed', ...said } }),
          aFlag({ id: idOf(n + 150), answer: { kind: 'reworded', ...said } }),
        ];
        const kept = aFlag({ id: idOf(n + 50), category: 'quota', answer: { kind: 'kept', ...said } });
        const flags = n % 2 === 0 ? [aFlag({ id: idOf(n) }), kept, ...settled] : [];
        const decision =
          n === 7 ? { ...aNo(), outcome: null, undecidedReason: 'No time left' } : n === 6 ? aNotYet() : aYes();
        const client = { name: n === 3 ? 'Salt & Sons 100%' : 'Harbour Hotels' };
        await put(api, expert, aFinished({ startedAt: day(n), client, decision, notes: [aNote({ flags })] }));
      }
    });

    it('shows a lead the team, newest first, and an expert their own', async () => {
      expect(list(await get(team.lead)).map((one) => one.startedAt)).toEqual([7, 6, 5, 4, 3, 2, 1].map(day));
      expect(list(await get(team.colleague)).map((one) => one.startedAt)).toEqual([7, 6].map(day));
    });

    it("shows a lead's extension only what the lead wrote", async () => {
      expect(list(await get(await aDevice(api, team.lead)))).toEqual([]);
    });

    it('says that a decision was reached, never which', async () => {
      const answer = await get(team.lead);
      expect(list(answer).map((one) => one.decisionReached)).toEqual([false, true, true, true, true, true, true]);
      expect(Object.keys(list(answer)[0] ?? {}).sort()).toEqual(
        [
          'client',
          'commentCount',
          'decisionReached',
          'expert',
          'finishedAt',
          'flagsByCategory',
          'id',
          'needs',
          'playbook',
          'reviewedAt',
          'revision',
          'sharedFrom',
          'startedAt',
          'title',
        ].sort(),
      );
      expect(JSON.stringify(answer.body)).not.toMatch(/"(yes|no|not-yet)"|outcome/);
    });

    it('counts flags that stand by category, before and after the job has counted them', async () => {
      const expected = [
        {},
        { pressure: 1, quota: 1 },
        {},
        { pressure: 1, quota: 1 },
        {},
        { pressure: 1, quota: 1 },
        {},
      ];
      expect(list(await get(team.lead)).map((one) => one.flagsByCategory)).toEqual(expected);
      await expect
        .poll(async () => (await api.pool.query('select 1 from session_digest')).rowCount, { timeout: 20_000 })
        .toBe(7);
      expect(list(await get(team.lead)).map((one) => one.flagsByCategory)).toEqual(expected);
    });

    it('walks through pages without missing or repeating one', async () => {
      const seen: string[] = [];
      let cursor: string | null = '';
      while (cursor !== null) {
        const page: Answer = await get(team.lead, `?limit=2${cursor && `&cursor=${cursor}`}`);
        expect(list(page).length).toBeLessThanOrEqual(2);
        seen.push(...list(page).map((one) => one.startedAt));
        cursor = page.body.nextCursor as string | null;
      }
      expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map(day));
    });

    it('keeps sessions apart that began at the same moment', async () => {
      const other = await aTeam(api, 'Same');
      for (let n = 0; n < 5; n += 1) await put(api, other.expert, aFinished());
      const first = await get(other.expert, '?limit=3');
      const second = await get(other.expert, `?limit=3&cursor=${first.body.nextCursor}`);
      const ids = [...list(first), ...list(second)].map((one) => one.id);
      expect(new Set(ids).size).toBe(5);
    });

    it.each([
      ['?category=quota', [6, 4, 2]],
      ['?category=flattery', []],
      ['?decided=false', [7]],
      ['?decided=true&category=quota', [6, 4, 2]],
      ['?client=salt', [3]],
      ['?client=%25', [3]],
      ['?client=_arbour', []],
      ['?from=2026-02-05', [7, 6, 5]],
      ['?from=2026-02-03&to=2026-02-05', [4, 3]],
      [`?to=${day(2)}`, [1]],
    ])('filters by %s', async (query, days) => {
      expect(list(await get(team.lead, query)).map((one) => one.startedAt)).toEqual(days.map(day));
    });

    it('filters by expert, and shows an expert nothing of another by it', async () => {
      expect(list(await get(team.lead, `?expert=${team.colleague.id}`))).toHaveLength(2);
      expect(list(await get(team.expert, `?expert=${team.colleague.id}`))).toEqual([]);
    });

    it('refuses a cursor of other filters, of another reader or of nobody', async () => {
      const { nextCursor } = (await get(team.lead, '?limit=1')).body;
      const refused = { status: 400, body: { code: 'malformed' } };
      expect(await get(team.lead, `?limit=1&decided=true&cursor=${nextCursor}`)).toMatchObject(refused);
      expect(await get(team.expert, `?limit=1&cursor=${nextCursor}`)).toMatchObject(refused);
      expect(await get(team.lead, '?cursor=bm9uc2Vuc2U')).toMatchObject(refused);
    });

    it.each(['?limit=0', '?limit=101', '?limit=many', '?from=yesterday', '?category=charm', '?decided=yes'])(
      'refuses %s',
      async (query) => {
        expect(await get(team.lead, query)).toMatchObject({ status: 400, body: { code: 'malformed' } });
      },
    );

    it('still names an expert who has left the team', async () => {
      const left = await aTeam(api, 'Left');
      await put(api, left.expert, aFinished());
      await leave(api, left.expert);
      expect(list(await get(left.lead))[0]?.expert).toEqual({ id: left.expert.id, name: left.expert.name });
    });
  });
});
