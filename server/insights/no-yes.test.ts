import { beforeAll, describe, expect, it, vi } from 'vitest';
import { Category, type Flag } from '@/lib/pitch/flag';
import { Need } from '@/lib/review/review';
import type { Decision, Outcome } from '@/lib/session/decision';
import { aFlag, aNo, aNote, aNotYet, idOf } from '@/test/fixtures';
import { DEFAULT_MAPPING } from '../crm/mapping/mapping';
import { onEachDatabase, type TestApi } from '../test-api';
import { aDevice, ask, aTeam, type Caller, put, SIGNED_OUT, type Team } from '../test-people';
import { aTalk } from './test-talks';
import { type Answer, addressesOf, type Fill, getRoutes, walk } from './walk';

/** The one route that says which way a decision went: of one session, to who may read it. */
const ONE_SESSION = '/api/sessions/:id';

/** The file of all data keeps the words of decisions apart, in groups, in no order: see server/team/export. */
const WHOLE_FILE = '/api/team/export';
const decisionsOf = (file: string) => file.split('\n').filter((line) => line.startsWith('{"kind":"decision"'));
const inOneOrder = (answer: Answer): Answer =>
  answer.address === WHOLE_FILE ? { ...answer, text: answer.text.split('\n').sort().join('\n') } : answer;

const START = new Date('2026-06-01T12:00:00.000Z');

/** Yes and no, in ways that differ in nothing else: as they are, swapped, all the same, and who or when moved. */
const WAYS: Record<string, (which: Outcome, n: number) => Outcome> = {
  swapped: (which) => (which === 'yes' ? 'no' : 'yes'),
  'all yes': () => 'yes',
  'all no': () => 'no',
  'one expert’s yes, the other’s no': (_, n) => (n % 2 === 0 ? 'yes' : 'no'),
  'first yes, later no': (_, n) => (n < 8 ? 'yes' : 'no'),
};
const AS_THEY_ARE: Outcome[] = ['yes', 'no', 'no', 'yes', 'yes', 'yes', 'no', 'yes', 'no', 'no', 'yes'];

/** 11 sessions with a yes or a no, 5 with "not yet", 2 without a decision; two experts, four months. */
function sessionsOf(way: (which: Outcome, n: number) => Outcome) {
  return Array.from({ length: 18 }, (_, n) => {
    const categories: Flag['category'][] = ['pressure', 'quota', 'closing'];
    const answer = n % 3 === 0 ? { kind: 'disputed' as const, reason: 'theirs', at: '2026-02-01T10:00:00.000Z' } : null;
    const flag = aFlag({ id: idOf(5_000 + n), category: categories[n % 3] ?? 'quota', answer });
    return aTalk(`2026-0${1 + Math.floor(n / 5)}-0${1 + (n % 5)}T10:00:00.000Z`, ['problem', 'cost', 'options'], {
      id: idOf(9_000 + n),
      client: { name: `Client ${n % 6}` },
      notes: [aNote({ id: idOf(7_000 + n), flags: [flag] })],
      decision: decisionOf(n, way),
    });
  });
}

function decisionOf(n: number, way: (which: Outcome, n: number) => Outcome): Decision {
  const owner = { side: 'ours' as const, name: 'Tobias' };
  const nextSteps = [{ id: idOf(6_000 + n), text: 'Count the hours', owner, date: '2026-06-15' }];
  if (n >= 16) return aNo({ outcome: null, undecidedReason: 'The time was over.', nextSteps });
  if (n >= AS_THEY_ARE.length) return aNotYet({ lookAgainOn: '2026-04-20', nextSteps });
  return aNo({ outcome: way(AS_THEY_ARE[n] ?? 'no', n), nextSteps });
}

const LISTS = [
  '?limit=4',
  ...['text=yes', 'text=no', 'text=outcome', 'decided=true&limit=100', 'decided=false', 'reviewed=false', 'order=need'],
  ...Need.options.map((need) => `need=${need}`),
  ...Category.options.slice(0, 5).map((category) => `category=${category}`),
].map((query) => `/api/sessions?${query.replace('?', '')}`);
const INSIGHTS = [
  'scope=mine',
  'from=2026-01&to=2026-02',
  'from=2026-04&to=2026-04',
  'playbook=diagnostic-sequence',
].map((query) => `/api/insights?${query}`);

