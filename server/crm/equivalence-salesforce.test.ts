import { Connection, OAuth2 } from 'jsforce';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Item } from './connector';
import { salesforceCrm } from './connectors/salesforce';
import { createOAuth } from './oauth';
import { plainOutgoing } from './stand-ins/plain-outgoing';
import { headersThatCount, type Recorded, type Recorder, startRecorder } from './stand-ins/recorder';

const TOKEN = '00D-a-token';
const KEY = '3f0c5a3e-54c1-5d1b-9f0e-0d6a8f1c2b77';
const ITEM: Item = {
  kind: 'note',
  key: KEY,
  title: 'Ines & co',
  body: 'They measure it themselves.\nhttps://eitherway.example/sessions/1',
  url: 'https://eitherway.example/sessions/1',
  at: '2026-03-02T10:00:00.000Z',
  minutes: 45,
  due: '2026-04-01',
  links: [
    { kind: 'person', id: '0031' },
    { kind: 'company', id: '0011' },
  ],
};
const TASK: Item = { ...ITEM, kind: 'task', title: 'Send the measurements' };
const LINKS = { WhoId: '0031', WhatId: '0011' };
const NOTE = { Subject: ITEM.title, Description: ITEM.body, ActivityDate: '2026-03-02', ...LINKS };
const STEP = { Subject: TASK.title, Description: ITEM.body, ActivityDate: '2026-04-01', ...LINKS };

/** Headers that differ on every request, and why that is no matter. */
const HEADERS_APART = {
  accept: 'theirs takes any type; ours says JSON, which is what is answered without a word',
  'user-agent': 'theirs is that of its HTTP library; ours says nothing of what runs here',
};

let recorder: Recorder;
/** What the organisation has of our field. */
let field = { externalId: true, unique: true };
/** Whether an upsert is answered as older versions do: without a body. */
let isSilent = false;
beforeAll(async () => {
  recorder = await startRecorder(answerTo, 'authorization', statusOf);
});
afterAll(() => recorder.stop());
beforeEach(() => {
  field = { externalId: true, unique: true };
  isSilent = false;
  recorder.taken();
});

function statusOf({ method, path }: Recorded): number {
  if (method === 'POST') return path.endsWith('/token') ? 200 : 201;
  const isUpsert = path.includes('Eitherway_Key__c');
  return method === 'DELETE' || (method === 'PATCH' && (isSilent || !isUpsert)) ? 204 : 200;
}

function answerTo({ method, path }: Recorded): unknown {
  if (path.endsWith('/userinfo')) return { organization_id: '00D', name: 'Ada' };
  if (path.endsWith('/token'))
    return { access_token: 'new', instance_url: recorder.origin, id: 'https://login.salesforce.com/id/00D/005' };
  if (path.endsWith('/describe'))
    return { fields: [{ name: 'Eitherway_Key__c', label: 'Key', type: 'string', ...field }] };
  if (path.endsWith('/query')) return { totalSize: 0, done: true, records: [] };
  return method === 'GET' ? { Id: '00T1' } : { id: '00T1', success: true, errors: [] };
}

const open = () =>
  salesforceCrm.open({
    settings: { instance: recorder.origin },
    secret: async () => ({ token: TOKEN }),
    renewed: async () => ({ token: TOKEN }),
    outgoing: plainOutgoing,
    origin: recorder.origin,
    now: () => new Date(),
  });
async function ours(): Promise<Connector> {
  const connector = open();
  await connector.check();
  recorder.taken();
  return connector;
}
/** At our version of the API. It repeats only what fails, and nothing fails here. */
const theirs = () => new Connection({ instanceUrl: recorder.origin, accessToken: TOKEN, version: '60.0' });

/** All that came of it, with the headers that have to be equal. */
async function requestsOf(ask: () => PromiseLike<unknown>) {
  await ask();
  return recorder
    .taken()
    .map((each) => ({ ...each, headers: headersThatCount(recorder.headersOf(each), HEADERS_APART) }));
}

