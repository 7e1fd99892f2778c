import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, aFinished, ask, aTeam, put, type Team } from '../test-people';
import type { RuleEntry } from './wire';

const RULE = {
  phrases: ['land and expand'],
  category: 'quota',
  ask: 'What would help you, if anything?',
  why: 'This is about our growth.',
  flags: ['so we land and expand'],
  allows: ['no land and expand'],
};

describe('rules of a team', () => {
  onEachDatabase((api) => {
    let team: Team;
    beforeAll(async () => {
      team = await aTeam(api, 'Rules');
    });
    const save = (id: string, rule: object, seen: string | null = null, who = team.lead) =>
      ask(api, who, 'PUT', `/api/rules/${id}`, { rule, seen });
    const act = (id: string, what: string, body?: object) =>
      ask(api, team.lead, 'POST', `/api/rules/${id}/${what}`, body);
    const published = async () =>
      ((await ask(api, team.expert, 'GET', '/api/rules')).body.rules as { id: string }[]).map(({ id }) => id);
    const markOf = (body: unknown) => (body as RuleEntry).draft?.mark ?? null;

    it('reach the panels when they are published, and leave them when they are retired, until that is undone', async () => {
      const id = v7();
      expect((await save(id, RULE)).body).toMatchObject({ id, state: 'draft', published: null, draft: { version: 1 } });
      expect(await published()).not.toContain(id);
      expect((await act(id, 'publish')).body).toMatchObject({
        state: 'published',
        published: { version: 1 },
        draft: null,
      });
      const device = await aDevice(api, team.expert);
      const read = await ask(api, device, 'GET', '/api/rules');
      const { phrases, category, ask: question, why } = RULE;
      expect(read.body.rules).toContainEqual({ id, phrases, category, ask: question, why });
      expect((await act(id, 'publish')).status).toBe(409);
      expect((await act(id, 'retire')).body).toMatchObject({ state: 'retired' });
      expect(await published()).not.toContain(id);
      expect((await act(id, 'retire')).status).toBe(404);
      expect((await act(id, 'publish')).body).toMatchObject({ state: 'published' });
      expect(await published()).toContain(id);
      const { rows } = await api.pool.query('select action from audit_entry where target = $1 order by id', [id]);
      expect(rows.map(({ action }) => action)).toEqual(['rule-published', 'rule-retired', 'rule-published']);
    });
    it('keep what is published while a new version is being written', async () => {
      const id = v7();
      await save(id, RULE);
      await act(id, 'publish');
      const next = await save(id, { ...RULE, phrases: ['land & expand'], flags: ['land & expand'] });
      expect(next.body).toMatchObject({ state: 'published', published: { version: 1 }, draft: { version: 2 } });
      await act(id, 'publish');
      const read = (await ask(api, team.lead, 'GET', '/api/rules')).body.rules as { id: string; phrases: string[] }[];
      expect(read.find((one) => one.id === id)?.phrases).toEqual(['land & expand']);
    });
    it('are not published while an example fails, and it is said which', async () => {
      const id = v7();
      await save(id, { ...RULE, allows: ['we land and expand'] });
      expect((await act(id, 'publish')).body).toMatchObject({
        code: 'example-fails',
        issues: [{ path: 'allows.0', message: 'fails' }],
      });
      expect(await published()).not.toContain(id);
    });
    it('are never overwritten unseen, and a draft can be dropped', async () => {
      const id = v7();
      const first = markOf((await save(id, RULE)).body);
      expect((await save(id, RULE, null, team.admin)).body.code).toBe('draft-changed');
      const second = await save(id, { ...RULE, why: 'Another reason.' }, first, team.admin);
      expect(second.status).toBe(200);
      expect((await save(id, RULE, first)).status).toBe(409);
      expect((await ask(api, team.lead, 'DELETE', `/api/rules/${id}`)).status).toBe(204);
      expect((await ask(api, team.lead, 'DELETE', `/api/rules/${id}`)).status).toBe(404);
      expect((await act(id, 'publish')).status).toBe(404);
    });
    it('come with a mark that changes with them, so that nothing is sent twice', async () => {
      const first = await ask(api, team.expert, 'GET', '/api/rules');
      const again = { headers: { ...team.expert.headers, 'if-none-match': first.headers.get('etag') ?? '' } };
      expect((await ask(api, again, 'GET', '/api/rules')).status).toBe(304);
      const change = { neverFlagged: ['Orbit'], sensitivity: 'quiet' };
      expect((await ask(api, team.lead, 'PATCH', '/api/team/settings', change)).status).toBe(200);
      expect((await ask(api, again, 'GET', '/api/rules')).body).toMatchObject(change);
    });
    it('let leads set just the words and the sensitivity', async () => {
      for (const [who, body, status] of [
        [team.lead, { neverFlagged: ['Orbit'], shareAfterHours: 0 }, 403],
        [team.expert, { neverFlagged: [] }, 403],
        [team.admin, { neverFlagged: ['Orbit'], shareAfterHours: 0 }, 200],
      ] as const)
        expect((await ask(api, who, 'PATCH', '/api/team/settings', body)).status).toBe(status);
    });
    it('are tried on the sessions that one may read: the lines that have no flag yet', async () => {
      const text = 'we land and expand here\nno land and expand there\nthen land and expand, flagged already';
      const from = text.lastIndexOf('land');
      const flag = { ...aFlag(), from, to: from + 15, piece: 'land and expand' };
      const session = aFinished({ notes: [aNote({ text, flags: [flag] })], client: { name: 'Fenwick' } });
      await put(api, team.expert, session);
      const tried = (await act(v7(), 'try', { rule: RULE })).body;
      expect(tried).toMatchObject({
        sessionsWith: 1,
        found: 1,
        lines: [{ sessionId: session.id, client: 'Fenwick', text: 'we land and expand here', from: 3, to: 18 }],
      });
      const other = await aTeam(api, 'Elsewhere');
      expect((await ask(api, other.lead, 'POST', `/api/rules/${v7()}/try`, { rule: RULE })).body).toMatchObject({
        sessions: 0,
        found: 0,
      });
    });
    it('answer a bounded try, with long lines cut around the piece', async () => {
      const note = aNote({ text: `${'a '.repeat(500)}land and expand ${'b '.repeat(500)}\n`.repeat(60), flags: [] });
      await put(api, team.expert, aFinished({ notes: [note] }));
      const tried = (await act(v7(), 'try', { rule: RULE })).body as {
        found: number;
        lines: { text: string; from: number; to: number }[];
      };
      expect(tried.found).toBeGreaterThanOrEqual(60);
      expect(tried.lines).toHaveLength(50);
      const cut = tried.lines.find((line) => line.text.length === 300);
      expect(cut?.text.slice(cut.from, cut.to)).toBe('land and expand');
    });
  });
});
