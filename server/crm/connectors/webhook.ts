import { createHmac } from 'node:crypto';
import { v5 } from 'uuid';
import { type Caps, defineCrm, type Item, type Secret } from '../connector';
import { CrmError } from '../crm-error';
import { hashOf } from '../links';
import { createVendor } from '../vendor';

/** The namespace of the ids of our messages, made once. */
const MESSAGES = '0b1a2c7e-9d5e-5c61-8a3d-6a1f0c9be214';

const CAPS: Caps = {
  key: 'upsert',
  body: 'markdown',
  // Receivers take 20 kB: three bytes for each of these at most, and room for the rest of a message.
  maxBody: 6_000,
  maxTitle: 200,
  tasks: true,
  kinds: [],
  fields: [],
};

/** Signed messages to an address of the team's. Source: Standard Webhooks 1.0.0 (standardwebhooks.com). */
export const webhookCrm = defineCrm({
  id: 'webhook',
  name: 'Webhook',
  fields: [
    { name: 'url', label: 'crmWebhookUrl', hint: 'crmWebhookUrlHint', kind: 'url', required: true, exact: true },
    { name: 'secret', label: 'crmWebhookSecret', hint: 'crmWebhookSecretHint', kind: 'secret', required: true },
    { name: 'previous', label: 'crmWebhookPrevious', hint: 'crmWebhookPreviousHint', kind: 'secret', required: false },
  ],
  oauth: null,
  hosts: null,
  pace: [{ name: 'all', requests: 20, perMs: 1_000 }],
  open({ settings, secret, outgoing, now }) {
    /** The same message has the same id however often it is sent, so that the receiver takes it once; what changes back is another. */
    async function tell(type: string, data: Record<string, unknown>, lastWritten: string | null = null): Promise<void> {
      const body = JSON.stringify({ type, timestamp: now().toISOString(), data });
      const id = v5(hashOf([type, data, lastWritten]), MESSAGES);
      const timestamp = Math.floor(now().getTime() / 1_000);
      const signed = signaturesOf(await secret(), id, timestamp, body);
      const ask = createVendor({
        outgoing: (request) =>
          outgoing({ ...request, body, headers: { ...request.headers, 'content-type': 'application/json' } }),
        base: settings.url ?? '',
        headers: async () => ({
          'webhook-id': `msg_${id}`,
          'webhook-timestamp': String(timestamp),
          'webhook-signature': signed.join(' '),
        }),
        now,
        refusal: ({ status }) => {
          if (status === 410) return { kind: 'config', code: 'receiver-gone' };
          // There are no records to be gone: the receiver is not where it will be again.
          return status === 404 ? { kind: 'retry' } : null;
        },
      });
      await ask({ method: 'POST', path: '', effect: 'repeatable', answer: null });
    }
    const dataOf = ({ kind, key, title, body, url, at, minutes, due }: Item) =>
      kind === 'task' ? { key, title, body, url, due } : { key, title, body, url, at, minutes };
    return {
      caps: { ...CAPS },
      async check() {
        await tell('connection.checked', {});
        return { id: settings.url ?? '', name: new URL(settings.url ?? '').host, url: null, missing: [] };
      },
      fields: async () => [],
      find: async () => [],
      // Whether it came is the receiver's to know; the same message again is harmless.
      locate: async ({ key }) => ({ id: key, url: null }),
      async put(item) {
        await tell(`session.${item.kind}.put`, dataOf(item), item.lastWritten);
        return { id: item.key, url: null };
      },
      set: async () => {},
      remove: (kind, id, lastWritten) => tell(`session.${kind}.removed`, { key: id }, lastWritten),
    };
  },
});

/** One signature for each secret that is in use, so that a receiver may change theirs without losing a message. */
function signaturesOf({ secret = '', previous }: Secret, id: string, timestamp: number, body: string): string[] {
  return [secret, ...(previous ? [previous] : [])].map((each) => {
    const signature = createHmac('sha256', keyOf(each)).update(`msg_${id}.${timestamp}.${body}`).digest('base64');
    return `v1,${signature}`;
  });
}

/** 24 to 64 bytes; a slip of the pen is refused, not signed with. */
function keyOf(secret: string): Buffer {
  const text = secret.trim().replace(/^whsec_/, '');
  const key = Buffer.from(text, 'base64');
  if (!/^[A-Za-z0-9+/]+=*$/.test(text) || key.length < 24 || key.length > 64)
    throw new CrmError('config', { code: 'secret-length' });
  return key;
}
