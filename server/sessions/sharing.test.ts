import { beforeAll, describe, expect, it } from 'vitest';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

describe('a finished session', () => {
  onEachDatabase((api) => {
    let team: Team;
    const finishedAt = '2026-03-02T11:00:00.000Z';
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 24 });
    });

    const seenBy = async (who: keyof Team, id: string) => {
      const caller = team[who] as Team['lead'];
      const listed = await ask(api, caller, 'GET', '/api/sessions');
      const ids = (listed.body.sessions as { id: string }[]).map((one) => one.id);
      return [(await ask(api, caller, 'GET', `/api/sessions/${id}`)).status, ids.includes(id)];
    };

    it('is the expert’s own until the hours that the team set are over', async () => {
      api.clock.now = new Date('2026-03-02T12:00:00.000Z');
      const session = aFinished({ finishedAt });
      await put(api, team.expert, session);
      expect(await seenBy('expert', session.id)).toEqual([200, true]);
      expect(await seenBy('lead', session.id)).toEqual([404, false]);
      expect(await seenBy('admin', session.id)).toEqual([404, false]);

      api.clock.now = new Date('2026-03-03T10:59:59.000Z');
      expect(await seenBy('lead', session.id)).toEqual([404, false]);
      api.clock.now = new Date('2026-03-03T11:00:00.000Z');
      expect(await seenBy('lead', session.id)).toEqual([200, true]);
      expect(await seenBy('colleague', session.id)).toEqual([404, false]);
    });

    it('stays shared when it is finished anew', async () => {
      api.clock.now = new Date('2026-03-04T12:00:00.000Z');
      const session = aFinished({ finishedAt });
      await put(api, team.expert, session);
      await put(api, team.expert, {
        ...session,
        revision: session.revision + 1,
        finishedAt: '2026-03-04T11:59:00.000Z',
        updatedAt: '2026-03-04T11:59:00.000Z',
      });
      expect(await seenBy('lead', session.id)).toEqual([200, true]);
    });

    it('is shared as the team had set it when it came', async () => {
      const before = aFinished({ finishedAt: '2026-03-04T11:00:00.000Z', updatedAt: '2026-03-04T11:00:00.000Z' });
      await put(api, team.expert, before);
      await ask(api, team.admin, 'PATCH', '/api/team/settings', { shareAfterHours: 0 });
      const after = aFinished({ finishedAt: '2026-03-04T11:00:00.000Z', updatedAt: '2026-03-04T11:00:00.000Z' });
      await put(api, team.expert, after);
      expect(await seenBy('lead', before.id)).toEqual([404, false]);
      expect(await seenBy('lead', after.id)).toEqual([200, true]);
    });
  });
});
