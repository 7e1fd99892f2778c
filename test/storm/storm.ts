import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import type { Session } from '@/lib/session/session';
import type { Fault, StandIn } from '@/server/crm/stand-ins/stand-in';
import type { TestApi } from '@/server/test-api';
import { aDevice, aFinished, ask, aTeam, put, type Team } from '@/server/test-people';
import { type ApiProcess, startProcess } from './api-process';

export type Vendor = { crm: string; standIn: StandIn };
export type StormOptions = {
  databaseUrl: string;
  vendors: readonly Vendor[];
  sessions: number;
  kills: number;
  /** Of requests, at random. */
  failing: number;
  random: () => number;
  say: (line: string) => void;
};
export type StormRow = {
  crm: string;
  sessions: number;
  notes: number;
  twice: number;
  missing: number;
  unlinked: number;
  stale: number;
  requests: number;
};

const PEOPLE = 100;

/**
 * Sends sessions into every stand-in at once, changes a tenth of them on the way, makes requests fail at random, kills the
 * two processes that send, and counts what stands there in the end.
 */
export async function storm(options: StormOptions): Promise<{ rows: StormRow[]; seconds: number; killed: number }> {
  const { databaseUrl, vendors, sessions: count, random, say } = options;
  const origins = Object.fromEntries(vendors.map(({ crm, standIn }) => [crm, standIn.origin]));
  const start = () => startProcess(databaseUrl, origins);
  const running: ApiProcess[] = await Promise.all([start(), start()]);
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  // A request may meet a process that was just killed; it is asked again of another.
  const api = {
    get origin() {
      return running.at(-1)?.origin ?? '';
    },
    pool,
  } as unknown as TestApi;
  const team = await aTeam(api, 'Storm');
  const device = await aDevice(api, team.expert);
  const emails = Array.from({ length: PEOPLE }, (_, at) => `person-${at}@client-${at}.example`);
  for (const { standIn } of vendors)
    for (const [at, email] of emails.entries()) await standIn.addPerson({ name: `Person ${at}`, email });
  await connectAll(api, team, vendors);
  for (const { standIn } of vendors) standIn.faults(() => (random() < options.failing ? anyFault(random) : null));

  const begun = performance.now();
  const sent = new Map<string, Session>();
  let killed = 0;
  const over = new AbortController();
  const killing = (async () => {
    while (killed < options.kills && !over.signal.aborted) {
      await pass(1_000 + random() * 3_000);
      await running.shift()?.kill();
      killed += 1;
      running.push(await start());
    }
  })();
  const store = async (session: Session) => {
    for (let tries = 0; ; tries += 1) {
      const answer = await put(apiNow(), device, session).catch(() => null);
      if (answer && answer.status < 300) break;
      if (tries > 200) throw new Error(`a session could not be stored: ${answer?.status}`);
      await pass(100);
    }
    sent.set(session.id, session);
  };
  for (let at = 0; at < count; at += 1) {
    const session = aFinished();
    const people = session.people.map((person, index) =>
      index === 0 ? { ...person, side: 'client' as const, email: emails[at % PEOPLE] ?? '' } : person,
    );
    await store({ ...session, people, decision: { ...session.decision, nextSteps: [] } });
    if (random() < 0.1) {
      const earlier = [...sent.values()][Math.floor(random() * sent.size)];
      if (earlier)
        await store({
          ...earlier,
          revision: earlier.revision + 1,
          decision: { ...earlier.decision, reason: `Changed: ${v7()}` },
        });
    }
  }
  say(`${count} sessions stored after ${Math.round((performance.now() - begun) / 1_000)} s`);
  await settled(pool, count * vendors.length, say);
  await killing;
  await settled(pool, count * vendors.length, say);
  over.abort();
  const seconds = (performance.now() - begun) / 1_000;
  await Promise.all(running.map((each) => each.kill()));
  await pool.end();
  return {
    rows: await Promise.all(vendors.map(({ crm, standIn }) => countNotes(crm, standIn, sent))),
    seconds,
    killed,
  };

  function apiNow(): TestApi {
    return { ...api, origin: running[Math.floor(random() * running.length)]?.origin ?? '' };
  }
}

async function connectAll(api: TestApi, team: Team, vendors: readonly Vendor[]): Promise<void> {
  for (const { crm, standIn } of vendors) {
    const made = await ask(api, team.admin, 'POST', '/api/crm/connections', {
      id: v7(),
      crm,
      name: crm,
      filled: { ...standIn.settings, ...standIn.secret },
      consent: false,
      sendFrom: '2026-01-01T00:00:00.000Z',
    });
    if (made.status !== 201) throw new Error(`${crm}: ${JSON.stringify(made.body)}`);
  }
}

function anyFault(random: () => number): Fault {
  const faults: Fault[] = [
    { kind: 'cut-before' },
    { kind: 'cut-after' },
    { kind: 'garbage' },
    { kind: 'slow', ms: 1_400 },
    { kind: 'status', status: 429, done: false, headers: { 'retry-after': '1' }, body: '{}' },
    { kind: 'status', status: 500, done: false, body: '{}' },
    { kind: 'status', status: 502, done: true, body: '<html>bad gateway</html>' },
    { kind: 'status', status: 503, done: false, body: '' },
  ];
  return faults[Math.floor(random() * faults.length)] ?? { kind: 'cut-before' };
}

/** Until everything is where it is to be. */
async function settled(pool: pg.Pool, wanted: number, say: (line: string) => void): Promise<void> {
  for (let told = 0; ; told += 1) {
    const { rows } = await pool.query<{ state: string; n: number }>(
      `select state, count(*)::int as n from crm_delivery where kind = 'note' group by state order by state`,
    );
    if (told % 25 === 0) say(rows.map(({ state, n }) => `${state} ${n}`).join(', '));
    if (rows.length === 1 && rows[0]?.state === 'done' && rows[0].n === wanted) return;
    await pass(200);
  }
}

async function countNotes(crm: string, standIn: StandIn, sent: ReadonlyMap<string, Session>): Promise<StormRow> {
  const row = {
    crm,
    sessions: sent.size,
    notes: 0,
    twice: 0,
    missing: 0,
    unlinked: 0,
    stale: 0,
    requests: standIn.requests().length,
  };
  const bySession = Map.groupBy(
    (await standIn.items()).filter(({ kind }) => kind === 'note'),
    ({ body }) => /sessions\/([0-9a-f-]{36})/.exec(body)?.[1] ?? '',
  );
  row.notes = [...bySession.values()].flat().length;
  for (const [id, { decision }] of sent) {
    const [note, ...more] = bySession.get(id) ?? [];
    row.twice += more.length;
    if (!note) row.missing += 1;
    else {
      if (note.links.length === 0 && crm !== 'webhook') row.unlinked += 1;
      const changed = /^Changed: (\S+)/.exec(decision.reason)?.[1];
      if (changed && !note.body.replaceAll('\\', '').includes(changed)) row.stale += 1;
    }
  }
  return row;
}
