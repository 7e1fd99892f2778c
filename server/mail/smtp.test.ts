import { afterEach, expect, it } from 'vitest';
import type { Mail } from './mail';
import { createSmtp } from './smtp';
import { readSmtpUrl, type SmtpSettings } from './smtp-settings';
import { type Fault, type SmtpStandIn, STAND_IN_CERTIFICATE, STAND_IN_LOGIN, smtpStandIn } from './stand-in';

const MAIL: Mail = {
  id: '019ab000-0000-7000-8000-000000000001',
  teamId: 't-1',
  to: 'nia@example.test',
  subject: 'An invitation — à vous',
  text: 'Hello,\n\nhttps://eitherway.test/join/t-1.a-long-secret\n\n.\nkind regards',
};
const FROM = { name: 'Eitherway', address: 'mail@eitherway.test' };
const { cert: ca } = STAND_IN_CERTIFICATE;

const running: SmtpStandIn[] = [];
afterEach(async () => {
  for (const one of running.splice(0)) await one.stop();
});
async function standIn(options: Parameters<typeof smtpStandIn>[0] = {}, ...faults: Fault[]) {
  const one = await smtpStandIn(options);
  one.faults.push(...faults);
  running.push(one);
  return one;
}
const to = (port: number, change: Partial<SmtpSettings> = {}): SmtpSettings => ({
  host: '127.0.0.1',
  port,
  tls: 'none',
  login: null,
  ...change,
});

it('hands over plain text, once, from the sender that was set, marked as sent by no person', async () => {
  const { port, received } = await standIn();
  expect(await createSmtp({ smtp: to(port), from: FROM }).deliver(MAIL)).toEqual({ kind: 'accepted' });
  expect(received).toHaveLength(1);
  const [{ raw = '', to: recipient } = {}] = received;
  expect(recipient).toBe(MAIL.to);
  expect(raw).toMatch(/^From: Eitherway <mail@eitherway\.test>\r$/m);
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r$/m);
  expect(raw).toMatch(new RegExp(`^Message-ID: <${MAIL.id}@eitherway\\.test>\r$`, 'm'));
  expect(raw).toMatch(/^Content-Type: text\/plain; charset=utf-8\r$/m);
  expect(raw).not.toMatch(/text\/html|x-mailer|multipart/i);
});

it('signs in over TLS that was begun for it', async () => {
  const { port, received } = await standIn({ certificate: STAND_IN_CERTIFICATE, login: true });
  const smtp = to(port, { host: 'localhost', tls: 'required', login: STAND_IN_LOGIN });
  expect(await createSmtp({ smtp, from: FROM, ca }).deliver(MAIL)).toEqual({ kind: 'accepted' });
  expect(received).toMatchObject([{ encrypted: true, login: 'mailer' }]);
});

it('hands nothing to a server with a certificate that nobody vouches for', async () => {
  const { port, received } = await standIn({ certificate: STAND_IN_CERTIFICATE });
  const tried = await createSmtp({ smtp: to(port, { host: 'localhost', tls: 'required' }), from: FROM }).deliver(MAIL);
  expect(tried).toMatchObject({ kind: 'later', code: null });
  expect(received).toHaveLength(0);
});

it('hands nothing to a server of another name than its certificate’s', async () => {
  const { port, received } = await standIn({ certificate: STAND_IN_CERTIFICATE });
  const named = (host: string) => createSmtp({ smtp: to(port, { tls: 'required', host }), from: FROM, ca });
  expect(await named('127.0.0.1').deliver(MAIL)).toMatchObject({ kind: 'later', code: null });
  expect(received).toHaveLength(0);
  expect(await named('localhost').deliver(MAIL)).toEqual({ kind: 'accepted' });
  expect(received).toHaveLength(1);
});

it('hands nothing to a server without TLS when TLS is asked for', async () => {
  const { port, received } = await standIn();
  const tried = await createSmtp({ smtp: to(port, { tls: 'required' }), from: FROM }).deliver(MAIL);
  expect(tried).toMatchObject({ kind: 'later' });
  expect(received).toHaveLength(0);
});

it.each<[Fault, unknown]>([
  ['later-at-recipient', { kind: 'later', code: 451 }],
  ['refused-at-recipient', { kind: 'refused', code: 550 }],
  ['refused-at-text', { kind: 'refused', code: 554 }],
  ['drops-after-text', { kind: 'later', code: null }],
  ['silent', { kind: 'later', code: null }],
])('tells %s from the others', async (fault, expected) => {
  const { port } = await standIn({}, fault);
  const tryMs = fault === 'silent' ? 300 : 10_000;
  expect(await createSmtp({ smtp: to(port), from: FROM, tryMs }).deliver(MAIL)).toMatchObject(expected as object);
});

it('leaves a wrong password to the operator, and the mail for later', async () => {
  const { port } = await standIn({ certificate: STAND_IN_CERTIFICATE, login: true });
  const smtp = to(port, { host: 'localhost', tls: 'required', login: { user: 'mailer', pass: 'wrong' } });
  expect(await createSmtp({ smtp, from: FROM, ca }).deliver(MAIL)).toMatchObject({ kind: 'later', code: 535 });
});

it('waits for a server that is not there', async () => {
  const { port, stop } = await smtpStandIn();
  await stop();
  expect(await createSmtp({ smtp: to(port), from: FROM }).deliver(MAIL)).toMatchObject({ kind: 'later', code: null });
});

it.each([
  ['smtp://mail.example.com', { host: 'mail.example.com', port: 587, tls: 'required', login: null }],
  ['smtps://a%40b:p%3Aw@mail.example.com', { port: 465, tls: 'wrapped', login: { user: 'a@b', pass: 'p:w' } }],
  ['smtp://localhost:25', { host: 'localhost', port: 25, tls: 'none' }],
  ['smtp://[::1]:25', { host: '::1', tls: 'none' }],
  ['smtp://127.0.0.1?tls=required', { tls: 'required' }],
  ['smtp://mail.internal:25/?tls=none', { port: 25, tls: 'none' }],
])('reads %s', (url, expected) => {
  expect(readSmtpUrl(url)).toMatchObject(expected);
});

it.each([
  'http://mail.example.com',
  'mail.example.com:25',
  'smtp://',
  'smtp://mail.example.com?tls=maybe',
  'smtps://mail.example.com?tls=none',
  'smtp://mail.example.com?rejectUnauthorized=false',
  'smtp://mail.example.com/path',
  'smtp://:secret@mail.example.com',
  'smtp://a:%E0%A4%A@mail.example.com',
])('refuses %s', (url) => {
  expect(readSmtpUrl(url)).toBeNull();
});
