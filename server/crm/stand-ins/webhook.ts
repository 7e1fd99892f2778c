import { randomBytes } from 'node:crypto';
import { Hono } from 'hono';
import { Webhook } from 'standardwebhooks';
import type { ItemKind } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';

type Message = { type: string; data: { key: string; title: string; body: string; due?: string | null } };

/** A receiver that believes signed messages only, each once. */
export async function webhookStandIn(): Promise<StandIn> {
  const secret = `whsec_${randomBytes(32).toString('base64')}`;
  const webhook = new Webhook(secret);
  const items = new Map<string, StoredItem>();
  const taken = new Set<string>();
  const app = new Hono().post('/', async (c) => {
    const body = await c.req.text();
    const id = c.req.header('webhook-id') ?? '';
    try {
      webhook.verify(body, Object.fromEntries(c.req.raw.headers));
    } catch {
      return c.json({}, 401);
    }
    if (!taken.has(id)) take(JSON.parse(body));
    taken.add(id);
    return c.body(null, 204);
  });
  function take({ type, data }: Message): void {
    const [, kind, done] = /^session\.(note|task)\.(put|removed)$/.exec(type) ?? [];
    if (done === 'removed') items.delete(data.key);
    if (done === 'put')
      items.set(data.key, {
        kind: kind as ItemKind,
        id: data.key,
        title: data.title,
        body: data.body,
        due: data.due ?? null,
        links: [],
      });
  }
  return startStandIn({
    app,
    part: (origin) => ({
      settings: { url: origin },
      secret: { secret },
      items: () => [...items.values()],
      addPerson: () => ({ kind: 'person', id: 'none' }),
      addCompany: () => ({ kind: 'company', id: 'none' }),
      deleteItem: (_kind, id) => void items.delete(id),
      valuesOf: () => ({}),
    }),
  });
}
