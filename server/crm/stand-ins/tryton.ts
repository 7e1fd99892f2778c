import { Hono } from 'hono';
import type { Link } from '../connector';
import { type StandIn, type StoredItem, startStandIn } from './stand-in';
import { startTrytond, TRYTON_PASSWORD } from './trytond';

/** `call` asks it as its administrator, past the door. */
export type TrytonStandIn = StandIn & { call(method: string, params: unknown[]): Promise<unknown> };

/** The real Tryton behind a door that can be slammed: what goes wrong is the door's, what is stored is Tryton's. */
export async function trytonStandIn(): Promise<TrytonStandIn> {
  const real = await startTrytond();
  const app = new Hono().all('*', async (c) => {
    const answer = await fetch(real.address + c.req.path, {
      method: c.req.method,
      headers: { 'content-type': 'application/json', authorization: c.req.header('authorization') ?? '' },
      body: await c.req.text(),
    });
    return new Response(await answer.text(), {
      status: answer.status,
      headers: { 'content-type': 'application/json' },
    });
  });
  const call = await signedIn(real.address, real.database);
  const party = async (name: string, type: 'email' | 'website', value: string): Promise<number> => {
    const values = { name, contact_mechanisms: [['create', [{ type, value }]]] };
    const [id] = (await call('model.party.party.create', [[values]])) as number[];
    return id ?? 0;
  };
  const standIn = await startStandIn({
    app,
    part: (origin) => ({
      settings: { address: origin, database: real.database, user: 'admin' },
      secret: { password: TRYTON_PASSWORD },
      async items() {
        const notes = (await call('model.ir.note.search_read', [[], 0, null, null, ['message', 'resource']])) as {
          id: number;
          message: string;
          resource: string;
        }[];
        return notes.map(({ id, message, resource }): StoredItem => {
          const [title = '', ...rest] = message.split('\n');
          const [model, record = ''] = resource.split(',');
          const links: Link[] = [{ kind: model === 'sale.opportunity' ? 'opportunity' : 'person', id: record }];
          return { kind: 'note', id: String(id), title, body: rest.join('\n').trim(), due: null, links };
        });
      },
      addPerson: async ({ name, email }) => ({ kind: 'person', id: String(await party(name, 'email', email)) }),
      addCompany: async ({ name, domain }) => ({
        kind: 'company',
        id: String(await party(name, 'website', `https://www.${domain}/`)),
      }),
      deleteItem: async (_kind, id) => void (await call('model.ir.note.delete', [[Number(id)]])),
      async valuesOf({ kind, id }) {
        const model = kind === 'opportunity' ? 'sale.opportunity' : 'party.party';
        const [row] = (await call(`model.${model}.read`, [[Number(id)], ['name', 'code']])) as Record<
          string,
          unknown
        >[];
        return row ?? {};
      },
    }),
  });
  return {
    ...standIn,
    call,
    async stop() {
      await standIn.stop();
      await real.stop();
    },
  };
}

/** Straight to it, as its own client. */
async function signedIn(address: string, database: string) {
  let authorization = '';
  const call = async (method: string, params: unknown[]): Promise<unknown> => {
    const answer = await fetch(`${address}/${database}/`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization },
      body: JSON.stringify({ id: 1, method, params: method.startsWith('common') ? params : [...params, {}] }),
    });
    const { result, error } = (await answer.json()) as { result?: unknown; error?: unknown };
    if (error) throw new Error(JSON.stringify(error));
    return result;
  };
  const [id, key] = (await call('common.db.login', ['admin', { password: TRYTON_PASSWORD }, 'en'])) as [number, string];
  authorization = `Session ${Buffer.from(`admin:${id}:${key}`).toString('base64')}`;
  return call;
}
