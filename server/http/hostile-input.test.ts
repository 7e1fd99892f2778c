import { beforeAll, describe, expect, it } from 'vitest';
import { aFlag, aNote, aPlaybook } from '@/test/fixtures';
import { onEachDatabase } from '../test-api';
import { type Answer, aFinished, ask, aTeam, type Caller, PASSWORD, put, SIGNED_OUT, type Team } from '../test-people';

const DEEP = 200_000;
const deepArray = '['.repeat(DEEP) + ']'.repeat(DEEP);
const deepObject = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
/** What no database keeps as it is: NUL, and half of a pair of surrogates. */
const UNSTORABLE = ['a\0b', 'a\uD83Db', '\uDE00'];
/** What another language would read as its own. */
const FOREIGN = [
  `'; drop table session; --`,
  `<img src=x onerror=alert(1)>`,
  '{{7*7}} %s %00 $(id)',
  '../../etc/passwd',
];

const refused = (answer: Answer) => {
  expect([answer.status, answer.headers.get('content-type')]).toEqual([
    expect.toSatisfy((status: number) => status >= 400 && status < 500, 'a client error'),
    'application/problem+json',
  ]);
  expect(answer.body).toMatchObject({ status: answer.status, code: expect.any(String), detail: expect.any(String) });
};