type Pair = [string, (mine: Connector) => Promise<unknown>, (conn: Connection) => PromiseLike<unknown>];
const PAIRS: Pair[] = [
  [
    'people by e-mail, their signs kept within quotes',
    (mine) => mine.find({ emails: ["o'hara+x@nordlicht.example", 'ines@nordlicht.example'] }),
    (conn) =>
      conn
        .sobject('Contact')
        .find({ Email: { $in: ["o'hara+x@nordlicht.example", 'ines@nordlicht.example'] } }, [
          'Id',
          'Name',
          'Email',
          'Account.Name',
        ])
        .limit(20)
        .execute(),
  ],
  [
    'a company by domain',
    (mine) => mine.find({ domain: 'nordlicht.example' }),
    (conn) =>
      conn
        .sobject('Account')
        .find({ Website: { $like: '%nordlicht.example%' } }, ['Id', 'Name', 'Website'])
        .limit(20)
        .execute(),
  ],
  [
    'what has our key',
    (mine) => mine.locate(ITEM),
    (conn) => conn.query(`SELECT Id FROM Task WHERE Eitherway_Key__c = '${KEY}' ORDER BY CreatedDate LIMIT 2`),
  ],
  [
    'a new note',
    (mine) => mine.put(ITEM, null),
    (conn) => conn.upsert('Task', { Eitherway_Key__c: KEY, ...NOTE, Status: 'Completed' }, 'Eitherway_Key__c'),
  ],
  ['a changed note', (mine) => mine.put(ITEM, '00T1'), (conn) => change(conn, 'Task', '00T1', NOTE)],
  [
    'a note of nobody in particular any more',
    (mine) => mine.put({ ...ITEM, links: ITEM.links.slice(1), formerLinks: ITEM.links.slice(0, 1) }, '00T1'),
    (conn) => change(conn, 'Task', '00T1', { ...NOTE, WhoId: null }),
  ],
  [
    'a new next step',
    (mine) => mine.put(TASK, null),
    (conn) => conn.upsert('Task', { Eitherway_Key__c: KEY, ...STEP, Status: 'Not Started' }, 'Eitherway_Key__c'),
  ],
  ['a changed next step', (mine) => mine.put(TASK, '00T1'), (conn) => change(conn, 'Task', '00T1', STEP)],
  ['a note taken away', (mine) => mine.remove('note', '00T1'), (conn) => conn.destroy('Task', '00T1')],
  ['a next step taken away', (mine) => mine.remove('task', '00T1'), (conn) => conn.destroy('Task', '00T1')],
  ['fields of a company', (mine) => mine.fields('company'), (conn) => conn.describe('Account')],
  [
    'values of fields',
    (mine) =>
      mine.set({ kind: 'opportunity', id: '0061' }, { Reason__c: 'It costs less.', Decided__c: true, Day__c: null }),
    (conn) => change(conn, 'Opportunity', '0061', { Reason__c: 'It costs less.', Decided__c: true, Day__c: null }),
  ],
];
/** It takes the id out of the record and into the address. */
function change(conn: Connection, type: string, Id: string, values: Record<string, unknown>): Promise<unknown> {
  return conn.update(type, { Id, ...values });
}

describe('our requests to Salesforce are those of jsforce', () => {
  it.each(PAIRS)('%s', async (_name, mine, other) => {
    const connector = await ours();
    const sent = await requestsOf(() => mine(connector));
    expect(sent).toEqual(await requestsOf(() => other(theirs())));
    expect(sent.map(({ headers }) => headers.authorization)).toEqual([`Bearer ${TOKEN}`]);
  });

  it('a new note where our field is a plain one', async () => {
    field = { externalId: false, unique: false };
    const connector = await ours();
    const sent = await requestsOf(() => connector.put(ITEM, null));
    const record = { ...NOTE, Status: 'Completed', Eitherway_Key__c: KEY };
    expect(sent).toEqual(await requestsOf(() => theirs().create('Task', record)));
  });

  it('what became of an upsert without an answer', async () => {
    isSilent = true;
    const connector = await ours();
    const [, sent] = await requestsOf(() => connector.put(ITEM, null));
    const [asked] = await requestsOf(() => theirs().request(`/sobjects/Task/Eitherway_Key__c/${KEY}?fields=Id`));
    expect(sent).toEqual(asked);
  });

  it('whose account it is, and our field', async () => {
    const sent = await requestsOf(() => open().check());
    const conn = theirs();
    const other = await requestsOf(async () => {
      // Its own way to ask whose account it is puts the token into the address; this is where OpenID says it.
      await conn.request(`${recorder.origin}/services/oauth2/userinfo`);
      await conn.describe('Task');
    });
    expect(sent).toEqual(other);
  });

  it('tokens by OAuth with PKCE, asked for, renewed and given back', async () => {
    const redirectUri = 'https://eitherway.example/api/crm/consent';
    const registration = { clientId: 'our-id', clientSecret: 'our-secret' };
    const flow = createOAuth({
      registrations: { salesforce: registration },
      redirectUri,
      outgoingTo: () => plainOutgoing,
      moved: (_definition, url) => url.replace('https://login.salesforce.com', recorder.origin),
      now: () => new Date(),
    });
    const auth = new OAuth2({ ...registration, redirectUri, loginUrl: recorder.origin });
    const first = await requestsOf(() => flow.exchange(salesforceCrm, {}, 'a-code', 'a-verifier'));
    expect(first).toEqual(await requestsOf(() => auth.requestToken('a-code', { code_verifier: 'a-verifier' })));
    const again = await requestsOf(() => flow.refresh(salesforceCrm, {}, { refreshToken: 'newer' }));
    expect(again).toEqual(await requestsOf(() => auth.refreshToken('newer')));
    const [back] = await requestsOf(() => flow.revoke(salesforceCrm, {}, { refreshToken: 'newer' }));
    const [theirBack] = await requestsOf(() => auth.revokeToken('newer'));
    // Ours also says who it is, as RFC 7009 has it.
    const { client_id, client_secret, ...body } = (back?.body ?? {}) as Record<string, string>;
    expect({ client_id, client_secret }).toEqual({ client_id: 'our-id', client_secret: 'our-secret' });
    expect({ ...back, body }).toEqual(theirBack);
  });

  it('and one wrong letter would show', async () => {
    const connector = await ours();
    const sent = await requestsOf(() => connector.put(ITEM, '00T1'));
    const { WhoId, ...others } = NOTE;
    expect(sent).not.toEqual(await requestsOf(() => change(theirs(), 'Task', '00T1', { ...others, WhoIt: WhoId })));
  });
});