const CLIENTS = Array.from({ length: 6 }, (_, n) => `/api/clients?name=Client%20${n}`);

describe('which way decisions went', () => {
  it('is asked of every GET route: what its parameters stand for is known', () => {
    const fill = fillOf('');
    expect(getRoutes.filter((route) => addressesOf(route, fill) === null)).toEqual([]);
    expect(getRoutes).toContain(ONE_SESSION);
  });

  onEachDatabase((api) => {
    let team: Team;
    let callers: Record<string, Caller>;
    let fill: Fill;
    let usual: Answer[];
    /** What the calendars of an expert and of a lead read. */
    let feeds: string[];
    beforeAll(async () => {
      api.clock.now = START;
      team = await aTeam(api, 'Alpha');
      const { expert, colleague, lead, admin } = team;
      const [device, leadDevice] = await Promise.all([aDevice(api, expert), aDevice(api, lead)]);
      const otherAdmin = (await aTeam(api, 'Beta')).admin;
      callers = { expert, colleague, lead, admin, device, leadDevice, otherAdmin, signedOut: SIGNED_OUT };
      const { body } = await ask(api, admin, 'POST', '/api/invitations', { role: 'expert' });
      fill = fillOf(String(body.link).split('/join/')[1] ?? '');
      await connected(api, team);
      await answeredTalks(api, team);
      const made = [expert, lead].map((who) => ask(api, who, 'POST', '/api/calendar'));
      feeds = (await Promise.all(made)).map((one) => new URL(String(one.body.address)).pathname);
      await walk(api, callers, feeds);
      usual = await answersWith((which) => which);
    });

    /** Everything that anyone is answered when the decisions went this way. Read once before, so that traces of reading are there. */
    async function answersWith(way: (which: Outcome, n: number) => Outcome): Promise<Answer[]> {
      await storeAnew(api, team, sessionsOf(way));
      const addresses = [
        ...getRoutes.flatMap((route) => addressesOf(route, fill) ?? []),
        ...LISTS,
        ...INSIGHTS,
        ...CLIENTS,
        ...feeds,
      ];
      await walk(
        api,
        callers,
        addresses.filter((address) => address.startsWith('/api/sessions/')),
      );
      return walk(api, callers, addresses);
    }

    const ofOneSession = ({ address }: Answer) => /^\/api\/sessions\/[^/?]+$/.test(address);

    it.each(Object.entries(WAYS))(
      'is in no list, figure or file: to the byte the same when they went so: %s',
      async (_, way) => {
        const answers = await answersWith(way);
        expect(answers.length).toBe(usual.length);
        const same = answers
          .map((answer, at) => [answer, usual[at] as Answer] as const)
          .filter(([one]) => !ofOneSession(one));
        for (const [answer, before] of same) expect(inOneOrder(answer)).toEqual(inOneOrder(before));
        expect(answers.filter(ofOneSession)).not.toEqual(usual.filter(ofOneSession));
      },
    );

    it('is read one session at a time, and by nobody who may not read it', () => {
      const outcomes = (answer: Answer) => answer.text.match(/"outcome":(?!true|false)/g)?.length ?? 0;
      expect(
        usual.filter((answer) => outcomes(answer) > (ofOneSession(answer) ? 1 : 0)).map(({ address }) => address),
      ).toEqual([]);
      const readBy = (who: string) => usual.filter((one) => one.who === who && outcomes(one) === 1).length;
      expect(Object.keys(callers).map((who) => [who, readBy(who)])).toEqual([
        ...[
          ['expert', 9],
          ['colleague', 9],
          ['lead', 18],
          ['admin', 18],
        ],
        ...[
          ['device', 9],
          ['leadDevice', 0],
          ['otherAdmin', 0],
          ['signedOut', 0],
        ],
      ]);
    });

    it('is in the file of all data by itself: without whose, with whom, when and in which session', () => {
      const files = usual.filter(({ address, status }) => address === WHOLE_FILE && status === 200);
      expect(files.map(({ who }) => who)).toEqual(['admin', 'otherAdmin']);
      const decisions = files.flatMap(({ text }) => decisionsOf(text));
      expect(decisions).toHaveLength(15);
      for (const line of decisions) expect(line).not.toMatch(/Client|Emil|Cora|Ljerka|Tobias|\d{4}-\d\d|[\da-f]{8}-/);
    });

    it('would be seen here: the lists and figures hold the sessions that they are of', () => {
      const lead = (address: string) => usual.find((one) => one.who === 'lead' && one.address === address)?.text ?? '';
      expect(lead('/api/sessions?decided=true&limit=100').match(/"startedAt"/g)).toHaveLength(16);
      expect(lead('/api/clients?name=Client%201').match(/"startedAt"/g)).toHaveLength(3);
      expect(lead(feeds[1] ?? '').match(/BEGIN:VEVENT/g)).toHaveLength(18);
      expect(lead(feeds[0] ?? '').match(/BEGIN:VEVENT/g)).toHaveLength(9);
      expect(lead('/api/insights/talk')).toContain('"from":"2026-02","to":"2026-02"');
      const { reasoned, lookedAgain } = JSON.parse(lead('/api/insights'));
      expect([reasoned.counted, lookedAgain.counted]).toEqual([
        { part: 15, of: 15 },
        { part: 1, of: 5 },
      ]);
    });
  });
});

