import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { aNo } from '@/test/fixtures';
import { onEachDatabase, type TestApi } from '../test-api';
import { aFinished, ask, aTeam, put, SIGNED_OUT, type Team } from '../test-people';
import type { MailResult } from './mail';
import { Mail } from './mail';
import { type Fault, STAND_IN_CERTIFICATE, STAND_IN_LOGIN, smtpStandIn } from './stand-in';
import type { MailOptions } from './start-mail';

const standIn = await smtpStandIn({ certificate: STAND_IN_CERTIFICATE, login: true });
afterAll(() => standIn.stop());
const results: MailResult[] = [];
const mail: MailOptions = {
  smtp: { host: 'localhost', port: standIn.port, tls: 'required', login: STAND_IN_LOGIN },
  from: { name: 'Eitherway', address: 'mail@eitherway.test' },
  ca: STAND_IN_CERTIFICATE.cert,
  restSeconds: 1,
  lookSeconds: 0.5,
  onResult: (result) => results.push(result),
};

describe('mail', () => {
  onEachDatabase(
    (api) => {
      let team: Team;
      beforeAll(async () => {
        team = await aTeam(api, 'Alpha');
      });
      let asked = 0;
      const invited = async (...faults: Fault[]) => {
        standIn.faults.push(...faults);
        asked += 1;
        const email = `nia-${asked}-${Date.now()}@example.test`;
        const { body, status } = await ask(api, team.admin, 'POST', '/api/invitations', { role: 'expert', email });
        expect(status).toBe(201);
        return { ...(body as { id: string; link: string; mailed: boolean }), email };
      };
      const received = (email: string) => standIn.received.filter(({ to }) => to === email);
      const ended = (id: string) => expect.poll(() => results.find((one) => one.id === id), { timeout: 30_000 });
      const stateOf = async (id: string) => {
        const { body } = await ask(api, team.lead, 'GET', '/api/invitations');
        return (body.invitations as { id: string; mail: string }[]).find((one) => one.id === id)?.mail;
      };
      const linkIn = (raw = '') => raw.replaceAll('=\r\n', '').includes.bind(raw.replaceAll('=\r\n', ''));

      it('brings an invitation to the one invited, once, with a link that works', async () => {
        const { id, link, email, mailed } = await invited();
        expect(mailed).toBe(true);
        await ended(id).toMatchObject({ state: 'sent', teamId: team.id });
        const [one, ...more] = received(email);
        expect(more).toHaveLength(0);
        expect(one).toMatchObject({ encrypted: true, login: 'mailer' });
        expect(linkIn(one?.raw)(link)).toBe(true);
        expect((await ask(api, SIGNED_OUT, 'GET', link.replace(/.*\/join/, '/api/invitations'))).status).toBe(200);
        await expect.poll(() => stateOf(id)).toBe('sent');
      });

      it('brings a client the questions before a call, or the record after it, when their expert says so', async () => {
        const to = (name: string) => `${name}-${Date.now()}@client.test`;
        const link = { id: v7(), selfCheckId: 'is-a-talk-worth-it', forEmail: to('kim'), mail: true };
        const made = await ask(api, team.expert, 'POST', '/api/client-links', link);
        expect(made.body.mailed).toBe(true);
        await ended(link.id).toMatchObject({ state: 'sent' });
        const [check, ...more] = received(link.forEmail);
        expect(more).toEqual([]);
        expect(linkIn(check?.raw)(String(made.body.address))).toBe(true);
        expect(check?.raw).not.toMatch(/text\/html|unsubscribe/i);

        const session = aFinished({ decision: aNo() });
        await put(api, team.expert, session);
        const reader = to('lea');
        const mailed = await ask(api, team.expert, 'POST', `/api/sessions/${session.id}/record/mail`, { to: reader });
        expect(mailed.status).toBe(200);
        await expect.poll(() => received(reader).length, { timeout: 30_000 }).toBe(1);
        expect(linkIn(received(reader)[0]?.raw)(String(mailed.body.address))).toBe(true);
        expect(api.logged.join('')).not.toContain(String(mailed.body.address).split('.').at(-1));
        const quiet = await ask(api, team.expert, 'POST', '/api/client-links', { ...link, id: v7(), mail: false });
        expect(quiet.body.mailed).toBe(false);
      });

      it('comes again to who asked it to come later', async () => {
        const { id, email } = await invited('later-at-recipient');
        await ended(id).toMatchObject({ state: 'sent' });
        expect(received(email)).toHaveLength(1);
      });

      it('is given up at once when it is refused, which the team is shown', async () => {
        const before = standIn.calls();
        const { id, email } = await invited('refused-at-recipient');
        await ended(id).toMatchObject({ state: 'refused', code: 550 });
        expect(standIn.calls()).toBe(before + 1);
        expect(received(email)).toHaveLength(0);
        await expect.poll(() => stateOf(id)).toBe('refused');
      });

      it('is the same message when it was in doubt whether it arrived', async () => {
        const { id, email } = await invited('drops-after-text');
        await ended(id).toMatchObject({ state: 'sent' });
        const ids = received(email).map(({ raw }) => /^Message-ID: (.*)\r$/m.exec(raw)?.[1]);
        expect(ids).toEqual([`<${id}@eitherway.test>`, `<${id}@eitherway.test>`]);
      });

      it('leaves neither link nor address nor password in the queue or the log', async () => {
        const { id, link, email } = await invited('later-at-recipient');
        await ended(id).toMatchObject({ state: 'sent' });
        const { rows } = await api.pool.query("select * from pgboss.job where name = 'mail'");
        expect(rows.map((row) => row.id)).toContain(id);
        const kept = JSON.stringify(rows) + api.logged.join('');
        expect(api.logged.join('')).toContain('"part":"mail"');
        for (const secret of [link.split('/join/')[1] ?? '-', email, STAND_IN_LOGIN.pass, 'greylisted'])
          expect(kept).not.toContain(secret);
      });

      it('is not asked of an address that is none, or more than one', async () => {
        for (const email of [
          'nia',
          'a@example.test, b@example.test',
          'a@example.test\r\nBcc: b@example.test',
          '<a@b.test>',
        ])
          expect((await ask(api, team.admin, 'POST', '/api/invitations', { role: 'expert', email })).status).toBe(422);
      });

      it('is told to the web app', async () => {
        expect((await ask(api, team.lead, 'GET', '/api/me')).body.mail).toBe(true);
      });
    },
    { mail },
  );
});

