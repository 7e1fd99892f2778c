import { beforeAll, describe, expect, it, vi } from 'vitest';
import { aFlag, aNo, aNote, aPlaybook, aYes, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { type Answer, aFinished, ask, aTeam, type Caller, put, type Team } from '../test-people';
import type { SessionSummary } from './wire';

const list = (answer: Answer) => answer.body.sessions as SessionSummary[];
const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}T09:00:00.000Z`;
const questionOf = (kind: string) => aPlaybook().stages.find((one) => one.kind === kind)?.questions[0]?.id ?? '';
const disputed = { kind: 'disputed' as const, reason: 'They asked for it.', at: day(1) };

/** By client, from the newest to the oldest; one session a need and one without any. */
const SESSIONS = {
  calm: {},
  undecided: { decision: { ...aNo(), outcome: null, undecidedReason: 'No time left' } },
  sure: {
    notes: [aNote({ text: 'Night runs fail, scrap is counted.', questionId: questionOf('cost'), flags: [aFlag()] })],
  },
  disputed: {
    decision: aYes(),
    notes: [
      aNote({
        text: 'They migrate the tills in autumn.',
        questionId: questionOf('problem'),
        flags: [aFlag({ id: idOf(7), category: 'quota', sureness: 0.6, answer: disputed })],
      }),
    ],
  },
  mild: { notes: [aNote({ questionId: questionOf('problem'), flags: [aFlag({ id: idOf(8), sureness: 0.5 })] })] },
};

describe('the queue', () => {
  onEachDatabase((api) => {
    let team: Team;
    let other: Team;
    const get = async (query = '', who: Caller = team.lead) =>
      list(await ask(api, who, 'GET', `/api/sessions${query}`)).map((one) => one.client);

    beforeAll(async () => {
      [team, other] = [await aTeam(api, 'Alpha'), await aTeam(api, 'Beta')];
      for (const [n, [name, change]] of Object.entries(SESSIONS).reverse().entries())
        await put(api, team.expert, aFinished({ client: { name }, startedAt: day(n + 1), ...change }));
      await put(api, other.expert, aFinished({ client: { name: 'foreign' }, notes: [aNote({ text: 'Night runs' })] }));
      await vi.waitFor(async () => expect((await api.pool.query('select 1 from session_digest')).rowCount).toBe(6), {
        timeout: 20_000,
      });
    });

    it('says what each session needs', async () => {
      const all = list(await ask(api, team.lead, 'GET', '/api/sessions'));
      expect(all.map(({ client, needs }) => [client, needs])).toEqual([
        ['calm', []],
        ['undecided', ['undecided']],
        ['sure', ['sure-flag']],
        ['disputed', ['open-dispute']],
        ['mild', []],
      ]);
    });

    it('begins with what needs a look most, then the newest', async () => {
      expect(await get('?order=need')).toEqual(['disputed', 'sure', 'undecided', 'calm', 'mild']);
    });

    it('walks by need through pages without missing or repeating one', async () => {
      const seen: string[] = [];
      let cursor = '';
      do {
        const { body } = await ask(api, team.lead, 'GET', `/api/sessions?order=need&limit=2${cursor}`);
        seen.push(...(body.sessions as SessionSummary[]).map((one) => one.client));
        cursor = body.nextCursor ? `&cursor=${body.nextCursor}` : '';
      } while (cursor);
      expect(seen).toEqual(['disputed', 'sure', 'undecided', 'calm', 'mild']);
    });

    it('refuses a cursor of the other order', async () => {
      const { body } = await ask(api, team.lead, 'GET', '/api/sessions?order=need&limit=2');
      expect((await ask(api, team.lead, 'GET', `/api/sessions?cursor=${body.nextCursor}`)).status).toBe(400);
    });

    it.each([
      ['?need=sure-flag', ['sure']],
      ['?stage=problem', ['mild']],
      ['?stage=cost&category=pressure', ['sure']],
      ['?stage=cost&category=quota', []],
      ['?playbook=first-call-25', []],
      ['?playbook=diagnostic-sequence', ['calm', 'undecided', 'sure', 'disputed', 'mild']],
      ['?reviewed=true', []],
      ['?reviewed=false&decided=false', ['undecided']],
      ['?text=scrap', ['sure']],
      ['?text=counting', ['sure']],
      ['?text=night%20runs', ['sure']],
      ['?text=night%20autumn', []],
      ['?text=migrated&order=need', ['disputed']],
      ['?text=%22tills%20in%20autumn%22', ['disputed']],
      ["?text=-%20%26%20!%20(%20:*%20'", []],
      ['?text=undecided', ['undecided']],
    ])('finds by %s', async (query, clients) => {
      expect(await get(query)).toEqual(clients);
    });

    it('never finds the words of a decision, which would tell its way', async () => {
      for (const words of ['yes', 'off the site', 'lost day in July']) expect(await get(`?text=${words}`)).toEqual([]);
    });

    it('finds nothing of another team or another expert', async () => {
      expect(await get('?text=night', other.lead)).toEqual(['foreign']);
      expect(await get('?text=night', team.colleague)).toEqual([]);
      expect(await get('?text=night', team.expert)).toEqual(['sure']);
    });

    it('finds the words of the newest revision, and none of a deleted session', async () => {
      const session = aFinished({ client: { name: 'changing' }, notes: [aNote({ text: 'a walrus' })] });
      await put(api, team.colleague, session);
      await expect.poll(() => get('?text=walrus'), { timeout: 20_000 }).toEqual(['changing']);
      await put(api, team.colleague, { ...session, revision: 4, notes: [aNote({ text: 'an otter' })] });
      await expect.poll(() => get('?text=otter'), { timeout: 20_000 }).toEqual(['changing']);
      expect(await get('?text=walrus')).toEqual([]);
      await ask(api, team.colleague, 'DELETE', `/api/sessions/${session.id}`);
      expect(await get('?text=otter')).toEqual([]);
    });

    it('keeps the words of all teams out of reach of a team’s own role', async () => {
      const client = await api.pool.connect();
      await client.query("begin; set local role eitherway_team; select set_config('app.team', 'x', true)");
      await expect(client.query('select * from search.session_words')).rejects.toMatchObject({ code: '42501' });
      await client.query('rollback');
      client.release();
    });
  });
});
