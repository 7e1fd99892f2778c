import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import type { Item } from './connector';
import { pipedriveCrm } from './connectors/pipedrive';
import { aNote, openAt } from './stand-ins/open-at';
import { openApiProblem } from './stand-ins/openapi-problem';
import { pipedriveStandIn } from './stand-ins/pipedrive';
import { type AskedOf, PIPEDRIVE_REQUESTS, pipedriveProblem } from './stand-ins/pipedrive-requests';
import { plainOutgoing } from './stand-ins/plain-outgoing';

type Check = (asked: AskedOf) => string | null;

const folder = process.env.EITHERWAY_CRM_SPECS ?? join(import.meta.dirname, '../../../shared/crm');
const files = ['v1', 'v2'].map((version) => join(folder, `pipedrive.${version}.yaml`));
const areThere = files.every((file) => existsSync(file));
if (!areThere)
  console.info(`Pipedrive's own files are not in ${folder}; requests are checked by our description alone.`);

/** The vendor's files are not ours to keep: ours is written by hand and always tried, theirs where they are. */
const checks: [string, Check][] = [['our description of it', pipedriveProblem], ...(areThere ? [vendors()] : [])];

function vendors(): [string, Check] {
  const [one, two] = files.map((file, index) =>
    openApiProblem(parse(readFileSync(file, 'utf8')), `/api/v${index + 1}`),
  ) as [Check, Check];
  return ["Pipedrive's own files", (asked) => (asked.path.startsWith('/api/v1/') ? one : two)(asked)];
}

const asked: AskedOf[] = [];
beforeAll(async () => {
  const vendor = await pipedriveStandIn();
  const connector = openAt(pipedriveCrm, vendor, {
    outgoing: (request) => {
      const url = new URL(request.url);
      const query = Object.fromEntries(url.searchParams);
      const body = request.body === undefined ? undefined : JSON.parse(request.body);
      asked.push({ method: request.method, path: url.pathname, query, body });
      return plainOutgoing(request);
    },
  });
  const links = [
    await vendor.addPerson({ name: 'Ines Roth', email: 'ines@nordlicht.example' }),
    await vendor.addCompany({ name: 'Nordlicht', domain: 'nordlicht.example' }),
    vendor.addOpportunity({ name: 'Measuring' }),
  ];
  await connector.check();
  await connector.find({ emails: ['ines@nordlicht.example'] });
  await connector.find({ domain: 'nordlicht.example' });
  await connector.addPerson?.({ name: 'Jo', email: 'jo@nordlicht.example' });
  const task: Partial<Item> = { kind: 'task', due: '2026-04-01' };
  for (const item of [aNote(links), aNote(links, task)]) {
    await connector.locate({ ...item, url: new URL(item.url).pathname });
    const { id } = await connector.put(item, null);
    await connector.put(item, id);
    await connector.remove(item.kind, id);
  }
  for (const link of links) await connector.set(link, { ['a'.repeat(40)]: 'It costs less.', ['b'.repeat(40)]: 'Yes' });
  await vendor.stop();
});

describe.each(checks)('by %s', (_name, problemOf) => {
  it('every request of ours is one that Pipedrive knows', () => {
    expect(asked.length).toBeGreaterThan(20);
    expect(asked.map(problemOf).filter((problem) => problem !== null)).toEqual([]);
  });

  const note = { content: 'x', person_id: 1 };
  it.each<[string, AskedOf]>([
    [
      'a field that is not known',
      { method: 'POST', path: '/api/v1/notes', query: {}, body: { content: 'x', persom_id: 1 } },
    ],
    ['a number as a text', { method: 'POST', path: '/api/v1/notes', query: {}, body: { ...note, person_id: '1' } }],
    ['a note without words', { method: 'POST', path: '/api/v1/notes', query: {}, body: { person_id: 1 } }],
    ['a wrong field of a list', { method: 'GET', path: '/api/v1/notes', query: { persom_id: '1' }, body: undefined }],
    [
      'words where a number is asked',
      { method: 'GET', path: '/api/v1/notes', query: { person_id: 'x' }, body: undefined },
    ],
    [
      'a search without a term',
      { method: 'GET', path: '/api/v2/persons/search', query: { fields: 'email' }, body: undefined },
    ],
    [
      'a search in no field',
      {
        method: 'GET',
        path: '/api/v2/persons/search',
        query: { term: 'ab', fields: 'emial', exact_match: 'true' },
        body: undefined,
      },
    ],
    [
      'a next step with a wrong participant',
      { method: 'POST', path: '/api/v2/activities', query: {}, body: { subject: 'x', participants: [{ person: 1 }] } },
    ],
    ['an address that is not there', { method: 'POST', path: '/api/v2/notes', query: {}, body: note }],
    ['a method that is not there', { method: 'PATCH', path: '/api/v1/notes/1', query: {}, body: note }],
  ])('refuses %s', (_claim, wrong) => expect(problemOf(wrong)).not.toBeNull());
});

it('tries every request that our description names', () => {
  const untried = PIPEDRIVE_REQUESTS.filter(
    ({ method, path }) => !asked.some((each) => each.method === method && path.test(each.path)),
  );
  expect(untried.map(({ method, path }) => `${method} ${path}`)).toEqual([]);
});
