import { randomBytes } from 'node:crypto';
import { Webhook } from 'standardwebhooks';
import { v7 } from 'uuid';
import { describe, expect, it } from 'vitest';
import type { Item, Secret } from '../connector';
import type { Outgoing, OutgoingRequest } from '../outgoing/outgoing';
import { webhookCrm } from './webhook';

const aSecret = (bytes = 32) => `whsec_${randomBytes(bytes).toString('base64')}`;
const MINUTE = 60_000;

function anItem(change: Partial<Item> = {}): Item {
  const session = v7();
  const url = `https://eitherway.example/sessions/${session}`;
  return {
    kind: 'note',
    key: v7(),
    title: 'Diagnosis',
    body: `They measure it themselves.\n\n<${url}>`,
    url,
    at: '2026-03-02T10:00:00.000Z',
    minutes: 45,
    due: null,
    links: [],
    ...change,
  };
}

/** A connector whose requests are kept; they are answered with `status`. */
function anOpened({ secret = { secret: aSecret() } as Secret, url = 'https://hooks.example/in', status = 204 } = {}) {
  const sent: OutgoingRequest[] = [];
  const clock = { now: new Date() };
  const outgoing: Outgoing = async (request) => {
    sent.push(request);
    return { status, headers: new Headers(), text: '' };
  };
  const connector = webhookCrm.open({
    settings: { url },
    secret: async () => secret,
    renewed: async () => secret,
    outgoing,
    origin: null,
    now: () => clock.now,
  });
  return { connector, sent, clock, last: () => sent.at(-1) as OutgoingRequest };
}
const verified = (secret: string, { body = '', headers }: OutgoingRequest) =>
  new Webhook(secret).verify(body, { ...headers });

describe('a signed message', () => {
  it('is believed by the library that others verify with', async () => {
    const secret = aSecret();
    const { connector, last } = anOpened({ secret: { secret } });
    const item = anItem();
    await connector.put(item, null);
    expect(verified(secret, last())).toMatchObject({
      type: 'session.note.put',
      data: { key: item.key, url: item.url, title: 'Diagnosis', body: item.body, at: item.at, minutes: 45 },
    });
    const { headers, body = '' } = last();
    const at = new Date(Number(headers['webhook-timestamp']) * 1_000);
    expect(headers['webhook-signature']).toBe(new Webhook(secret).sign(headers['webhook-id'] ?? '', at, body));
  });

  it.each([24, 32, 64])('is signed with a secret of %i bytes, with its prefix or without', async (bytes) => {
    const secret = aSecret(bytes);
    for (const each of [secret, secret.replace('whsec_', ''), ` ${secret}\n`]) {
      const { connector, last } = anOpened({ secret: { secret: each } });
      await connector.check();
      expect(verified(secret, last())).toMatchObject({ type: 'connection.checked' });
    }
  });

  it.each(['', 'whsec_', aSecret(23), aSecret(65), 'whsec_not base64, but long enough to be a secret'])(
    'is not sent at all rather than signed with %j',
    async (secret) => {
      for (const each of [{ secret }, ...(secret ? [{ secret: aSecret(), previous: secret }] : [])]) {
        const { connector, sent } = anOpened({ secret: each });
        await expect(connector.check()).rejects.toMatchObject({ kind: 'config', code: 'secret-length' });
        expect(sent).toEqual([]);
      }
    },
  );

  it('is refused when it was tampered with, and when it is six minutes old', async () => {
    const secret = aSecret();
    const { connector, last, clock } = anOpened({ secret: { secret } });
    await connector.put(anItem(), null);
    const { body = '', headers } = last();
    expect(() => verified(secret, { ...last(), body: body.replace('Diagnosis', 'Verdict') })).toThrow();
    expect(() => verified(secret, { ...last(), headers: { ...headers, 'webhook-id': 'msg_other' } })).toThrow();
    expect(() => verified(aSecret(), last())).toThrow();
    clock.now = new Date(Date.now() - 6 * MINUTE);
    await connector.put(anItem(), null);
    expect(() => verified(secret, last())).toThrow();
  });

  it('carries two signatures while secrets change, each believed by itself', async () => {
    const [secret, previous] = [aSecret(), aSecret()];
    const { connector, last } = anOpened({ secret: { secret, previous } });
    await connector.put(anItem(), null);
    expect(last().headers['webhook-signature']?.split(' ')).toHaveLength(2);
    for (const each of [secret, previous]) expect(() => verified(each, last())).not.toThrow();
  });

  it('has the same id when it is sent again, and a signature of its own moment', async () => {
    const { connector, sent, clock } = anOpened();
    const item = anItem();
    await connector.put(item, null);
    clock.now = new Date(clock.now.getTime() + 90 * MINUTE);
    await connector.put(item, item.key);
    const [one, two] = sent.map(({ headers }) => headers);
    expect(two?.['webhook-id']).toBe(one?.['webhook-id']);
    expect(two?.['webhook-signature']).not.toBe(one?.['webhook-signature']);
  });

  it('has another id for other content, another item, and what happened since', async () => {
    const { connector, sent } = anOpened();
    const item = anItem();
    for (const each of [
      item,
      { ...item, title: 'Other' },
      { ...item, key: v7() },
      { ...item, kind: 'task' as const },
      { ...item, lastWritten: '2026-03-02T11:00:00.000Z' },
    ])
      await connector.put(each, null);
    await connector.remove('note', item.key);
    await connector.remove('note', item.key, '2026-03-02T11:00:00.000Z');
    expect(new Set(sent.map(({ headers }) => headers['webhook-id'])).size).toBe(7);
  });

  it('stays below 20 kB, whatever the script', async () => {
    const { connector, last } = anOpened();
    const { maxBody, maxTitle } = connector.caps;
    const url = `https://eitherway.${'long.'.repeat(20)}example/sessions/${v7()}`;
    for (const sign of ['漢', 'ü', '"', '\n', '😀']) {
      const fill = (length: number) => sign.repeat(length / sign.length);
      await connector.put(anItem({ url, body: fill(maxBody), title: fill(maxTitle) }), null);
      expect(Buffer.byteLength(last().body ?? '')).toBeLessThan(20_000);
    }
  });

  it('goes to the very address that was given', async () => {
    const { connector, last } = anOpened({ url: 'https://hooks.example/a/b?of=team%201' });
    await connector.check();
    expect(last()).toMatchObject({ method: 'POST', url: 'https://hooks.example/a/b?of=team%201' });
  });
});

describe('what a receiver answers', () => {
  it.each([200, 201, 202, 204, 299])('%i is success', async (status) => {
    await expect(anOpened({ status }).connector.put(anItem(), null)).resolves.toMatchObject({ url: null });
  });

  it.each([
    [410, 'config', 'receiver-gone'],
    [301, 'config', 'redirected'],
    [307, 'config', 'redirected'],
    [404, 'retry', null],
    [429, 'retry', null],
    [500, 'retry', null],
    [503, 'retry', null],
    [401, 'auth', null],
    [403, 'config', 'right-missing'],
    [400, 'bad', null],
  ])('%i is %s (%s)', async (status, kind, code) => {
    await expect(anOpened({ status }).connector.put(anItem(), null)).rejects.toMatchObject({ kind, code });
  });
});
