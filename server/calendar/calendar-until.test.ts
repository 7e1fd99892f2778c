import { readFileSync } from 'node:fs';
import { describe, expect, it, vi } from 'vitest';
import { aNo, aNotYet, idOf } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aFinished, aTeam, put } from '../test-people';

const migration = readFileSync(new URL('../db/migrations/0009_calendar.sql', import.meta.url), 'utf8');
const backfill = migration.split('--> statement-breakpoint').find((statement) => statement.includes('DO $$')) ?? '';

const step = (n: number, date: string | null) => ({
  id: idOf(n),
  text: 'Count the hours',
  owner: { side: 'ours' as const, name: 'Tobias' },
  date,
});

describe('the last day of each session', () => {
  onEachDatabase((api) => {
    it('is found for sessions that were stored before, as the job finds it for those that come', async () => {
      const teams = [await aTeam(api, 'Alpha'), await aTeam(api, 'Beta')];
      const decisions = [
        aNotYet({ nextSteps: [step(1, '2026-03-09'), step(2, null)] }),
        aNotYet({ nextSteps: [step(1, '2026-05-09'), step(2, '2026-05-08')] }),
        aNo({ lookAgainOn: '2026-09-01', nextSteps: [step(1, '2026-03-10')] }),
        aNo({ nextSteps: [step(1, null)] }),
        aNo(),
      ];
      const sessions = teams.flatMap((team) =>
        decisions.map((decision) => ({ team, session: aFinished({ decision }) })),
      );
      for (const { team, session } of sessions) await put(api, team.expert, session);
      const known = async () => {
        const { rows } = await api.pool.query<{ session_id: string; last: string | null }>(
          'select session_id, calendar_until::text as last from session_digest',
        );
        const last = new Map(rows.map((row) => [row.session_id, row.last]));
        return sessions.map(({ session }) => (last.has(session.id) ? last.get(session.id) : 'not yet counted'));
      };
      const expected = ['2026-04-01', '2026-05-09', '2026-03-10', null, null];
      await vi.waitFor(async () => expect(await known()).toEqual([...expected, ...expected]), { timeout: 20_000 });

      await api.pool.query('update session_digest set calendar_until = null');
      const statements = backfill.slice(backfill.indexOf('DO $$'));
      await api.pool.query(statements);
      expect(await known()).toEqual([...expected, ...expected]);
    });
  });
});
