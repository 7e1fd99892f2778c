import { Configuration as Configuration1, NotesApi, OAuth2Configuration, UsersApi } from 'pipedrive/v1';
import {
  ActivitiesApi,
  Configuration as Configuration2,
  DealFieldsApi,
  DealsApi,
  OrganizationsApi,
  PersonsApi,
} from 'pipedrive/v2';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Connector, Item } from './connector';
import { pipedriveCrm } from './connectors/pipedrive';
import { createOAuth } from './oauth';
import { plainOutgoing } from './stand-ins/plain-outgoing';
import { type Recorded, type Recorder, startRecorder } from './stand-ins/recorder';

const TOKEN = 'a-token';
const FIELD = 'a'.repeat(40);
const ITEM: Item = {
  kind: 'note',
  key: '3f0c5a3e-54c1-5d1b-9f0e-0d6a8f1c2b77',
  title: 'Ines & co',
  body: '<p>They measure it themselves.</p>',
  url: 'https://eitherway.example/sessions/1',
  at: '2026-03-02T10:00:00.000Z',
  minutes: 45,
  due: '2026-04-01',
  links: [
    { kind: 'person', id: '11' },
    { kind: 'company', id: '12' },
    { kind: 'opportunity', id: '13' },
  ],
};
const TASK: Item = { ...ITEM, kind: 'task', title: 'Send the measurements' };
const NOTE_BODY = {
  content: '<p><b>Ines &#38; co</b></p><p>They measure it themselves.</p>',
  person_id: 11,
  org_id: 12,
  deal_id: 13,
};
const TASK_BODY = {
  subject: 'Send the measurements',
  note: ITEM.body,
  due_date: '2026-04-01',
  org_id: 12,
  deal_id: 13,
  participants: [{ person_id: 11, primary: true }],
};

let recorder: Recorder;
let connector: Connector;
let v1: Configuration1;
let v2: Configuration2;
beforeAll(async () => {
  recorder = await startRecorder(answerTo, 'x-api-token');
  connector = pipedriveCrm.open({
    settings: { address: recorder.origin },
    secret: async () => ({ token: TOKEN }),
    renewed: async () => ({ token: TOKEN }),
    outgoing: plainOutgoing,
    origin: recorder.origin,
    now: () => new Date(),
  });
  // As its own client puts it together from the host that OAuth names.
  v1 = new Configuration1({ apiKey: TOKEN, basePath: `${recorder.origin}/api/v1` });
  v2 = new Configuration2({ apiKey: TOKEN, basePath: `${recorder.origin}/api/v2` });
});
afterAll(() => recorder.stop());
beforeEach(() => void recorder.taken());

function answerTo({ path, body }: Recorded): unknown {
  if (path === '/oauth/token') return { access_token: 'new', refresh_token: 'newer', expires_in: 3_600 };
  const field = { field_name: 'Reason', field_code: FIELD, field_type: 'varchar', is_custom_field: true };
  const data = path.endsWith('/search')
    ? { items: [] }
    : path.endsWith('Fields')
      ? [field]
      : path.endsWith('/me')
        ? { company_id: 1 }
        : { id: 7, person_id: 11, ...(body as object) };
  return { success: true, data: path.endsWith('notes') && !body ? null : data };
}

/** The one request, or the last of several, that came of it. */
async function lastOf(ask: () => Promise<unknown>): Promise<Recorded | undefined> {
  await ask();
  return recorder.taken().at(-1);
}

