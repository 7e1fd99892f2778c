import { beforeAll, describe, expect, it } from 'vitest';
import { RecordAnswer, RecordMade } from '@/lib/record/wire';
import { aNo } from '@/test/fixtures';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import { aBrowser } from '../test-browser';

const MARKUP = `"><script>alert(1)</script><img src=x onerror=alert(2)> ' & </textarea>`;

describe('the page of a decision record', () => {
  onEachDatabase((api) => {
    let team: Team;
    const aShared = async (by = team, reason = 'The audit is not over') => {
      const session = aFinished({ decision: aNo({ reason }) });
      await put(api, by.expert, session);
      const at = `/api/sessions/${session.id}/record`;
      const { address } = RecordMade.parse((await ask(api, by.expert, 'POST', at)).body);
      const said = async () => RecordAnswer.parse((await ask(api, by.expert, 'GET', at)).body).record?.responses ?? [];
      return { session, path: new URL(address ?? '').pathname, said };
    };
    const post = (path: string, body: string | Record<string, string>, type = 'application/x-www-form-urlencoded') =>
      fetch(api.origin + path, {
        method: 'POST',
        redirect: 'manual',
        headers: { 'content-type': type },
        body: typeof body === 'string' ? body : String(new URLSearchParams(body)),
      });
    const calm = async (answer: Response, status: number) => {
      const text = await answer.text();
      expect([answer.status, text.startsWith('<!doctype html>')]).toEqual([status, true]);
      expect(answer.headers.get('cache-control')).toBe('no-store');
      return text;
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Calm');
    });

    it('speaks the language of its reader, about a decision that stays as it was written', async () => {
      const { path } = await aShared();
      const { html, text } = await aBrowser(api, { 'accept-language': 'de-AT,de;q=0.9' }).open(path);
      expect(html).toContain('<html lang="de"');
      expect(text).toContain('Die Entscheidung: Nein');
      expect(text).toContain('The audit is not over');
      expect(text).toContain('Ja, das stimmt');
    });

    it('shows markup as the text that it is, of the team and of the client', async () => {
      const { path, said } = await aShared(team, MARKUP);
      const page = await aBrowser(api).open(path);
      expect(page.text).toContain(MARKUP);
      const form = page.formOf('dissent');
      form.fill('text', `${MARKUP}\0\ud800`);
      form.fill('name', MARKUP);
      const shown = await form.press('dissent');
      expect(shown.text).toContain('<script>alert(1)</script>');
      for (const { html } of [page, shown]) expect(html).not.toMatch(/<script|<img/);
      expect((await said())[0]?.name).toBe(MARKUP);
    });

    it('keeps one of the same form that comes fifty times at once', async () => {
      const { path, said } = await aShared();
      const fields = { form: 'f'.repeat(43), v: '1', go: 'correct', part: 'reason', text: 'The audit goes on' };
      const answers = await Promise.all(Array.from({ length: 50 }, () => post(path, fields)));
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
      expect(await said()).toMatchObject([{ text: 'The audit goes on' }]);
    });

    it('takes nothing that is too large, no form, for no part, or for no button of it', async () => {
      const { path, said } = await aShared();
      const fields = { form: 'f', v: '1', go: 'correct', part: 'reason', text: 'Other' };
      await calm(await post(path, `go=dissent&text=${'a'.repeat(600_000)}`), 413);
      await calm(await post(path, '{}', 'application/json'), 400);
      await calm(await post(path, { ...fields, go: 'accept' }), 400);
      await calm(await post(path, {}), 400);
      for (const part of ['outcome', '__proto__', 'objective.999', '', 'reason.x'])
        await calm(await post(path, { ...fields, part }), 422);
      for (const v of ['0', '2', '-1', 'x', '99999999999'])
        expect(await calm(await post(path, { ...fields, v }), 409)).toContain('There is a newer version');
      await calm(await fetch(api.origin + path, { method: 'DELETE' }), 404);
      expect(await said()).toEqual([]);
      const long = await post(path, { ...fields, text: 'a'.repeat(20_000), name: 'n'.repeat(900) });
      expect(long.status).toBe(303);
      const [{ text, name } = { text: '', name: '' }] = await said();
      expect([text.length, name.length]).toEqual([10_000, 200]);
    });

    it('is found by its own team’s address alone, and takes nothing once that has ended', async () => {
      const other = await aTeam(api, 'Others');
      const [mine, theirs] = [await aShared(), await aShared(other)];
      const secret = mine.path.split('.').at(-1) ?? '';
      await calm(await fetch(`${api.origin}/c/record/${other.id}.${secret}`), 404);
      await calm(await fetch(api.origin + theirs.path.replace('/record/', '/check/')), 404);
      await ask(api, team.expert, 'DELETE', `/api/sessions/${mine.session.id}/record/address`);
      const fields = { form: 'f', v: '1', go: 'confirm' };
      expect(await calm(await post(mine.path, fields), 410)).toContain('This link has ended');
      expect([await mine.said(), await theirs.said()]).toEqual([[], []]);
    });
  });
});
