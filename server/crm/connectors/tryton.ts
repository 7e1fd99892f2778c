import * as z from 'zod/mini';
import { type Caps, defineCrm, type Link } from '../connector';
import { CrmError } from '../crm-error';
import { hasLink } from '../has-link';
import { asFields, byDomain, byEmails, escapeLike, fieldsOf, MODEL } from './tryton-records';
import { trytonSession } from './tryton-session';

const CAPS: Caps = {
  key: 'locate',
  body: 'text',
  maxBody: 100_000,
  maxTitle: 200,
  tasks: false,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
/** A note may be written by who may write what it is on. Source: Tryton 6.0, trytond/ir/resource.py. */
const NEEDED: Record<string, readonly string[]> = {
  'ir.note': ['read', 'write', 'create', 'delete'],
  'party.party': ['read', 'write'],
  'party.contact_mechanism': ['read'],
};

const Rights = z.record(z.string(), z.record(z.string(), z.union([z.boolean(), z.number()])));
const Notes = z.array(z.object({ id: z.int(), message: z.nullable(z.string()) }));
const Ids = z.array(z.int());

/** Tryton's JSON-RPC, as its own client speaks it. Source: tried against Tryton 6.0. */
export const trytonCrm = defineCrm({
  id: 'tryton',
  name: 'Tryton',
  fields: [
    { name: 'address', label: 'crmAddress', hint: 'crmAddressHint', kind: 'url', required: true },
    { name: 'database', label: 'crmTrytonDatabase', hint: null, kind: 'text', required: true },
    { name: 'user', label: 'crmTrytonUser', hint: 'crmTrytonUserHint', kind: 'text', required: true },
    { name: 'password', label: 'crmPassword', hint: null, kind: 'secret', required: true },
  ],
  oauth: null,
  hosts: null,
  pace: [{ name: 'all', requests: 20, perMs: 1_000 }],
  // On SQLite, its database when none is set up, it writes for one request at a time and lets the others wait.
  atOnce: 2,
  open(opened) {
    const { address = '', database = '' } = opened.settings;
    const call = trytonSession(opened);
    const caps = { ...CAPS };

    const rightsTo = (models: readonly string[]) => call('read', 'ir.model.access.get_access', [models], Rights);
    /** Whether its module is installed and this user may write it. */
    async function hasOpportunities(): Promise<boolean> {
      try {
        const rights = (await rightsTo([MODEL.opportunity]))[MODEL.opportunity];
        return Boolean(rights?.read && rights.write);
      } catch (error) {
        if (error instanceof CrmError && error.code === 'no-such-model') return false;
        throw error;
      }
    }
    /** What was refused may have been refused because its record is not there any more. */
    async function orGone<T>(link: Link, writing: Promise<T>): Promise<T> {
      try {
        return await writing;
      } catch (error) {
        if (!(error instanceof CrmError) || error.kind !== 'bad') throw error;
        const here = [['id', '=', Number(link.id)]];
        const [there] = await call('read', `${MODEL[link.kind]}.search`, [here, 0, 1, null], Ids);
        throw there === undefined ? new CrmError('gone') : error;
      }
    }

    return {
      caps,
      async check() {
        const rights = await rightsTo(Object.keys(NEEDED));
        const missing = Object.entries(NEEDED).flatMap(([model, needed]) =>
          needed.flatMap((right) => (rights[model]?.[right] ? [] : [`${model} ${right}`])),
        );
        const kinds = (await hasOpportunities()) ? CAPS.kinds : CAPS.kinds.filter((kind) => kind !== 'opportunity');
        Object.assign(caps, { kinds, fields: kinds });
        return { id: `${address}/${database}`, name: `${database} at ${new URL(address).host}`, url: null, missing };
      },
      fields: (kind) => fieldsOf(call, kind),
      find: (query) => ('domain' in query ? byDomain(call, query.domain) : byEmails(call, query.emails)),
      /** Wherever it stands: its record may have been merged into another meanwhile. */
      async locate({ url }) {
        const wanted = [['message', 'like', `%${escapeLike(url)}%`]];
        const first = [['id', 'ASC']];
        const found = await call('read', 'ir.note.search_read', [wanted, 0, 50, first, ['message']], Notes);
        const note = found.find(({ message }) => hasLink(message ?? '', url));
        return note ? { id: String(note.id), url: null } : null;
      },
      async put({ title, body, links }, known) {
        const [link] = links;
        if (!link) throw new CrmError('bad', { code: 'no-record' });
        const values = { resource: `${MODEL[link.kind]},${link.id}`, message: `${title}\n\n${body}` };
        if (known !== null) {
          await orGone(link, call('repeatable', 'ir.note.write', [[Number(known)], values], z.unknown()));
          return { id: known, url: null };
        }
        const [id] = await orGone(link, call('create', 'ir.note.create', [[values]], Ids));
        return { id: String(id), url: null };
      },
      async set(on, values) {
        const written = await asFields(call, on.kind, values);
        await call('repeatable', `${MODEL[on.kind]}.write`, [[Number(on.id)], written], z.unknown());
      },
      async remove(_kind, id) {
        await call('repeatable', 'ir.note.delete', [[Number(id)]], z.unknown()).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
        });
      },
      async addPerson({ name, email }) {
        const party = { name, contact_mechanisms: [['create', [{ type: 'email', value: email }]]] };
        const [id] = await call('create', 'party.party.create', [[party]], Ids);
        return { kind: 'person', id: String(id), name, detail: email, url: null };
      },
    };
  },
});
