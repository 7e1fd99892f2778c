import { v7 } from 'uuid';
import { beforeAll, describe, expect, it } from 'vitest';
import { SentChecks } from '@/lib/self-check/sent';
import { onEachDatabase } from '../test-api';
import { ask, aTeam, type Team } from '../test-people';
import { aBrowser } from './test-browser';

const MARKUP = '<script>alert(1)</script><img src=x onerror=alert(1)>"\'&\u202e';

/** What an enemy, or bad luck, does to the pages that anyone can open. */
describe('the pages for clients under attack', () => {
  onEachDatabase((api) => {
    let team: Team;
    const linkOf = async (over: Record<string, unknown> = {}, of = team) => {
      const body = { id: v7(), selfCheckId: 'is-a-talk-worth-it', ...over };
      const made = await ask(api, of.expert, 'POST', '/api/client-links', body);
      return { id: body.id, path: new URL(String(made.body.address)).pathname };
    };
    const post = (path: string, body: string | URLSearchParams, headers: Record<string, string> = {}) =>
      fetch(api.origin + path, {
        method: 'POST',
        body: String(body),
        redirect: 'manual',
        headers: { 'content-type': 'application/x-www-form-urlencoded', ...headers },
      });
    const sending = (over: Record<string, string> = {}) =>
      new URLSearchParams({
        form: 'f'.repeat(43),
        v: '1',
        at: 'end',
        go: 'send',
        email: 'kim@client.example',
        ...over,
      });
    const sentTo = async (of: Team) =>
      SentChecks.parse((await ask(api, of.lead, 'GET', '/api/sent-checks?state=all')).body).sent;
    /** Every answer is a page that says calmly what is the matter. */
    const calm = async (answer: Response, status: number) => {
      const html = await answer.text();
      expect(answer.status, html).toBe(status);
      expect(answer.headers.get('content-type')).toContain('text/html');
      expect(html).toMatch(/<h1>.+<\/h1>/);
      expect(html).not.toMatch(/Error|stack|node_modules|select |insert /);
      return html;
    };
    beforeAll(async () => {
      team = await aTeam(api, 'Calm');
    });

    it('shows what was typed as text, wherever it stands', async () => {
      const { path } = await linkOf({ forName: MARKUP, forEmail: 'kim@client.example' });
      const fields = sending({ 't.today': MARKUP, name: MARKUP, organisation: MARKUP, message: `${MARKUP}\0\ud800` });
      const closing = await calm(await post(path, new URLSearchParams([...fields, ['go', 'next']])), 303).catch(
        () => '',
      );
      expect(closing).toBe('');
      const sent = await post(path, fields);
      expect(sent.status).toBe(303);
      const page = await aBrowser(api).open(sent.headers.get('location') ?? '');
      expect(page.text).toContain('<script>alert(1)</script>');
      expect(page.html).not.toMatch(/<script|<img/);
      const shown = await post(path, new URLSearchParams([...fields].filter(([name]) => name !== 'go')));
      expect(await shown.text()).not.toMatch(/<script|<img/);
    });

    it('is not sent to another team, nor found by another kind of address', async () => {
      const other = await aTeam(api, 'Others');
      const mine = await linkOf();
      const theirs = await linkOf({}, other);
      const before = (await sentTo(other)).length;
      await post(mine.path, sending({ form: 'm'.repeat(43), 't.today': 'Mine' }));
      expect((await sentTo(other)).length).toBe(before);
      const secret = (path: string) => path.split('.').at(-1) ?? '';
      const crossed = `/c/check/${other.id}.${secret(mine.path)}`;
      await calm(await fetch(api.origin + crossed), 404);
      await calm(await fetch(api.origin + theirs.path.replace('/check/', '/record/')), 404);
      await calm(await fetch(api.origin + theirs.path.replace('/check/', '/sent/')), 404);
    });

    it('is ended at once by who made the link, and by its time', async () => {
      const { id, path } = await linkOf({ days: 1 });
      expect((await fetch(api.origin + path)).status).toBe(200);
      const now = api.clock.now;
      api.clock.now = new Date(now.getTime() + 86_400_001);
      expect(await calm(await fetch(api.origin + path), 410)).toContain('This link has ended');
      api.clock.now = now;
      await ask(api, team.expert, 'DELETE', `/api/client-links/${id}`);
      expect(await calm(await post(path, sending()), 410)).toContain('Calm took it back');
    });

    it('takes nothing that is larger than its form can be, nor what is no form', async () => {
      const { path } = await linkOf();
      await calm(await post(path, `form=x&t.today=${'a'.repeat(600_000)}`), 413);
      await calm(await post(path, '{"form":1}', { 'content-type': 'application/json' }), 400);
      await calm(await fetch(api.origin + path, { method: 'DELETE' }), 404);
      for (const [go, at] of [
        ['next', 'nowhere'],
        ['back', '../../etc'],
        ['constructor', '__proto__'],
        ['', ''],
      ])
        await calm(await post(path, sending({ go: go ?? '', at: at ?? '', v: '-1e9', form: '' })), 200);
      const many = Array.from({ length: 5_000 }, (_, at) => `c.cost=${at}`).join('&');
      await calm(await post(path, `go=next&at=since&${many}`), 200);
    });

    it('keeps one of the same form that comes a hundred times at once', async () => {
      const { id, path } = await linkOf({ forName: 'Once', forEmail: 'once@client.example' });
      expect(id).toBeTruthy();
      const answers = await Promise.all(
        Array.from({ length: 100 }, () => post(path, sending({ form: 'o'.repeat(43) }))),
      );
      expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([303]));
      expect(new Set(answers.map(({ headers }) => headers.get('location'))).size).toBe(1);
      expect((await sentTo(team)).filter(({ forName }) => forName === 'Once')).toHaveLength(1);
    });

    it('writes no address, no answer and nothing of a form into the log', async () => {
      const { path } = await linkOf();
      await post(path, sending({ 't.today': 'SECRET answer', email: 'secret@client.example' }));
      await fetch(api.origin + path);
      const logged = api.logged.join('\n');
      expect(logged).toContain('/c/check/:token');
      expect(logged).not.toMatch(/SECRET|secret@client/);
      expect(logged).not.toContain(path.split('.').at(-1));
    });

    it('keeps the address to itself: no referrer, no robots, no frame, no script, no cookie, nothing stored between', async () => {
      const { path } = await linkOf();
      const { headers } = await fetch(api.origin + path);
      expect(headers.get('referrer-policy')).toBe('no-referrer');
      expect(headers.get('x-robots-tag')).toContain('noindex');
      expect(headers.get('set-cookie')).toBeNull();
      expect(headers.get('cache-control')).toContain('private');
      const policy = headers.get('content-security-policy') ?? '';
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).not.toMatch(/script-src|unsafe|https?:/);
    });
  }, {});
});

