import { beforeAll, describe, expect, it } from 'vitest';
import { RecordAnswer, RecordMade } from '@/lib/record/wire';
import type { Session } from '@/lib/session/session';
import { aNo, aNotYet, aYes } from '@/test/fixtures';
import { aBrowser } from '../client/test-browser';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

describe('a decision record over time', () => {
  onEachDatabase((api) => {
    let team: Team;
    const at = ({ id }: Session) => `/api/sessions/${id}/record`;
    const minute = () => {
      api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    };
    const share = async (session: Session) => {
      minute();
      return RecordMade.parse((await ask(api, team.expert, 'POST', at(session))).body);
    };
    const read = async (session: Session) => {
      const { record } = RecordAnswer.parse((await ask(api, team.expert, 'GET', at(session))).body);
      if (!record) throw new Error('not shared');
      return record;
    };
    const aShared = async (change: Partial<Session> = {}) => {
      const session = aFinished({ decision: aNo({ objectives: ['One', 'Two'] }), ...change });
      await put(api, team.expert, session);
      return { session, path: new URL((await share(session)).address ?? '').pathname };
    };
    const accept = (session: Session, id: string) =>
      ask(api, team.expert, 'PUT', `${at(session)}/responses/${id}`, { answer: 'accepted' });
    const suggest = async (path: string, part: string, text: string) => {
      const form = (await aBrowser(api).open(path)).forms.find((one) => one.value('part') === part);
      if (!form) throw new Error(`no ${part}`);
      form.fill('text', text);
      return form.press('correct');
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Anew');
    });

    it('keeps a wording that was taken over when the session is shared anew, and says what reads otherwise', async () => {
      const { session, path } = await aShared();
      await suggest(path, 'reason', 'Two racks, not one');
      const [said] = (await read(session)).responses;
      minute();
      const answers = await Promise.all(Array.from({ length: 5 }, () => accept(session, said?.id ?? '')));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204]));
      expect(await read(session)).toMatchObject({ version: 2, isBehind: false });
      expect(await share(session)).toEqual({ version: 2, address: null });
      const decision = { ...session.decision, to: 'Another rack' };
      const next = { ...session, revision: session.revision + 1, decision };
      expect((await put(api, team.expert, next)).status).toBe(200);
      expect((await read(session)).isBehind).toBe(true);
      expect((await share(next)).version).toBe(3);
      const record = await read(session);
      expect(record).toMatchObject({ isBehind: false, document: { to: 'Another rack', reason: 'Two racks, not one' } });
      expect(record.versions.map(({ changes }) => changes.map(({ id }) => id))).toEqual([[], ['reason'], ['to']]);
      const { text } = await aBrowser(api).open(path);
      expect(text).toContain(`Before: ${session.decision.reason}Now: Two racks, not one`);
      expect(text).toContain('Now: Another rack');
    });

    it('says the same when a talk was only finished anew', async () => {
      const { session } = await aShared();
      const finishedAt = new Date(Date.parse(session.finishedAt ?? '') + 1_000).toISOString();
      await put(api, team.expert, { ...session, revision: session.revision + 1, finishedAt });
      expect(await read(session)).toMatchObject({ version: 1, isBehind: false });
      expect(await share(session)).toEqual({ version: 1, address: null });
    });

    it('takes several suggestions of one page, and each of them once', async () => {
      const { session, path } = await aShared();
      const { forms } = await aBrowser(api).open(path);
      for (const [part, text] of [
        ['objective.0', 'Another one'],
        ['objective.1', 'Another two'],
        ['objective.1', 'Another two'],
        ['objective.1', 'Yet another'],
      ]) {
        const form = forms.find((one) => one.value('part') === part);
        form?.fill('text', text ?? '');
        expect((await form?.press('correct'))?.status).toBe(200);
      }
      const said = (await read(session)).responses.map(({ text }) => text);
      expect(said.sort()).toEqual(['Another one', 'Another two', 'Yet another']);
    });

    it('sends nothing that nobody wrote, and keeps a name that was typed', async () => {
      const { session, path } = await aShared();
      const page = await aBrowser(api).open(path);
      const form = page.formOf('dissent');
      form.fill('name', 'Ljerka');
      form.fill('text', ' \r\n ');
      const empty = await form.press('dissent');
      expect([empty.status, empty.formOf('dissent').value('name')]).toEqual([422, 'Ljerka']);
      expect(empty.text).toContain('Nothing was written there yet');
      expect((await suggest(path, 'reason', '')).status).toBe(422);
      expect((await read(session)).responses).toEqual([]);
      expect(page.html).toContain('disabled="" hidden=""');
    });

    it('keeps a suggestion for what is not there any more as something to say beside the decision', async () => {
      const { session, path } = await aShared();
      const old = (await aBrowser(api).open(path)).forms.find((one) => one.value('part') === 'objective.1');
      const decision = { ...session.decision, objectives: ['One'] };
      const next = { ...session, revision: session.revision + 1, decision };
      await put(api, team.expert, next);
      await share(next);
      old?.fill('text', 'Two of them');
      const late = await old?.press('correct');
      expect(late?.status).toBe(409);
      expect(late?.formOf('dissent').value('text')).toBe('Two of them');
    });

    it('looks the same whichever way was decided', async () => {
      const outcomes = { yes: aYes, no: aNo, 'not-yet': aNotYet };
      const looks = Object.entries(outcomes).map(async ([outcome, decided]) => {
        const same = { missing: 'The audit', lookAgainOn: '2026-05-04', reason: 'So', to: 'A rack' };
        const { path } = await aShared({ decision: { ...aNo(same), outcome: decided().outcome } });
        const { html } = await aBrowser(api).open(path);
        const words: Record<string, string> = { yes: 'Yes', no: 'No', 'not-yet': 'Not yet' };
        const heading = `The decision: ${words[outcome]}</h2>`;
        expect(html).toContain(heading);
        return html
          .replace(heading, 'The decision</h2>')
          .replace(/name="form" value="[^"]*"/g, '')
          .replaceAll(path, '')
          .replace(/(part-)?(value=")?(good|bad|step)\.[0-9a-f-]{36}/g, '$3');
      });
      const [first, ...others] = await Promise.all(looks);
      for (const other of others) expect(other).toBe(first);
    });

    it('tells its address to no log, no robot and no referrer, and each sharing is written down', async () => {
      const { session, path } = await aShared();
      const { headers } = await aBrowser(api).open(path);
      await suggest(path, 'reason', 'SECRET wording');
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('cache-control')).toBe('no-store');
      const logged = api.logged.join('\n');
      expect(logged).toContain('/c/record/:token');
      expect(logged).not.toContain(path.split('.').at(-1));
      expect(logged).not.toContain('SECRET');
      await ask(api, team.expert, 'POST', `${at(session)}/address`);
      await ask(api, team.expert, 'DELETE', `${at(session)}/address`);
      const { body } = await ask(api, team.admin, 'GET', '/api/audit');
      const actions = (body.entries as { action: string; target: string }[])
        .filter(({ target }) => target === session.id)
        .map(({ action }) => action)
        .filter((action) => action.startsWith('record'));
      expect(actions.sort()).toEqual(['record-revoked', 'record-shared', 'record-shared']);
    });
  });
});
