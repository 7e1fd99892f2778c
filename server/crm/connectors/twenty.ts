import { type Caps, defineCrm, type RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import { remembered } from '../remembered';
import { twentyAsk, twentyPage, workspaceAddress } from './twenty-ask';
import { setTwentyFields, twentyFields } from './twenty-fields';
import { OBJECTS, removeFrom, targetFilter, twentyItems } from './twenty-items';
import { addTwentyPerson, findTwentyCompanies, findTwentyPeople } from './twenty-records';

const CAPS: Caps = {
  key: 'clientId',
  body: 'markdown',
  maxBody: 100_000,
  maxTitle: 255,
  tasks: true,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
const NONE = '00000000-0000-0000-0000-000000000000';
/** What is read to see whether the key may, and whether links are found as we look for them. */
const READ: Readonly<Record<string, string | undefined>> = {
  people: undefined,
  companies: undefined,
  notes: undefined,
  noteTargets: targetFilter('noteId', NONE),
  tasks: undefined,
  taskTargets: targetFilter('taskId', NONE),
};

/** A workspace of Twenty, wherever it runs. Records take ids of ours, so that the same note is one record however often it is sent. */
export const twentyCrm = defineCrm({
  id: 'twenty',
  name: 'Twenty',
  fields: [
    { name: 'address', label: 'crmAddress', hint: 'crmTwentyAddressHint', kind: 'url', required: true },
    { name: 'token', label: 'crmToken', hint: 'crmTwentyTokenHint', kind: 'secret', required: true },
  ],
  oauth: null,
  hosts: null,
  // The default of its cloud as a user measured it (twentyhq/twenty#14122, August 2026).
  pace: [{ name: 'all', requests: 50, perMs: 60_000 }],
  open(opened) {
    const { address } = opened.settings;
    const ask = twentyAsk(opened);
    const items = twentyItems(ask);
    const pageOf = (object: string, id: string) => twentyPage(address, object, id);
    const fieldsOf = {
      person: remembered(() => twentyFields(ask, 'person')),
      company: remembered(() => twentyFields(ask, 'company')),
      opportunity: remembered(() => twentyFields(ask, 'opportunity')),
    } satisfies Record<RecordKind, unknown>;

    return {
      caps: CAPS,
      async check() {
        const missing: string[] = [];
        for (const [name, filter] of Object.entries(READ)) {
          const query = { limit: 1, filter };
          await ask({ method: 'GET', path: `/${name}`, query, effect: 'read', answer: null }).catch((error) => {
            if (!(error instanceof CrmError) || error.kind !== 'config') throw error;
            missing.push(name);
          });
        }
        await items.learn();
        const origin = workspaceAddress(address);
        const { token = '' } = await opened.secret();
        return { id: workspaceOf(token) ?? origin, name: URL.parse(origin)?.host ?? origin, url: origin, missing };
      },
      fields: async (of) => (await twentyFields(ask, of)).map(({ kept: _, ...field }) => field),
      find: (query) =>
        'domain' in query
          ? findTwentyCompanies(ask, pageOf, query.domain)
          : findTwentyPeople(ask, pageOf, query.emails),
      locate: async ({ kind, key }) => ((await items.isThere(kind, key)) ? { id: key, url: pageOf(kind, key) } : null),
      async put(item, known) {
        await items.put(item, known);
        return { id: item.key, url: pageOf(item.kind, item.key) };
      },
      set: async (on, values) => setTwentyFields(ask, on, values, await fieldsOf[on.kind]()),
      remove: (kind, id) => removeFrom(ask, OBJECTS[kind].path, id),
      addPerson: (person) => addTwentyPerson(ask, pageOf, person),
    };
  },
});

/** The workspace that a key is for stands in the key itself, readable; null when it is of another sort. */
function workspaceOf(token: string): string | null {
  try {
    const { workspaceId } = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString());
    return typeof workspaceId === 'string' ? workspaceId : null;
  } catch {
    return null;
  }
}