/** What stands for parameters. A new route with a parameter that is not of a session's needs a line here. */
function fillOf(invitation: string): Fill {
  return {
    '/api/invitations/:token': [`/api/invitations/${invitation}`],
    '/api/crm/connections/:id/fields/:kind': [`/api/crm/connections/${idOf(8_000)}/fields/person`],
    '/api/crm/connections/:id': [`/api/crm/connections/${idOf(8_000)}`],
    '/api/self-checks/:id/:version': ['/api/self-checks/is-a-talk-worth-it/1'],
    '/api/playbooks/drafts/:id': ['/api/playbooks/drafts/diagnostic-sequence'],
    '/api/playbooks/:id/:version': ['/api/playbooks/diagnostic-sequence/1'],
    '/api/sessions/:id': Array.from({ length: 18 }, (_, n) => `/api/sessions/${idOf(9_000 + n)}`),
  };
}

/** A CRM to which everything is to go and nothing goes: what waits there is in lists too. */
async function connected(api: TestApi, team: Team): Promise<void> {
  await api.pool.query(
    `insert into crm_connection (team_id, id, crm, name, settings, mapping, state, send_from, created_by, created_by_name, created_at)
     values ($1, $2, 'webhook', 'Receiver', '{}', $3, 'paused', '2000-01-01', $4, 'Ada', $5)`,
    [team.id, idOf(8_000), JSON.stringify(DEFAULT_MAPPING), team.admin.id, START],
  );
}

/** Seven clients answered the questions about their talks. */
async function answeredTalks(api: TestApi, team: Team): Promise<void> {
  await api.pool.query(
    `insert into talk_answer select $1, gen_random_uuid(), '2026-02-01', n % 5, 4, 2 from generate_series(1, 7) n`,
    [team.id],
  );
}

/** The sessions of the team as if they had come like this in the first place: the same ids at the same time. */
async function storeAnew(api: TestApi, team: Team, sessions: ReturnType<typeof sessionsOf>): Promise<void> {
  api.clock.now = START;
  await api.pool.query('delete from audit_entry');
  for (const table of ['session', 'session_event', 'session_tombstone', 'crm_delivery'])
    await api.pool.query(`delete from ${table} where team_id = $1`, [team.id]);
  for (const [n, session] of sessions.entries()) {
    const stored = await put(api, n % 2 === 0 ? team.expert : team.colleague, session);
    if (stored.status !== 201) throw new Error(JSON.stringify(stored.body));
  }
  const waiting = () =>
    api.pool.query('select 1 from session_event where team_id = $1 and processed_at is null', [team.id]);
  await vi.waitFor(async () => expect((await waiting()).rowCount).toBe(0), { timeout: 30_000 });
  await api.pool.query(
    `insert into flag_verdict (team_id, session_id, flag_id, by_id, by_name, verdict, reason, at)
     select team_id, session_id, flag_id, $2, 'Lea', 'disagree', '', $3 from session_flag where team_id = $1 and answer = 'disputed'`,
    [team.id, team.lead.id, api.clock.now],
  );
}