type Pair = [string, (ours: Connector) => Promise<unknown>, () => Promise<unknown>];
const PAIRS: Pair[] = [
  [
    'a person by e-mail',
    (ours) => ours.find({ emails: ['ines@nordlicht.example'] }),
    () =>
      new PersonsApi(v2).searchPersons({
        term: 'ines@nordlicht.example',
        fields: 'email',
        exact_match: true,
        limit: 20,
      }),
  ],
  [
    'a company by domain',
    (ours) => ours.find({ domain: 'nordlicht.example' }),
    () =>
      // Its types name one field; its description says that several are separated by commas.
      new OrganizationsApi(v2).searchOrganization({
        term: 'nordlicht.example',
        fields: 'custom_fields,name' as 'name',
        limit: 100,
      }),
  ],
  ['a new note', (ours) => ours.put(ITEM, null), () => new NotesApi(v1).addNote({ AddNoteRequest: NOTE_BODY })],
  [
    'a changed note',
    (ours) => ours.put(ITEM, '7'),
    () => new NotesApi(v1).updateNote({ id: 7, NoteRequest: NOTE_BODY }),
  ],
  ['a note taken away', (ours) => ours.remove('note', '7'), () => new NotesApi(v1).deleteNote({ id: 7 })],
  [
    'notes looked through',
    (ours) => ours.locate({ ...ITEM, links: [{ kind: 'person', id: '11' }] }),
    () => new NotesApi(v1).getNotes({ person_id: 11, start_date: '2026-02-28', limit: 100 }),
  ],
  [
    'a new next step',
    (ours) => ours.put(TASK, null),
    () => new ActivitiesApi(v2).addActivity({ AddActivityRequest: { ...TASK_BODY, type: 'task', done: false } }),
  ],
  [
    'a changed next step',
    (ours) => ours.put(TASK, '7'),
    () => new ActivitiesApi(v2).updateActivity({ id: 7, AddActivityRequest: TASK_BODY }),
  ],
  ['a next step taken away', (ours) => ours.remove('task', '7'), () => new ActivitiesApi(v2).deleteActivity({ id: 7 })],
  [
    'a new person',
    async (ours) => ours.addPerson?.({ name: 'Jo', email: 'jo@x.example' }),
    () =>
      new PersonsApi(v2).addPerson({
        AddPersonRequest: { name: 'Jo', emails: [{ value: 'jo@x.example', primary: true }] },
      }),
  ],
  [
    'fields of an opportunity',
    (ours) => ours.fields('opportunity'),
    () => new DealFieldsApi(v2).getDealFields({ limit: 500 }),
  ],
  [
    'values of fields',
    (ours) => ours.set({ kind: 'opportunity', id: '13' }, { [FIELD]: 'It costs less.' }),
    () =>
      new DealsApi(v2).updateDeal({
        id: 13,
        UpdateDealRequest: { custom_fields: { [FIELD]: 'It costs less.' } },
      }),
  ],
];

describe('our requests to Pipedrive are those of its own client', () => {
  it.each(PAIRS)('%s', async (_name, ours, theirs) => {
    const mine = await lastOf(() => ours(connector));
    expect(mine).toEqual(await lastOf(theirs));
    expect(mine).toMatchObject({ authorization: TOKEN });
  });

  it('who one is', async () => {
    await connector.check();
    const [mine] = recorder.taken();
    expect(mine).toEqual(await lastOf(() => new UsersApi(v1).getCurrentUser()));
  });

  it('tokens by OAuth, asked for and renewed', async () => {
    const redirectUri = 'https://eitherway.example/api/crm/consent';
    const registration = { clientId: 'our-id', clientSecret: 'our-secret' };
    const theirs = new OAuth2Configuration({ ...registration, redirectUri, host: recorder.origin });
    const ours = createOAuth({
      registrations: { pipedrive: registration },
      redirectUri,
      outgoingTo: () => plainOutgoing,
      moved: (_definition, url) => url.replace('https://oauth.pipedrive.com', recorder.origin),
      now: () => new Date(),
    });
    const mine = await lastOf(() => ours.exchange(pipedriveCrm, {}, 'a-code', 'unused'));
    expect(mine).toEqual(await lastOf(() => theirs.authorize('a-code')));
    const again = await lastOf(() => ours.refresh(pipedriveCrm, {}, { refreshToken: 'newer' }));
    expect(again).toEqual(await lastOf(() => theirs.tokenRefresh()));
    expect(again?.body).toEqual({ grant_type: 'refresh_token', refresh_token: 'newer' });
  });

  it('and one wrong letter would show', async () => {
    const mine = await lastOf(() => connector.put(ITEM, null));
    const { person_id, ...others } = NOTE_BODY;
    const wrong = { ...others, persom_id: person_id };
    expect(mine).not.toEqual(await lastOf(() => new NotesApi(v1).addNote({ AddNoteRequest: wrong })));
  });
});
