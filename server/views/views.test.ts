import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { ask, aTeam, type Caller, type Team } from '../test-people';
import { MOST_VIEWS } from './views';
import type { NewView, View } from './wire';

const aView = (change: Partial<NewView> = {}): NewView => ({
  id: v7(),
  name: 'Night runs',
  search: 'text=night+runs&need=sure-flag',
  shared: false,
  ...change,
});

describe('saved views', () => {
  onEachDatabase((api) => {
    let team: Team;
    let other: Team;
    const add = (who: Caller, view: NewView) => ask(api, who, 'POST', '/api/views', view);
    const list = async (who: Caller) => (await ask(api, who, 'GET', '/api/views')).body.views as View[];
    const names = async (who: Caller) => (await list(who)).map(({ name }) => name);

    beforeAll(async () => {
      [team, other] = [await aTeam(api, 'Alpha'), await aTeam(api, 'Beta')];
    });
    beforeEach(async () => {
      await api.pool.query('delete from saved_view');
    });

    it('come back by name, with the filters that they were kept with', async () => {
      const kept = aView({ search: '?order=need&client=Harbour+%26+Sons&from=2026-03-01&decided=&limit=5&page=2' });
      expect((await add(team.expert, kept)).status).toBe(201);
      await add(team.expert, aView({ name: 'all', search: '' }));
      const [all, view] = await list(team.expert);
      expect(all).toMatchObject({ name: 'all', search: '' });
      expect(view).toMatchObject({ id: kept.id, name: 'Night runs', shared: false, isOwn: true });
      expect(Object.fromEntries(new URLSearchParams(view?.search))).toEqual({
        order: 'need',
        client: 'Harbour & Sons',
        from: '2026-03-01',
      });
    });

    it('are kept once when sent again, and never become another view by it', async () => {
      const view = aView();
      await add(team.lead, view);
      expect((await add(team.lead, view)).status).toBe(200);
      expect((await add(team.lead, { ...view, name: 'Another' })).status).toBe(409);
      expect((await add(team.admin, view)).status).toBe(409);
      expect(await names(team.lead)).toEqual(['Night runs']);
    });

    it.each([
      ['a name of blanks', { name: '  ' }],
      ['a name of 81 letters', { name: 'n'.repeat(81) }],
      ['a category that there is not', { search: 'category=charm' }],
      ['a day that there is not', { search: 'from=2026-02-31' }],
      ['a query of 2,001 letters', { search: `text=${'a'.repeat(1996)}` }],
    ])('refuse %s', async (_what, change) => {
      expect((await add(team.lead, aView(change))).body.code).toBe('wrong-form');
    });

    it('are seen by the leads of the team when shared, and by nobody else', async () => {
      await add(team.lead, aView({ name: 'Ours', shared: true }));
      await add(team.lead, aView({ name: 'Mine' }));
      expect(await names(team.lead)).toEqual(['Mine', 'Ours']);
      expect(await list(team.admin)).toMatchObject([{ name: 'Ours', isOwn: false }]);
      expect(await names(team.expert)).toEqual([]);
      expect(await names(other.admin)).toEqual([]);
    });

    it('are shared by leads only', async () => {
      expect((await add(team.expert, aView({ shared: true }))).status).toBe(403);
      const view = aView();
      await add(team.expert, view);
      expect((await ask(api, team.expert, 'PATCH', `/api/views/${view.id}`, { shared: true })).status).toBe(403);
      expect((await list(team.expert))[0]?.shared).toBe(false);
    });

    it('are changed and removed by their owner alone', async () => {
      const view = aView({ shared: true });
      const path = `/api/views/${view.id}`;
      await add(team.lead, view);
      expect((await ask(api, team.admin, 'PATCH', path, { name: 'Taken' })).status).toBe(403);
      expect((await ask(api, team.expert, 'DELETE', path)).status).toBe(404);
      expect((await ask(api, other.admin, 'DELETE', path)).status).toBe(404);
      expect((await ask(api, team.lead, 'PATCH', path, { search: 'outcome=yes&order=need' })).status).toBe(204);
      expect((await ask(api, team.lead, 'PATCH', path, {})).status).toBe(204);
      expect(await list(team.lead)).toMatchObject([{ name: 'Night runs', search: 'order=need', shared: true }]);
      expect((await ask(api, team.lead, 'DELETE', path)).status).toBe(204);
      expect(await list(team.lead)).toEqual([]);
    });

    it(`are at most ${MOST_VIEWS} a person, also when many come at once`, async () => {
      const many = Array.from({ length: MOST_VIEWS + 5 }, () => add(team.lead, aView()));
      const statuses = (await Promise.all(many)).map(({ status }) => status);
      expect(statuses.filter((status) => status === 201)).toHaveLength(MOST_VIEWS);
      expect(statuses.filter((status) => status === 409)).toHaveLength(5);
      expect((await add(team.admin, aView())).status).toBe(201);
    });
  });
});
