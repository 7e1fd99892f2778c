import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { copyOf, emptyDraft } from '@/lib/playbooks/draft';
import { aPlaybook } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

const OWN = '  How would   you notice that it works?';
const asTyped = (n: number) => (n % 2 ? OWN : 'how would you notice that it works');

describe('playbooks of a team', () => {
  onEachDatabase((api) => {
    let team: Team;
    const at = (id: string) => `/api/playbooks/drafts/${id}`;
    const save = (id: string, revision: number, title: string, who = team.lead) =>
      ask(api, who, 'PUT', at(id), { document: copyOf(aPlaybook(), id, title), revision });
    beforeAll(async () => {
      team = await aTeam(api, 'Playbooks');
    });

    it('are edited as drafts that two editors never overwrite for each other unseen', async () => {
      expect((await save('shared', 0, 'First')).body).toMatchObject({ revision: 1, title: 'First' });
      expect((await save('shared', 1, 'Second')).body).toMatchObject({ revision: 2 });
      const late = await save('shared', 1, 'Of the admin', team.admin);
      expect(late.body).toMatchObject({ status: 409, code: 'draft-changed', revision: 2 });
      expect(late.body.detail).toContain(team.lead.name);
      expect((await save('shared', 0, 'Anew', team.admin)).status).toBe(409);
      expect((await ask(api, team.admin, 'GET', at('shared'))).body).toMatchObject({
        revision: 2,
        document: { title: 'Second' },
        writtenByName: team.lead.name,
      });
    });
    it('take the same save twice, as when its answer was lost', async () => {
      await save('twice', 0, 'Once');
      expect((await save('twice', 0, 'Once')).body).toMatchObject({ revision: 1 });
    });
    it('may miss what is not written yet, in a draft only', async () => {
      const document = emptyDraft('unwritten', v7);
      expect((await ask(api, team.lead, 'PUT', at('unwritten'), { document, revision: 0 })).status).toBe(200);
      expect((await ask(api, team.lead, 'PUT', '/api/playbooks/unwritten/1', document)).status).toBe(422);
    });
    it('are dropped as drafts only in the revision that was seen', async () => {
      await save('dropped', 0, 'A');
      await save('dropped', 1, 'B');
      expect((await ask(api, team.lead, 'DELETE', `${at('dropped')}?revision=1`)).status).toBe(409);
      expect((await ask(api, team.lead, 'DELETE', `${at('dropped')}?revision=2`)).status).toBe(204);
      expect((await ask(api, team.lead, 'DELETE', `${at('dropped')}?revision=2`)).status).toBe(404);
      const heads = (await ask(api, team.lead, 'GET', '/api/playbooks/drafts')).body.drafts as { id: string }[];
      expect(heads.map(({ id }) => id)).not.toContain('dropped');
    });
    it('refuse an id that is one of ours or another one than the address has', async () => {
      const shipped = { document: aPlaybook(), revision: 0 };
      expect(
        (
          await ask(api, team.lead, 'PUT', at('diagnostic-sequence'), {
            ...shipped,
            document: { ...aPlaybook(), id: 'diagnostic-sequence' },
          })
        ).status,
      ).toBe(409);
      expect((await ask(api, team.lead, 'PUT', at('other'), shipped)).body.code).toBe('id-mismatch');
    });
    it('write down who published a version, once', async () => {
      const playbook = { ...copyOf(aPlaybook(), 'audited', 'Audited') };
      expect((await ask(api, team.lead, 'PUT', '/api/playbooks/audited/1', playbook)).status).toBe(201);
      expect((await ask(api, team.lead, 'PUT', '/api/playbooks/audited/1', playbook)).status).toBe(200);
      const { rows } = await api.pool.query(
        "select actor_name, target, details from audit_entry where action = 'playbook-published' and target = 'audited'",
      );
      expect(rows).toEqual([{ actor_name: team.lead.name, target: 'audited', details: { version: 1 } }]);
    });
    it('say in how many sessions each version is used, and which own questions recur in five or more', async () => {
      const { stages } = aPlaybook();
      const stageId = stages[0]?.id ?? '';
      for (let n = 0; n < 5; n++) {
        const own = n < 4 ? [asTyped(n), 'only in four'] : [asTyped(n)];
        const ownQuestions = own.map((text) => ({ id: v7(), stageId, text }));
        expect((await put(api, n % 2 ? team.expert : team.colleague, aFinished({ ownQuestions }))).status).toBe(201);
      }
      const usage = (await ask(api, team.lead, 'GET', '/api/playbooks/usage')).body.usage as { sessions: number }[];
      expect(usage).toEqual([{ ...aFinished().playbook, sessions: 5, lastStartedAt: aFinished().startedAt }]);
      const mine = (await ask(api, team.expert, 'GET', '/api/playbooks/usage')).body.usage as { sessions: number }[];
      expect(mine.map(({ sessions }) => sessions)).toEqual([2]);
      await expect
        .poll(async () => (await ask(api, team.lead, 'GET', '/api/playbooks/recurring')).body.questions, {
          timeout: 30_000,
        })
        .toEqual([{ text: 'how would you notice that it works', sessions: 5, stageId }]);
    });
  });
});
