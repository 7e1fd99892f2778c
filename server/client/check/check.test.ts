import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { SentChecks } from '@/lib/self-check/sent';
import { onEachDatabase } from '../../test-api';
import { aFinished, ask, aTeam, put, type Team } from '../../test-people';
import { aBrowser, type Form } from '../test-browser';

describe('a self-check by its link', () => {
  onEachDatabase((api) => {
    let team: Team;
    const linkOf = async (over: Record<string, unknown> = {}) => {
      const body = { id: v7(), selfCheckId: 'is-a-talk-worth-it', ...over };
      const made = await ask(api, team.expert, 'POST', '/api/client-links', body);
      expect(made.status).toBe(201);
      return { id: body.id, path: new URL(String(made.body.address)).pathname };
    };
    const openOf = async () => SentChecks.parse((await ask(api, team.lead, 'GET', '/api/sent-checks')).body).sent;
    /** Answers every question on the way with `answer`, to the closing page. */
    const walk = async (path: string, answer: (form: Form) => void = () => {}) => {
      const browser = aBrowser(api);
      let at = await browser.open(path);
      for (let step = 0; step < 12 && !at.text.includes('You choose'); step++) {
        const form = at.forms[0];
        if (!form) throw new Error(at.text);
        answer(form);
        at = await form.press('next');
      }
      return at;
    };
    const all = (form: Form) => {
      form.fill('t.today', 'The pump stops twice a week');
      form.choose('c.cost', 'time');
      form.choose('c.who', 'me');
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Checks');
    });

    it('leads to what the answers say, and stores nothing on the way', async () => {
      const { path } = await linkOf();
      const before = (await openOf()).length;
      const closing = await walk(path, all);
      expect(closing.text).toContain('a talk seems worth both our time');
      expect(closing.text).toContain('The pump stops twice a week');
      expect((await openOf()).length).toBe(before);
    });

    it('brings a wish for a talk to the team once, however often it is sent, and back to who sent it', async () => {
      const time = '2026-04-01T10:00:00+02:00';
      const { path } = await linkOf({ times: ['2026-01-01T10:00:00+02:00', time] });
      const closing = await walk(path, all);
      expect(closing.text).toContain('April 1, 2026 at 10:00');
      expect(closing.text).not.toContain('January 1, 2026');
      const form = closing.formOf('send');
      form.choose('time', time);
      form.fill('email', 'Kim@Client.example');
      form.fill('message', 'After ten, please');
      const sent = await form.press('send');
      expect(sent.path).toMatch(/^\/c\/sent\//);
      expect((await form.press('send')).path).toBe(sent.path);
      expect(sent.text).toContain('After ten, please');
      const [got, ...others] = (await openOf()).filter((one) => one.message === 'After ten, please');
      expect(others).toEqual([]);
      expect(got).toMatchObject({
        wish: 'talk',
        closing: 'talk',
        time,
        email: 'Kim@Client.example',
        takenByName: null,
      });
      expect(got?.answered.map((one) => one.id)).toEqual(['today', 'cost', 'who']);
      const deleted = await sent.formOf('delete').press('delete');
      expect(deleted.text).toContain('It is deleted');
      expect((await openOf()).some((one) => one.id === got?.id)).toBe(false);
      expect((await form.press('send')).text).toContain('This link has ended');
      expect((await openOf()).some((one) => one.message === 'After ten, please')).toBe(false);
    });

    it('goes out of the session that took it, too, when its client deletes it', async () => {
      const { path } = await linkOf({ forName: 'Kim', forEmail: 'kim@client.example' });
      const sent = await (await walk(path, all)).formOf('send').press('send');
      const [got] = (await openOf()).filter((one) => one.forName === 'Kim');
      expect(got).toMatchObject({ email: 'kim@client.example', name: 'Kim' });
      if (!got) throw new Error('nothing arrived');
      const { id, title, organisation, sentAt, answered } = got;
      const session = aFinished({
        selfCheck: { id, team: team.id, title, organisation, sentAt, answered, talkedAbout: [] },
      });
      expect((await put(api, team.expert, session)).status).toBe(201);
      const take = (sessionId: string) => ask(api, team.expert, 'POST', `/api/sent-checks/${id}/take`, { sessionId });
      expect((await take(session.id)).status).toBe(204);
      expect((await take(session.id)).status).toBe(204);
      expect((await take(v7())).body).toMatchObject({ code: 'already-there' });
      expect((await aBrowser(api).open(sent.path)).text).toContain(`${team.expert.name} has read it`);
      await sent.formOf('delete').press('delete');
      const stored = await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`);
      expect(JSON.stringify(stored.body)).not.toContain('The pump stops');
      const later = { ...session, revision: session.revision + 1, title: 'Typed later' };
      expect((await put(api, team.expert, later)).status).toBe(200);
      const again = JSON.stringify((await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`)).body);
      expect(again).toContain('Typed later');
      expect(again).not.toContain('The pump stops');
    });

    it('ends where the client ends it: without a word to the team on the way, without an answer at the end', async () => {
      const { path } = await linkOf();
      const before = (await openOf()).length;
      const intro = await aBrowser(api).open(path);
      expect((await intro.formOf('leave').press('leave')).text).toContain('You ended it here');
      expect((await openOf()).length).toBe(before);
      const form = (await walk(path, all)).formOf('end');
      expect((await form.press('end')).text).toContain('That is a good result');
      await form.press('end');
      const after = await openOf();
      expect(after.length).toBe(before + 1);
      const ended = after.filter((one) => one.wish === 'ended');
      expect(ended).toMatchObject([{ answered: [], email: '', name: '' }]);
    });

    it('says what is missing beside its place, with everything still there', async () => {
      const { path } = await linkOf();
      const form = (await walk(path, all)).formOf('send');
      form.fill('message', 'Typed with care');
      const asked = await form.press('send');
      expect(asked.status).toBe(422);
      expect(asked.text).toContain('Please leave an address');
      const again = asked.formOf('send');
      expect(again.value('message')).toBe('Typed with care');
      again.fill('email', 'kim at client');
      const wrong = await again.press('send');
      expect(wrong.text).toContain('This address is not complete');
      const third = wrong.formOf('send');
      third.fill('email', 'kim@client.example');
      expect((await third.press('send')).path).toMatch(/^\/c\/sent\//);
    });

    it('asks once more when a field was filled that people do not see', async () => {
      const { path } = await linkOf({ forEmail: 'kim@client.example' });
      const before = (await openOf()).length;
      const form = (await walk(path, all)).formOf('send');
      form.fill('fax-number', '555');
      const asked = await form.press('send');
      expect(asked.text).toContain('Please send it once more');
      expect((await openOf()).length).toBe(before);
      expect((await asked.formOf('send').press('send')).path).toMatch(/^\/c\/sent\//);
    });

    it('goes back and forth with every answer kept, and forgets what is passed over', async () => {
      const { path } = await linkOf();
      const closing = await walk(path, (form) => {
        all(form);
        form.fill('t.worth', 'A calm night');
      });
      expect(closing.text).toContain('A calm night');
      let at = await closing.formOf('back').press('back');
      for (let step = 0; step < 5; step++) at = await at.formOf('back').press('back');
      expect(at.text).toContain('What does it cost you');
      const form = at.formOf('next');
      form.unchoose('c.cost');
      form.choose('c.cost', 'little');
      at = await form.press('next');
      while (!at.text.includes('You choose')) at = await at.formOf('next').press('next');
      expect(at.text).toContain('We are likely not the right ones');
      expect(at.text).not.toContain('A calm night');
    });

    it('is read in the language of the browser, where the team gave it', async () => {
      const { path } = await linkOf();
      const german = await aBrowser(api, { 'accept-language': 'de-CH,de;q=0.9' }).open(path);
      expect(german.html).toContain('<html lang="de" dir="ltr">');
      expect(german.text).toContain('Lohnt sich ein Gespräch?');
      expect((await aBrowser(api, { 'accept-language': 'nb' }).open(path)).html).toContain('<html lang="en"');
    });

    it('is saved as a text, on the client’s side alone', async () => {
      const { path } = await linkOf();
      const text = await (await walk(path, all)).formOf('save').press('save');
      expect(text.headers.get('content-disposition')).toContain('attachment');
      expect(text.html).toContain('The pump stops twice a week');
    });

    it('is the newest version of the team, and a form that was begun goes on in its own', async () => {
      const { body: shipped } = await ask(api, team.lead, 'GET', '/api/self-checks/is-a-talk-worth-it/1');
      const publish = (version: number, title: string) =>
        ask(api, team.lead, 'PUT', `/api/self-checks/ours/${version}`, { ...shipped, id: 'ours', version, title });
      expect((await publish(1, 'Ours, first')).status).toBe(200);
      expect((await publish(1, 'Ours, first')).status).toBe(200);
      expect((await publish(1, 'Ours, changed')).body.code).toBe('already-there');
      expect((await publish(3, 'Ours, third')).status).toBe(422);
      const { path } = await linkOf({ selfCheckId: 'ours' });
      const begun = await aBrowser(api).open(path);
      expect(begun.text).toContain('Ours, first');
      expect((await publish(2, 'Ours, second')).status).toBe(200);
      expect((await aBrowser(api).open(path)).text).toContain('Ours, second');
      expect((await begun.formOf('next').press('next')).text).toContain('Ours, first');
      expect((await ask(api, team.lead, 'GET', '/api/self-checks')).body.selfChecks).toMatchObject([
        { id: 'is-a-talk-worth-it', from: 'eitherway' },
        { id: 'ours', version: 2, from: 'team', languages: ['en', 'ar', 'de', 'es', 'fr'] },
      ]);
    });
  });
});
