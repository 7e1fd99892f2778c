import * as z from 'zod/mini';
import { type Caps, defineCrm, type Field, type RecordKind } from '../connector';
import { CrmError } from '../crm-error';
import { remembered } from '../remembered';
import { addressOf, pipedriveAsk } from './pipedrive-ask';
import { pipedriveFields, setPipedriveFields } from './pipedrive-fields';
import { ITEM_PATHS, putPipedriveItem } from './pipedrive-items';
import { locatePipedriveItem } from './pipedrive-locate';
import { addPipedrivePerson, findPipedriveCompanies, findPipedrivePeople, idOf, pageOf } from './pipedrive-records';

const CAPS: Caps = {
  key: 'locate',
  body: 'html',
  maxBody: 60_000,
  maxTitle: 255,
  tasks: true,
  kinds: ['person', 'company', 'opportunity'],
  fields: ['person', 'company', 'opportunity'],
};
/** What writing needs, and what is read to see whether it was granted. */
const RIGHTS = [
  { scope: 'contacts:full', path: '/api/v2/persons' },
  { scope: 'deals:full', path: '/api/v2/dealFields' },
  { scope: 'activities:full', path: '/api/v2/activities' },
];

const Me = z.looseObject({
  success: z.literal(true),
  data: z.looseObject({
    company_id: z.union([z.number(), z.string()]),
    company_name: z.nullish(z.string()),
    company_domain: z.nullish(z.string()),
  }),
});

/** Notes are of version 1 of its API, everything else of version 2. Source: Pipedrive's own OpenAPI files and client. */
export const pipedriveCrm = defineCrm({
  id: 'pipedrive',
  name: 'Pipedrive',
  fields: [
    { name: 'address', label: 'crmPipedriveAddress', hint: 'crmPipedriveAddressHint', kind: 'url', required: false },
    { name: 'token', label: 'crmToken', hint: 'crmPipedriveTokenHint', kind: 'secret', required: true },
  ],
  oauth: {
    authorizeUrl: () => 'https://oauth.pipedrive.com/oauth/authorize',
    tokenUrl: () => 'https://oauth.pipedrive.com/oauth/token',
    revokeUrl: () => 'https://oauth.pipedrive.com/oauth/revoke',
    // They are chosen where an app is registered, not when consent is asked for.
    scopes: [],
    pkce: false,
    clientAuth: 'basic',
    defaultLife: 3_600,
    settingsOf: ({ api_domain, scope }) => ({
      ...(typeof api_domain === 'string' && { address: api_domain }),
      ...(typeof scope === 'string' && { scope }),
    }),
  },
  hosts: ['.pipedrive.com'],
  // Its lowest plan by a personal token; searches are counted by themselves too.
  pace: [
    { name: 'all', requests: 20, perMs: 2_000 },
    { name: 'search', requests: 10, perMs: 2_000 },
  ],
  open(opened) {
    const { settings } = opened;
    const ask = pipedriveAsk(opened);
    const address = addressOf(settings.address);
    const fieldsOf: Record<RecordKind, () => Promise<Field[]>> = {
      person: remembered(() => pipedriveFields(ask, 'person')),
      company: remembered(() => pipedriveFields(ask, 'company')),
      opportunity: remembered(() => pipedriveFields(ask, 'opportunity')),
    };

    /** Granted scopes are named by OAuth; by a token it shows in what may be read. */
    async function missingRights(): Promise<string[]> {
      if (settings.scope !== undefined) {
        const granted = settings.scope.split(/[\s,]+/);
        return RIGHTS.map(({ scope }) => scope).filter((scope) => !granted.includes(scope));
      }
      const missing: string[] = [];
      for (const { scope, path } of RIGHTS)
        await ask({ method: 'GET', path, query: { limit: 1 }, effect: 'read', answer: null }).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'config') throw error;
          missing.push(scope);
        });
      return missing;
    }

    return {
      caps: CAPS,
      async check() {
        const { data } = await ask({ method: 'GET', path: '/api/v1/users/me', effect: 'read', answer: Me });
        const url = data.company_domain ? `https://${data.company_domain}.pipedrive.com` : address;
        const name = data.company_name || 'Pipedrive';
        return { id: String(data.company_id), name, url, missing: await missingRights() };
      },
      fields: (of) => pipedriveFields(ask, of),
      find: (query) =>
        'domain' in query
          ? findPipedriveCompanies(ask, address, query.domain)
          : findPipedrivePeople(ask, address, query.emails),
      async locate(sought) {
        const id = await locatePipedriveItem(ask, sought);
        return id === null ? null : { id: String(id), url: pageOf(address, sought.links[0]) };
      },
      async put(item, known) {
        const id = await putPipedriveItem(ask, item, known);
        return { id: String(id), url: pageOf(address, item.links[0]) };
      },
      set: async (on, values) => setPipedriveFields(ask, on, values, await fieldsOf[on.kind]()),
      async remove(kind, id) {
        const path = `${ITEM_PATHS[kind]}/${idOf(id)}`;
        await ask({ method: 'DELETE', path, effect: 'repeatable', answer: null }).catch((error) => {
          if (!(error instanceof CrmError) || error.kind !== 'gone') throw error;
        });
      },
      addPerson: (person) => addPipedrivePerson(ask, address, person),
    };
  },
});