describe('without mail', () => {
  onEachDatabase((api: TestApi) => {
    it('an invitation is a link to pass on, to whomever it was to go', async () => {
      const team = await aTeam(api, 'Beta');
      const made = await ask(api, team.admin, 'POST', '/api/invitations', {
        role: 'expert',
        email: 'nia@example.test',
      });
      expect(made.body).toMatchObject({ mailed: false, link: expect.stringContaining('/join/') });
      expect((await ask(api, team.lead, 'GET', '/api/me')).body.mail).toBe(false);
      const { body } = await ask(api, team.lead, 'GET', '/api/invitations');
      expect(body.invitations).toContainEqual(expect.objectContaining({ id: made.body.id, mail: null }));
    });
  });
});

it('has a subject of one line, whatever it is given', () => {
  const given = { id: '019ab000-0000-7000-8000-000000000001', teamId: 't', to: 'a@example.test', text: 'Hello' };
  const { subject } = Mail.parse({ ...given, subject: 'Hello\r\nBcc: b@example.test\u2028and\u202eso on' });
  expect(subject).toBe('Hello Bcc: b@example.test and so on');
  expect(() => Mail.parse({ ...given, subject: '\r\n' })).toThrow();
  expect(() => Mail.parse({ ...given, subject: 'x', to: 'a@example.test\r\nBcc: b@example.test' })).toThrow();
});
