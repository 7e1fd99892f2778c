import { beforeAll, describe, expect, it } from 'vitest';
import { aNo, aNote, aYes } from '@/test/fixtures';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import type { DecisionPart } from './split-decision';

type Line = { kind: string; value: unknown };

describe('the file of all data', () => {
  onEachDatabase((api) => {
    let team: Team;
    let lines: Line[];
    const of = (kind: string) => lines.filter((line) => line.kind === kind).map(({ value }) => value);
    const read = async (who = team.admin) =>
      String((await ask(api, who, 'GET', '/api/team/export')).body.text)
        .trim()
        .split('\n')
        .map((line) => JSON.parse(line) as Line);
    const talk = (n: number) =>
      aFinished({
        client: { name: 'Harbour Hotels' },
        notes: [aNote({ text: 'What they said.' })],
        decision: {
          ...(n % 2 === 0 ? aYes() : aNo()),
          to: `Trial ${n} for Harbour Hotels`,
          reason: 'Harbour saw the cost.',
          dissent: 'REVEALING-DISSENT',
        },
      });
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      for (let n = 0; n < 7; n += 1) await put(api, n % 2 === 0 ? team.expert : team.colleague, talk(n));
      await ask(api, team.admin, 'POST', '/api/invitations', { role: 'lead' });
      lines = await read();
    });

    it('has every part of the team, and ends with its end', () => {
      expect(lines[0]).toMatchObject({ kind: 'team', value: { id: team.id, name: 'Alpha' } });
      expect(of('member')).toHaveLength(4);
      expect(of('settings')).toHaveLength(1);
      expect(of('session')).toHaveLength(7);
      expect(of('audit').length).toBeGreaterThan(6);
      expect(lines.at(-1)?.kind).toBe('end');
    });

    it('holds no secret, and no hash by which an outcome could be guessed', () => {
      expect(JSON.stringify(lines)).not.toMatch(/secret_hash|body_hash|password|token/);
    });

    it('tells of a session that a decision was reached, and nothing of which', () => {
      for (const value of of('session')) {
        const { session } = value as { session: { decisionReached: boolean; decision: object } };
        expect(session.decisionReached).toBe(true);
        expect(Object.keys(session.decision).sort()).toEqual(['objectives', 'options', 'playback', 'tookPart']);
      }
      expect(JSON.stringify(of('session'))).not.toMatch(/"outcome"|REVEALING|saw the cost|Trial/);
    });

    it('has the decisions by themselves, in whole groups of five, without names, days or sessions', () => {
      const decisions = of('decision') as unknown as DecisionPart[];
      expect(decisions).toHaveLength(5);
      expect(decisions.map(({ to }) => to).sort()).toEqual([0, 1, 2, 3, 4].map((n) => `Trial ${n} for …`));
      expect(JSON.stringify(lines)).not.toMatch(/"outcome"|"yes"|"no"|"not-yet"/);
      expect(JSON.stringify(decisions)).not.toMatch(/Harbour|Emil|Cora|\d{4}-\d\d|[\da-f]{8}-[\da-f]{4}/);
    });

    it('has no decisions where one expert alone could have made them', async () => {
      const alone = await aTeam(api, 'Beta');
      for (let n = 0; n < 6; n += 1) await put(api, alone.expert, talk(n));
      const file = await read(alone.admin);
      expect(file.filter(({ kind }) => kind === 'decision')).toEqual([]);
      expect(file.filter(({ kind }) => kind === 'session')).toHaveLength(6);
    });

    it('leaves out what its expert has not shared yet', async () => {
      const calm = await aTeam(api, 'Gamma');
      await ask(api, calm.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 24 });
      await put(api, calm.expert, talk(1));
      expect((await read(calm.admin)).filter(({ kind }) => kind === 'session')).toEqual([]);
    });

    it('gives its connection back when the download is stopped', async () => {
      const busy = async () =>
        Number(
          (
            await api.pool.query(`select count(*) as n from pg_stat_activity
              where datname = current_database() and state = 'idle in transaction'`)
          ).rows[0].n,
        );
      for (let n = 0; n < 5; n += 1) {
        const stop = new AbortController();
        const answer = await fetch(`${api.origin}/api/team/export`, {
          headers: team.admin.headers,
          signal: stop.signal,
        });
        await answer.body?.getReader().read();
        stop.abort();
      }
      await expect.poll(busy, { timeout: 10_000 }).toBe(0);
      expect((await read()).at(-1)?.kind).toBe('end');
    });
  });
});
