import { v4, v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { RecordAnswer, RecordMade } from '@/lib/record/wire';
import type { Session } from '@/lib/session/session';
import { aNo, aNote } from '@/test/fixtures';
import { aBrowser } from '../client/test-browser';
import { onEachDatabase } from '../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../test-people';

describe('a decision record', () => {
  onEachDatabase((api) => {
    let team: Team;
    const minute = () => {
      api.clock.now = new Date(api.clock.now.getTime() + 60_000);
    };
    const recordAt = (id: string) => `/api/sessions/${id}/record`;
    const share = async (session: Session) => {
      minute();
      const { status, body } = await ask(api, team.expert, 'POST', recordAt(session.id));
      expect(status).toBe(200);
      const { version, address } = RecordMade.parse(body);
      return { version, path: address === null ? null : new URL(address).pathname };
    };
    const read = async (session: Session, who = team.expert) =>
      RecordAnswer.parse((await ask(api, who, 'GET', recordAt(session.id))).body).record;
    const aShared = async () => {
      const session = aFinished({ decision: aNo(), notes: [aNote({ text: 'SECRET note' })] });
      await put(api, team.expert, session);
      const { path } = await share(session);
      if (!path) throw new Error('no address');
      return { session, path };
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Records');
    });

    it('is shared by its expert, read by the client without an account, and confirmed by both', async () => {
      const { session, path } = await aShared();
      expect(await share(session)).toEqual({ version: 1, path: null });
      const page = await aBrowser(api).open(path);
      expect(page.headers.get('set-cookie')).toBeNull();
      expect(page.text).toContain(session.decision.reason);
      expect(page.html).not.toMatch(/SECRET|<script/);
      minute();
      const form = page.formOf('confirm');
      form.fill('name', 'Ljerka');
      expect((await form.press('confirm')).text).toContain(
        'Confirmed by both on March 2, 2026, for your side by Ljerka',
      );
      await form.press('confirm');
      expect((await read(session))?.responses).toMatchObject([{ kind: 'confirm', name: 'Ljerka', version: 1 }]);
      expect((await read(session, team.lead))?.version).toBe(1);
    });

    it('takes a correction over as its next version, which is confirmed anew', async () => {
      const { session, path } = await aShared();
      const browser = aBrowser(api);
      minute();
      const before = await browser.open(path);
      await before.formOf('confirm').press('confirm');
      minute();
      const form = (await browser.open(path)).formOf('correct');
      form.fill('text', 'Two racks, <b>not</b> one');
      const asked = await form.press('correct');
      expect(asked.text).toContain('Your corrections are with Records');
      expect(asked.html).not.toContain('<b>not');
      await form.press('correct');
      const record = await read(session);
      const correction = record?.responses.find(({ kind }) => kind === 'correct');
      expect(record?.responses).toHaveLength(2);
      minute();
      const answer = (body: unknown, who = team.expert) =>
        ask(api, who, 'PUT', `${recordAt(session.id)}/responses/${correction?.id}`, body);
      expect((await answer({ answer: 'answered', text: ' ' })).status).toBe(422);
      expect((await answer({ answer: 'accepted' }, team.lead)).status).toBe(403);
      expect((await answer({ answer: 'accepted' })).status).toBe(204);
      expect((await answer({ answer: 'accepted' })).status).toBe(204);
      expect((await answer({ answer: 'answered', text: 'No' })).body).toMatchObject({ code: 'answered' });
      expect(await read(session)).toMatchObject({
        version: 2,
        versions: [{ madeOf: 'session' }, { madeOf: 'correction' }],
      });
      const second = await browser.open(path);
      expect(second.text).toContain('You have not said yet');
      expect(second.text).toContain('took over a wording of yours');
      minute();
      expect((await second.formOf('confirm').press('confirm')).text).toContain('Confirmed by both');
    });

    it('shows a newer version first, with what was typed kept', async () => {
      const { session, path } = await aShared();
      const old = await aBrowser(api).open(path);
      const next = {
        ...session,
        revision: session.revision + 1,
        decision: aNo({ reason: 'They wait for the audit.' }),
      };
      expect((await put(api, team.expert, next)).status).toBe(200);
      expect(await read(session)).toMatchObject({ version: 1, isBehind: true });
      expect(await share(next)).toEqual({ version: 2, path: null });
      const form = old.formOf('dissent');
      form.fill('text', 'I would not wait');
      const late = await form.press('dissent');
      expect(late.status).toBe(409);
      expect(late.text).toContain('There is a newer version');
      expect(late.text).toContain('They wait for the audit.');
      expect(late.formOf('dissent').value('text')).toBe('I would not wait');
      const said = await late.formOf('dissent').press('dissent');
      expect(said.text).toContain('sees something otherwise');
      expect(await read(session)).toMatchObject({ version: 2, isBehind: false });
    });

    it('lets the client take back what they wrote, until something was made of it', async () => {
      const { session, path } = await aShared();
      const browser = aBrowser(api);
      const form = (await browser.open(path)).formOf('dissent');
      form.fill('text', 'I would not wait');
      const said = await form.press('dissent');
      const taken = await said.formOf('take-back').press('take-back');
      expect(taken.text).toContain('Your words were taken back.');
      expect(taken.text).not.toContain('I would not wait');
      expect((await read(session))?.responses).toEqual([]);
      const again = (await browser.open(path)).formOf('correct');
      again.fill('text', 'Another wording');
      const asked = await again.press('correct');
      const [correction] = (await read(session))?.responses ?? [];
      const answer = `${recordAt(session.id)}/responses/${correction?.id}`;
      await ask(api, team.expert, 'PUT', answer, { answer: 'accepted' });
      await asked.formOf('take-back').press('take-back');
      expect((await read(session))?.responses).toHaveLength(1);
    });

    it('gives the agreed days as a calendar file, and none where none were agreed', async () => {
      const steps = [
        { id: v7(), text: 'Count again', owner: { side: 'client' as const, name: 'Kim' }, date: '2027-10-15' },
      ];
      const session = aFinished({ decision: aNo({ nextSteps: steps }) });
      await put(api, team.expert, session);
      const { path } = await share(session);
      const file = await fetch(`${api.origin}${path}/next-steps.ics`);
      expect(file.headers.get('content-type')).toContain('text/calendar');
      expect(await file.text()).toMatch(/DTSTART;VALUE=DATE:20271015[\s\S]*SUMMARY:Count again/);
      expect((await aBrowser(api).open(path ?? '')).text).toContain('Next steps for your calendar');
      const bare = aFinished({ decision: aNo({ nextSteps: [] }) });
      await put(api, team.expert, bare);
      const other = await share(bare);
      expect((await fetch(`${api.origin}${other.path}/next-steps.ics`)).status).toBe(404);
      expect((await aBrowser(api).open(other.path ?? '')).text).not.toContain('for your calendar');
    });

    it('says calmly when a suggestion says nothing new', async () => {
      const { session, path } = await aShared();
      const page = await aBrowser(api).open(path);
      const same = await page.formOf('correct').press('correct');
      expect(same.status).toBe(422);
      expect(same.text).toContain('This says the same as before');
      expect((await read(session))?.responses).toEqual([]);
    });

    it('is opened by no address that was taken back, made anew, or guessed', async () => {
      const { session, path } = await aShared();
      const renewed = await ask(api, team.expert, 'POST', `${recordAt(session.id)}/address`);
      const address = new URL(String(RecordMade.parse(renewed.body).address)).pathname;
      expect((await aBrowser(api).open(path)).status).toBe(410);
      expect((await aBrowser(api).open(address)).status).toBe(200);
      expect((await ask(api, team.expert, 'DELETE', `${recordAt(session.id)}/address`)).status).toBe(204);
      const over = await aBrowser(api).open(address);
      expect([over.status, over.text.includes('This link has ended')]).toEqual([410, true]);
      expect((await read(session))?.link).toBeNull();
      for (const wrong of ['x', `${team.id}.${'a'.repeat(43)}`, `${team.id}.`, `other.${address.split('.')[1]}`])
        expect((await aBrowser(api).open(`/c/record/${wrong}`)).status).toBe(404);
    });

    it('ends with its time, and goes with its session', async () => {
      const { session, path } = await aShared();
      const now = api.clock.now;
      api.clock.now = new Date(now.getTime() + 91 * 86_400_000);
      expect((await aBrowser(api).open(path)).status).toBe(410);
      api.clock.now = now;
      expect((await ask(api, team.expert, 'DELETE', `/api/sessions/${session.id}`)).status).toBe(204);
      expect((await aBrowser(api).open(path)).status).toBe(404);
    });

    it('is not there for a session that was not shared, and answers nothing that was not said', async () => {
      const session = aFinished();
      await put(api, team.expert, session);
      expect(await read(session)).toBeNull();
      expect((await ask(api, team.expert, 'POST', `${recordAt(session.id)}/address`)).status).toBe(404);
      const foreign = `${recordAt(session.id)}/responses/${v4()}`;
      expect((await ask(api, team.expert, 'PUT', foreign, { answer: 'accepted' })).status).toBe(404);
      expect((await ask(api, team.expert, 'POST', recordAt(v7()))).status).toBe(404);
    });
  });
});
