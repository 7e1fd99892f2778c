import { v7 } from 'uuid';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Insights, Part } from '@/lib/insights/insights';
import { skipQuestion } from '@/lib/session/questions';
import { aFlag, aNo, aNote, aNotYet, anAt, aPlaybook, aYes } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aDevice, ask, aTeam, type Person, type Team } from '../test-people';
import { aTalk, insights, store } from './test-talks';

const ALL = ['problem', 'cost', 'options'];
const question = (kind: string) => aPlaybook().stages.find((one) => one.kind === kind)?.questions[0]?.id ?? '';
const day = (n: number) => `2026-02-${String(n).padStart(2, '0')}T10:00:00.000Z`;
const client = (name: string) => ({ client: { name } });

describe('insights', () => {
  onEachDatabase((api) => {
    let team: Team;
    let count = 0;
    beforeAll(() => {
      api.clock.now = new Date('2026-06-01T12:00:00.000Z');
    });
    beforeEach(async () => {
      team = await aTeam(api, `Team${++count}`);
    });

    const keep = (who: Person, ...sessions: Parameters<typeof store>[3][]) =>
      Promise.all(sessions.map((session) => store(api, who, team.id, session)));
    const of = async (who: Person, search = '') => (await insights(api, who, search)).body as unknown as Insights;
    const stage = (found: Insights, kind: string) => found.stages.find((one) => one.kind === kind) as Part;
    const five = (talk: (n: number) => Parameters<typeof store>[3]) => [1, 2, 3, 4, 5].map(talk);

    it('say which stages were covered before options were talked of', async () => {
      await keep(
        team.expert,
        ...five((n) => aTalk(day(n), n < 3 ? ALL : ['problem', 'options', 'cost'])),
        aTalk(day(9), ['cost']),
      );
      const found = await of(team.lead);
      expect(stage(found, 'problem').counted).toEqual({ part: 5, of: 5 });
      expect(stage(found, 'cost').counted).toEqual({ part: 2, of: 5 });
      expect(stage(found, 'tried').counted).toEqual({ part: 0, of: 5 });
      expect(found.stages.map(({ kind }) => kind)).not.toContain('decide');
    });

    it('count a yes, a no and a not yet alike as a decision with a reason', async () => {
      const decisions = [
        aYes(),
        aNo(),
        aNotYet(),
        aNo({ reason: ' ' }),
        aNo({ outcome: null, undecidedReason: 'time' }),
      ];
      await keep(team.expert, ...decisions.map((decision, n) => aTalk(day(n + 1), [], { decision })));
      expect((await of(team.lead)).reasoned).toEqual({ counted: { part: 3, of: 5 }, someLeftOut: false });
    });

    it('say after how many "not yet" both looked again within a week of the day', async () => {
      const decision = aNotYet({ lookAgainOn: '2026-03-10' });
      const names = ['Harbour', 'Fenwick', 'Kestrel', 'Alder', 'Late', ''];
      await keep(team.expert, ...names.map((name, n) => aTalk(day(n + 1), [], { ...client(name), decision })));
      await keep(
        team.colleague,
        aTalk('2026-03-17T23:59:00.000Z', [], client(' harbour ')),
        aTalk('2026-02-20T10:00:00.000Z', [], client('Fenwick')),
        aTalk('2026-03-18T00:00:00.000Z', [], client('Late')),
        aTalk('2026-01-01T00:00:00.000Z', [], client('Kestrel')),
      );
      await keep(
        team.expert,
        aTalk(day(20), [], { ...client('Soon'), decision: aNotYet({ lookAgainOn: '2026-05-25' }) }),
      );
      expect((await of(team.lead)).lookedAgain.counted).toEqual({ part: 2, of: 5 });
      // What the colleague's sessions are, the expert may not learn.
      expect((await of(team.expert)).lookedAgain.counted).toEqual({ part: 0, of: 5 });
    });

    it('count words and standing flags by month, and leave out a month of fewer than 5', async () => {
      const flagged = { notes: [aNote({ flags: [aFlag({ id: v7() })] })] };
      await keep(
        team.expert,
        ...five((n) => aTalk(day(n), [], n < 3 ? flagged : {})),
        aTalk('2026-03-01T00:00:00.000Z', []),
      );
      const { flags } = await of(team.lead, '?from=2026-01&to=2026-03');
      const [january, february, march] = flags;
      expect([january?.counted, march?.counted]).toEqual([null, null]);
      expect(february?.counted?.flags).toEqual({ pressure: 2 });
      expect(february?.counted?.words).toBeGreaterThan(0);
    });

    it('say with how many disputes of flags the leads agree, by the newest verdict', async () => {
      const disputed = { kind: 'disputed' as const, reason: 'their words', at: day(1) };
      const talks = five((n) =>
        aTalk(day(n), [], { notes: [aNote({ flags: [aFlag({ id: v7(), answer: disputed })] })] }),
      );
      await keep(team.expert, ...talks);
      expect((await of(team.lead)).disputes).toEqual({ counted: null, someLeftOut: false });
      const verdict = (n: number, by: string, what: string, at: string) =>
        api.pool.query(
          `insert into flag_verdict (team_id, session_id, flag_id, by_id, by_name, verdict, reason, at)
           values ($1, $2, $3, $4, '', $5, '', $6)`,
          [team.id, talks[n]?.id, talks[n]?.notes[0]?.flags[0]?.id, by, what, at],
        );
      for (const n of [0, 1, 2, 3, 4]) await verdict(n, team.lead.id, n < 2 ? 'disagree' : 'agree', day(10));
      await verdict(4, team.admin.id, 'disagree', day(11));
      await verdict(0, team.admin.id, 'agree', day(9));
      expect((await of(team.lead)).disputes.counted).toEqual({ part: 3, of: 5 });
    });

    it('say how each question is used, and what was reworded under it', async () => {
      const reworded = { kind: 'reworded' as const, reason: '', at: day(1) };
      const notes = [
        aNote({ questionId: question('cost'), flags: [aFlag({ id: v7(), piece: '', answer: reworded })] }),
      ];
      const skipped = skipQuestion(aTalk(day(5), [], { notes }), question('cost'), 'no time', anAt(day(5)));
      await keep(team.expert, ...[1, 2, 3, 4].map((n) => aTalk(day(n), ['cost'])), skipped);
      const found = (await of(team.lead)).questions.find(({ id }) => id === question('cost'));
      expect(found).toMatchObject({ playbook: aPlaybook().id, stage: expect.any(String), text: expect.any(String) });
      expect(found?.counted).toEqual({ asked: 4, skipped: 1, notRelevant: 0, open: 0, reworded: 1 });
    });

    it('of a team are for its leads and admins, of oneself for everyone; never of another team', async () => {
      await keep(team.expert, ...five((n) => aTalk(day(n))));
      const other = await aTeam(api, 'Other');
      expect((await of(team.admin, '?scope=team')).reasoned.counted).toEqual({ part: 5, of: 5 });
      expect((await of(team.expert)).reasoned.counted).toEqual({ part: 5, of: 5 });
      expect((await of(team.lead, '?scope=mine')).reasoned.counted).toBeNull();
      expect((await of(team.colleague)).reasoned.counted).toBeNull();
      expect((await of(other.lead)).reasoned.counted).toBeNull();
      expect((await insights(api, team.expert, '?scope=team')).status).toBe(403);
      expect((await insights(api, await aDevice(api, team.expert))).status).toBe(403);
    });

    it('hold what a lead may not read yet only for its expert', async () => {
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 48 });
      await keep(team.expert, ...five((n) => aTalk(`2026-06-01T0${n}:00:00.000Z`)));
      expect((await of(team.lead)).reasoned.counted).toBeNull();
      expect((await of(team.expert)).reasoned.counted).toEqual({ part: 5, of: 5 });
    });

    it('are never of fewer than 5 sessions, nor of one expert, nor of days', async () => {
      await keep(team.expert, ...[1, 2, 3, 4].map((n) => aTalk(day(n), ALL)));
      const found = await of(team.lead);
      expect(found.reasoned).toEqual({ counted: null, someLeftOut: true });
      expect(stage(found, 'cost')).toMatchObject({ counted: null, someLeftOut: true });
      expect(found.questions.every(({ counted }) => counted === null)).toBe(true);
      await keep(team.colleague, aTalk(day(5)));
      expect(await of(team.lead, `?expert=${team.expert.id}`)).toEqual(await of(team.lead));
      expect((await insights(api, team.lead, '?from=2026-02-01')).status).toBe(400);
    });

    it.each(['?from=2026-03&to=2026-02', '?from=2020-01&to=2026-02', '?scope=yes', '?playbook=No!'])(
      'refuse %s',
      async (search) => {
        expect((await insights(api, team.lead, search)).status).toBe(400);
      },
    );

    it('can be narrowed to a playbook, and name those that were used', async () => {
      await keep(
        team.expert,
        ...five((n) => aTalk(day(n))),
        aTalk(day(6), [], { playbook: { id: 'first-call-25', version: 1 } }),
      );
      const found = await of(team.lead, '?playbook=first-call-25');
      expect(found.reasoned).toEqual({ counted: null, someLeftOut: true });
      expect(found.playbooks.map(({ id }) => id).sort()).toEqual(['diagnostic-sequence', 'first-call-25']);
      expect((await of(team.lead, '?playbook=diagnostic-sequence')).reasoned.counted).toEqual({ part: 5, of: 5 });
      expect((await of(team.lead)).reasoned).toEqual({ counted: { part: 5, of: 5 }, someLeftOut: true });
    });
  });
});
