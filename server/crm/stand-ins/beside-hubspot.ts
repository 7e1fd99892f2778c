import { Client } from '@hubspot/api-client';
import type { Connector } from '../connector';
import { hubspotCrm } from '../connectors/hubspot';
import { plainOutgoing } from './plain-outgoing';
import { headersThatCount, type Recorded, startRecorder } from './recorder';

export const TOKEN = 'pat-na1-a-token';

/** Headers that differ on every request, and why that is no matter. */
const HEADERS_APART = {
  accept: 'theirs is content with any type after JSON; ours reads nothing but JSON',
  'user-agent': 'theirs names itself and its version; ours says nothing of what runs here',
};

/** HubSpot's own client and our connector, side by side at a recording server. */
export async function besideHubspot() {
  const account = {
    /** What it has of our property; undefined: it is not there. */
    property: { hasUniqueValue: true } as { hasUniqueValue: boolean } | undefined,
    /** Ids of what is linked to every record. */
    linked: [] as string[],
  };
  const recorder = await startRecorder((request) => answerTo(request, account), 'authorization', statusOf);
  const open = () =>
    hubspotCrm.open({
      settings: {},
      secret: async () => ({ token: TOKEN }),
      renewed: async () => ({ token: TOKEN }),
      outgoing: plainOutgoing,
      origin: recorder.origin,
      now: () => new Date(),
    });
  return {
    account,
    recorder,
    theirs: new Client({ accessToken: TOKEN, basePath: recorder.origin, numberOfApiCallRetries: 0 }),
    open,
    /** What it knows of the account already is not asked again. */
    async ours(): Promise<Connector> {
      const connector = open();
      await connector.check();
      recorder.taken();
      return connector;
    },
    /** All that came of it, with the headers that have to be equal. */
    async requestsOf(ask: () => Promise<unknown>) {
      await ask();
      return recorder.taken().map((each) => ({
        ...each,
        headers: headersThatCount(recorder.headersOf(each), HEADERS_APART),
      }));
    },
  };
}

/** Its client takes no other. */
function statusOf({ method, path }: Recorded): number {
  if (method === 'DELETE') return 204;
  return method === 'POST' && /(objects|properties)\/\w+$/.test(path) ? 201 : 200;
}

function answerTo({ path }: Recorded, { property, linked }: { property: unknown; linked: readonly string[] }): unknown {
  if (path === '/oauth/v1/token') return { access_token: 'new', refresh_token: 'newer', expires_in: 1_800 };
  if (path.startsWith('/account-info')) return { portalId: 4711 };
  if (path.endsWith('/hs_timestamp')) return { name: 'hs_timestamp', groupName: 'notesinformation' };
  if (path.endsWith('/eitherway_key')) return property;
  if (/associations\/(notes|tasks)$/.test(path)) return { results: linked.map((id) => ({ toObjectId: Number(id) })) };
  if (/properties\/\w+$/.test(path)) return { name: 'x', results: [] };
  if (/search$|batch/.test(path)) return { results: [{ id: '7', properties: {} }] };
  return { id: '7', properties: {}, results: [] };
}
