import { randomBytes } from 'node:crypto';
import { v7 } from 'uuid';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Item } from '../connector';
import { plainOutgoing } from '../stand-ins/plain-outgoing';
import type { StandIn } from '../stand-ins/stand-in';
import { webhookStandIn } from '../stand-ins/webhook';
import { webhookCrm } from './webhook';

const anItem = (body: string): Item => ({
  kind: 'note',
  key: v7(),
  title: 'Diagnosis',
  body,
  url: `https://eitherway.example/sessions/${v7()}`,
  at: '2026-03-02T10:00:00.000Z',
  minutes: 45,
  due: null,
  links: [],
});

describe('a receiver that takes each message once', () => {
  let receiver: StandIn;
  beforeAll(async () => {
    receiver = await webhookStandIn();
  });
  afterAll(() => receiver.stop());
  const open = (secret = receiver.secret) =>
    webhookCrm.open({
      settings: receiver.settings,
      secret: async () => secret,
      renewed: async () => secret,
      outgoing: plainOutgoing,
      origin: null,
      now: () => new Date(),
    });
  const bodies = async ({ key }: Item) =>
    (await receiver.items()).filter(({ id }) => id === key).map(({ body }) => body);

  it('has what changed back to what it was', async () => {
    const item = anItem('first');
    const connector = open();
    const at = (minute: number) => `2026-03-02T11:0${minute}:00.000Z`;
    await connector.put(item, null);
    await connector.put({ ...item, body: 'second', lastWritten: at(1) }, item.key);
    await connector.put({ ...item, lastWritten: at(2) }, item.key);
    expect(await bodies(item)).toEqual(['first']);
    await connector.remove('note', item.key, at(3));
    await connector.put({ ...item, lastWritten: at(3) }, null);
    expect(await bodies(item)).toEqual(['first']);
    await connector.remove('note', item.key, at(4));
    expect(await bodies(item)).toEqual([]);
  });

  it('is not told an old state by a message that comes late', async () => {
    const item = anItem('first');
    const connector = open();
    await connector.put(item, null);
    await connector.put({ ...item, body: 'second', lastWritten: '2026-03-02T11:00:00.000Z' }, item.key);
    await connector.put(item, null);
    expect(await bodies(item)).toEqual(['second']);
  });

  it('believes no one else', async () => {
    await expect(open({ secret: `whsec_${randomBytes(32).toString('base64')}` }).check()).rejects.toMatchObject({
      kind: 'auth',
    });
  });

  it('has no records to be linked to', async () => {
    expect(await open().find({ emails: ['ines@nordlicht.example'] })).toEqual([]);
    expect(open().caps).toMatchObject({ key: 'upsert', kinds: [], fields: [] });
  });
});