describe('the pages for clients at their limits', () => {
  onEachDatabase(
    (api) => {
      it('answer a thousand posts and a hundred guesses calmly, and what was typed can be sent once more', async () => {
        const team = await aTeam(api, 'Limits');
        const made = await ask(api, team.expert, 'POST', '/api/client-links', {
          id: v7(),
          selfCheckId: 'is-a-talk-worth-it',
        });
        const { pathname } = new URL(String(made.body.address));
        const post = (at: number) =>
          fetch(api.origin + pathname, {
            method: 'POST',
            redirect: 'manual',
            headers: { 'content-type': 'application/x-www-form-urlencoded' },
            body: String(
              new URLSearchParams({
                form: String(at).padStart(43, 'f'),
                v: '1',
                at: 'end',
                go: 'send',
                email: 'kim@client.example',
                't.today': 'Kept on the page',
              }),
            ),
          });
        const statuses: number[] = [];
        let refused = '';
        for (let at = 0; at < 1_000; at += 50) {
          const answers = await Promise.all(Array.from({ length: 50 }, (_, n) => post(at + n)));
          for (const answer of answers) {
            statuses.push(answer.status);
            if (answer.status === 429) refused = await answer.text();
            else await answer.body?.cancel();
          }
        }
        expect(new Set(statuses)).toEqual(new Set([303, 429]));
        expect(statuses.filter((status) => status === 303)).toHaveLength(20);
        expect(refused).toContain('Nothing is lost');
        expect(refused).toContain('value="Kept on the page"');
        const { sent } = SentChecks.parse((await ask(api, team.lead, 'GET', '/api/sent-checks')).body);
        expect(sent).toHaveLength(20);
        const guesses = await Promise.all(
          Array.from({ length: 40 }, (_, at) =>
            fetch(`${api.origin}/c/record/${team.id}.${String(at).padStart(43, 'g')}`, {
              headers: { 'x-forwarded-for': '203.0.113.7' },
            }),
          ),
        );
        expect(new Set(guesses.map(({ status }) => status))).toEqual(new Set([404, 429]));
      });
    },
    {
      limits: {
        clientByAddress: [2_000, 60],
        clientSendByAddress: [20, 600],
        clientSendByLink: [60, 600],
        clientGuessByAddress: [30, 600],
      },
    },
  );
});