describe('what an enemy sends', () => {
  onEachDatabase((api) => {
    let team: Team;
    const bare: Caller = { headers: {} };
    beforeAll(async () => {
      team = await aTeam(api, 'Alpha');
      bare.headers = { origin: api.origin };
    });

    it.each([
      ['arrays', deepArray],
      ['objects', deepObject(DEEP / 2)],
    ])('is refused when it is %s within each other without end', async (_what, body) => {
      refused(await ask(api, team.expert, 'PUT', `/api/sessions/${aFinished().id}`, body));
      refused(await ask(api, team.lead, 'PUT', '/api/playbooks/own/1', body));
      refused(await ask(api, team.admin, 'PATCH', '/api/team', body));
      refused(await ask(api, bare, 'POST', '/api/auth/sign-up/email', deepObject(2_500)));
      refused(await ask(api, bare, 'POST', '/api/auth/sign-in/email', deepObject(2_500)));
    });

    it('is left out when it stands deep under a name that a session does not have', async () => {
      const session = aFinished();
      const body = `{"more":${deepArray},${JSON.stringify(session).slice(1)}`;
      expect((await ask(api, team.expert, 'PUT', `/api/sessions/${session.id}`, body)).status).toBe(201);
      const read = await ask(api, team.expert, 'GET', `/api/sessions/${session.id}`);
      expect(read.body.session).toEqual(session);
    });

    it.each(['__proto__', 'constructor', 'prototype'])('changes nothing of ours under the name %s', async (name) => {
      const session = aFinished();
      const body = `{"${name}":{"isAdmin":true},${JSON.stringify(session).slice(1)}`;
      expect((await ask(api, team.expert, 'PUT', `/api/sessions/${session.id}`, body)).status).toBe(201);
      expect(({} as Record<string, unknown>).isAdmin).toBeUndefined();
    });

    it.each(UNSTORABLE)('is refused in a name, a filter or a playbook when it is %j', async (text) => {
      const playbook = { ...aPlaybook(), id: 'own', title: text };
      refused(await ask(api, team.lead, 'PUT', '/api/playbooks/own/1', playbook));
      refused(await ask(api, team.admin, 'PATCH', '/api/team', { name: text }));
      refused(await ask(api, team.admin, 'POST', '/api/teams', { name: text }));
      const account = { name: text, email: 'x@example.test', password: PASSWORD };
      refused(await ask(api, bare, 'POST', '/api/auth/sign-up/email', account));
      refused(await ask(api, bare, 'POST', '/api/auth/sign-up/email', { ...account, name: 'X', email: text }));
      refused(await ask(api, bare, 'POST', '/api/auth/sign-in/email', { email: text, password: PASSWORD }));
      refused(await ask(api, team.expert, 'POST', '/api/auth/update-user', { name: text }));
      refused(await ask(api, team.admin, 'PATCH', '/api/team/members/x', { role: text }));
      refused(await ask(api, team.admin, 'POST', '/api/auth/device/approve', { userCode: text }));
    });

    it('is refused in an address when it is NUL or no character at all', async () => {
      for (const piece of ['%00', 'a%00b', '%E0%A4%A', '%FF%FE', '%ED%A0%80']) {
        for (const path of ['sessions', 'invitations', 'devices'])
          refused(await ask(api, team.admin, 'DELETE', `/api/${path}/${piece}`));
        refused(await ask(api, team.admin, 'GET', `/api/sessions/${piece}`));
        refused(await ask(api, team.admin, 'GET', `/api/invitations/${piece}`));
        refused(await ask(api, team.admin, 'GET', `/api/playbooks/${piece}/1`));
      }
      for (const query of ['client=%00', 'expert=a%00', 'cursor=%00', 'from=%00'])
        refused(await ask(api, team.admin, 'GET', `/api/sessions?${query}`));
      refused(await ask(api, team.admin, 'GET', '/api/auth/device?user_code=%00'));
    });

    it.each(FOREIGN)('is a text like any other: %s', async (text) => {
      const note = aNote({ text, flags: [aFlag({ why: text })] });
      const session = aFinished({ title: text, client: { name: text }, notes: [note] });
      expect((await put(api, team.expert, session)).status).toBe(201);
      const read = await ask(api, team.lead, 'GET', `/api/sessions/${session.id}`);
      expect(read.body.session).toEqual(session);
      expect(read.headers.get('content-type')).toContain('application/json');
      const list = await ask(api, team.lead, 'GET', `/api/sessions?client=${encodeURIComponent(text)}`);
      expect((list.body.sessions as { client: string }[]).map(({ client }) => client)).toEqual([text]);
      const named = await ask(api, team.admin, 'PATCH', '/api/team', { name: text });
      expect(named).toMatchObject({ status: 200, body: { name: text } });
    });

    it('finds itself and nothing more when it is a pattern', async () => {
      await put(api, team.expert, aFinished({ client: { name: 'Plain' } }));
      for (const pattern of ['%', '_', '\\', '%%', 'P_ain'])
        expect(
          (await ask(api, team.lead, 'GET', `/api/sessions?client=${encodeURIComponent(`Pl${pattern}`)}`)).body
            .sessions,
        ).toEqual([]);
    });

    it('is refused when there is too much of it', async () => {
      const session = aFinished();
      const many = (length: number, one: unknown) => Array.from({ length }, () => one);
      for (const more of [
        { people: many(101, { id: session.id, name: 'x', role: '', side: 'client' }) },
        { questions: many(1_001, { questionId: 'q', state: 'open', reason: '', at: session.startedAt }) },
        { notes: many(1_002, aNote()) },
        { notes: [aNote({ flags: many(5_001, null) as never })] },
        { notes: many(300_000, 0) },
      ])
        refused(await ask(api, team.expert, 'PUT', `/api/sessions/${session.id}`, { ...session, ...more }));
      refused(await ask(api, bare, 'POST', '/api/auth/sign-up/email', { name: 'x'.repeat(20_000) }));
    });

    it('is refused when it is a time that no calendar here has', async () => {
      for (const time of ['0000-01-01T00:00:00Z', '0001-01-01T00:00:00Z', '1969-12-31T23:59:59Z'])
        for (const at of ['startedAt', 'updatedAt', 'finishedAt'])
          refused(await put(api, team.expert, aFinished({ [at]: time })));
      for (const query of ['from=0000-01-01', 'to=0000-01-01T00:00:00Z', 'from=2026-02-30', 'to=99999-01-01'])
        refused(await ask(api, team.lead, 'GET', `/api/sessions?${query}`));
    });

    it('cannot write a header of ours by an id, an address or a name', async () => {
      const injected = '%0d%0aset-cookie:%20stolen=1%0d%0a';
      for (const path of [`sessions/${injected}`, `invitations/${injected}`, `playbooks/${injected}/1`, injected]) {
        const answer = await ask(api, team.admin, 'GET', `/api/${path}`, undefined);
        refused(answer);
        expect(answer.headers.get('set-cookie')).toBeNull();
      }
      const { headers } = await ask(api, { headers: { 'x-request-id': 'theirs' } }, 'GET', '/health');
      expect(headers.get('x-request-id')).toMatch(/^[0-9a-f-]{36}$/);
      refused(await ask(api, SIGNED_OUT, 'POST', '/api/auth/sign-in/social', { provider: 'x', callbackURL: injected }));
    });

    it.each([
      ['nothing', ''],
      ['no JSON', 'x'],
      ['null', 'null'],
      ['a list', '[]'],
      ['no time', '{"startedAt":"now","id":"01890000-0000-7000-8000-000000000001","of":"x"}'],
      ['year 0', '{"startedAt":"0000-01-01T00:00:00Z","id":"01890000-0000-7000-8000-000000000001","of":"MARK"}'],
      ['SQL', `{"startedAt":"2026-01-01T00:00:00Z","id":"' or 1=1","of":"MARK"}`],
    ])('is no place in a list when its cursor is made of %s', async (_what, text) => {
      for (let n = 0; n < 2; n += 1) await put(api, team.expert, aFinished());
      const page = await ask(api, team.expert, 'GET', '/api/sessions?limit=1');
      const given = JSON.parse(Buffer.from(String(page.body.nextCursor), 'base64url').toString());
      const forged = Buffer.from(text.replace('MARK', given.of)).toString('base64url');
      refused(await ask(api, team.expert, 'GET', `/api/sessions?limit=1&cursor=${forged || 'x'}`));
      refused(await ask(api, team.lead, 'GET', `/api/sessions?limit=1&cursor=${String(page.body.nextCursor)}`));
    });

    it('leaves no trace of an unexpected failure', () => {
      expect(api.logged.filter((line) => /unexpected failure|"status":5/.test(line))).toEqual([]);
    });
  });
});
