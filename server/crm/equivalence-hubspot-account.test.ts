import { Client } from '@hubspot/api-client';
import { FilterOperatorEnum } from '@hubspot/api-client/lib/codegen/crm/objects/models/Filter';
import {
  PropertyCreateFieldTypeEnum,
  PropertyCreateTypeEnum,
} from '@hubspot/api-client/lib/codegen/crm/properties/models/PropertyCreate';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector } from './connector';
import { hubspotCrm } from './connectors/hubspot';
import { createOAuth } from './oauth';
import { besideHubspot } from './stand-ins/beside-hubspot';
import { plainOutgoing } from './stand-ins/plain-outgoing';

let beside: Awaited<ReturnType<typeof besideHubspot>>;
beforeAll(async () => {
  beside = await besideHubspot();
});
afterAll(() => beside.recorder.stop());
beforeEach(() => {
  Object.assign(beside.account, { property: { hasUniqueValue: true }, linked: [] });
  beside.recorder.taken();
});

type Pair = [string, (connector: Connector) => Promise<unknown>, () => Promise<unknown>];
const PAIRS: Pair[] = [
  [
    'a person by e-mail',
    (mine) => mine.find({ emails: ['ines+x@nordlicht.example'] }),
    () =>
      beside.theirs.crm.contacts.basicApi.getById(
        'ines+x@nordlicht.example',
        // It repeats the name for each of several; HubSpot's documentation separates them by commas, as we do.
        ['firstname,lastname,email,company'],
        undefined,
        undefined,
        undefined,
        'email',
      ),
  ],
  [
    'a company by domain',
    (mine) => mine.find({ domain: 'nordlicht.example' }),
    () => {
      const filter = { propertyName: 'domain', operator: FilterOperatorEnum.Eq, value: 'nordlicht.example' };
      const properties = ['name', 'domain', 'city'];
      return beside.theirs.crm.objects.searchApi.doSearch('companies', {
        filterGroups: [{ filters: [filter] }],
        properties,
        limit: 20,
      });
    },
  ],
  [
    'values of fields',
    (mine) => mine.set({ kind: 'opportunity', id: '13' }, { reason: 'It costs less.', decided: true, day: null }),
    () =>
      beside.theirs.crm.deals.basicApi.update('13', {
        properties: { reason: 'It costs less.', decided: 'true', day: '' },
      }),
  ],
  [
    'fields of a person',
    (mine) => mine.fields('person'),
    () => beside.theirs.crm.properties.coreApi.getAll('contacts'),
  ],
  [
    'a new person',
    async (mine) => mine.addPerson?.({ name: 'Jo Weiß', email: 'jo@x.example' }),
    () => {
      const properties = { email: 'jo@x.example', firstname: 'Jo', lastname: 'Weiß' };
      return beside.theirs.crm.contacts.batchApi.upsert({
        inputs: [{ id: 'jo@x.example', idProperty: 'email', properties }],
      });
    },
  ],
];

describe("our requests of HubSpot's accounts and records are those of its own client", () => {
  it.each(PAIRS)('%s', async (_name, mine, other) => {
    const connector = await beside.ours();
    expect(await beside.requestsOf(() => mine(connector))).toEqual(await beside.requestsOf(other));
  });

  it('whose account it is, what may be read, and our property where it is not there', async () => {
    beside.account.property = undefined;
    const connector = await beside.ours();
    const mine = await beside.requestsOf(() => connector.check());
    const make = async (type: string) => {
      const { coreApi } = beside.theirs.crm.properties;
      await coreApi.getByName(type, 'eitherway_key').catch(() => {});
      await coreApi.getByName(type, 'hs_timestamp');
      await coreApi.create(type, {
        name: 'eitherway_key',
        label: 'Eitherway key',
        description: 'Keeps what Eitherway wrote from being written twice. Do not change it.',
        groupName: 'notesinformation',
        type: PropertyCreateTypeEnum.String,
        fieldType: PropertyCreateFieldTypeEnum.Text,
        hasUniqueValue: true,
      });
    };
    const other = await beside.requestsOf(async () => {
      for (const type of ['contacts', 'companies', 'deals']) await beside.theirs.crm.objects.basicApi.getPage(type, 1);
      await make('notes');
      await make('tasks');
    });
    // Made, and the answer says nothing of it: that it is unique is not taken for granted.
    expect(mine.filter(({ path }) => !path.startsWith('/account-info'))).toEqual(other);
    expect(connector.caps.key).toBe('locate');
    const [account] = await beside.requestsOf(() => beside.theirs.apiRequest({ path: '/account-info/v3/details' }));
    const [asked] = await beside.requestsOf(() => beside.open().check());
    expect(asked).toEqual(account);
  });

  it('tokens by OAuth, asked for and renewed', async () => {
    const redirectUri = 'https://eitherway.example/api/crm/consent';
    const registration = { clientId: 'our-id', clientSecret: 'our-secret' };
    const flow = createOAuth({
      registrations: { hubspot: registration },
      redirectUri,
      outgoingTo: () => plainOutgoing,
      moved: (_definition, url) => url.replace('https://api.hubapi.com', beside.recorder.origin),
      now: () => new Date(),
    });
    const bare = new Client({ basePath: beside.recorder.origin });
    const tokens = (grant: string, code?: string, uri?: string, refresh?: string) =>
      bare.oauth.tokensApi.create(grant, code, uri, 'our-id', 'our-secret', refresh);
    const first = await beside.requestsOf(() => flow.exchange(hubspotCrm, {}, 'a-code', 'unused'));
    expect(first).toEqual(await beside.requestsOf(() => tokens('authorization_code', 'a-code', redirectUri)));
    const again = await beside.requestsOf(() => flow.refresh(hubspotCrm, {}, { refreshToken: 'newer' }));
    expect(again).toEqual(await beside.requestsOf(() => tokens('refresh_token', undefined, undefined, 'newer')));
  });
});
