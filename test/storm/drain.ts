import { readFileSync } from 'node:fs';
import { setTimeout as pass } from 'node:timers/promises';
import pg from 'pg';
import { v7 } from 'uuid';
import { memoryStandIn } from '@/server/crm/stand-ins/memory';
import type { TestApi } from '@/server/test-api';
import { aFinished, ask, aTeam, type Team } from '@/server/test-people';
import { startProcess } from './api-process';
import { PACE_MS, WIDER } from './settings';

/** So many records that notes go to in turn: at one record they wait for each other. */
const RECORDS = 500;

/** `share`: of what the vendor allows; `mostInAStretch`: requests that arrived in any stretch of `PACE_MS`. */
export type DrainRow = {
  queued: number;
  seconds: number;
  perSecond: number;
  allowed: number;
  share: number;
  mostInAStretch: number;
  memoryAtFirstMb: number;
  memoryAtMostMb: number;
  otherTeamMs: number;
};

/**
 * Queues deliveries for one account and lets one process send them at the vendor's pace, beside an account that does not
 * answer at all and another team's that gets one note in between.
 */
export async function drain(
  databaseUrl: string,
  queued: number,
  allowed: number,
  say: (line: string) => void,
): Promise<DrainRow> {
  const vendor = await memoryStandIn('a-token');
  const process_ = await startProcess(databaseUrl, {}, { STORM_PACE: String((allowed * PACE_MS) / 1_000 / WIDER) });
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 4 });
  const api = { origin: process_.origin, pool } as unknown as TestApi;
  const busy = await aTeam(api, 'Busy');
  const down = await aTeam(api, 'Down');
  const other = await aTeam(api, 'Other');
  const people = Array.from({ length: RECORDS }, (_, at) =>
    vendor.addPerson({ name: `Ines ${at}`, email: `ines${at}@client.example` }),
  );
  const records = people.map(({ id }) => id);
  const connections = {
    busy: await connected(api, busy, vendor.origin),
    down: await connected(api, down, vendor.origin),
    other: await connected(api, other, vendor.origin),
  };
  await pool.query(`update crm_connection set settings = '{"address": "http://127.0.0.1:1"}' where id = $1`, [
    connections.down,
  ]);
  await queue(pool, down, connections.down, 200, records);
  say('queueing');
  await queue(pool, busy, connections.busy, queued, records);
  // What the queueing itself leaves to the database would be measured otherwise: a gigabyte to write and to look through.
  for (const statement of ['vacuum analyze', 'checkpoint']) await pool.query(statement);
  const before = vendor.requests().length;
  const first = memoryOf(process_.pid);
  let most = first;
  let otherTeamMs = Number.NaN;
  const begun = performance.now();
  for (let told = 0; ; told += 1) {
    const { rows } = await pool.query<{ n: number }>(
      `select count(*)::int as n from crm_delivery where connection_id = $1 and state = 'done'`,
      [connections.busy],
    );
    most = Math.max(most, memoryOf(process_.pid));
    const done = rows[0]?.n ?? 0;
    if (told % 20 === 0) say(`${done} of ${queued}, ${Math.round(memoryOf(process_.pid))} MB`);
    if (Number.isNaN(otherTeamMs) && done > queued / 2)
      otherTeamMs = await oneNote(pool, other, connections.other, records);
    if (done === queued) break;
    await pass(250);
  }
  const times = vendor
    .requests()
    .slice(before)
    .map(({ at }) => at);
  const seconds = ((times.at(-1) ?? 0) - (times[0] ?? 0)) / 1_000;
  const perSecond = times.length / seconds;
  say(`over after ${Math.round((performance.now() - begun) / 1_000)} s`);
  await process_.kill();
  await pool.end();
  await vendor.stop();
  return {
    queued,
    seconds,
    perSecond,
    allowed,
    share: perSecond / allowed,
    mostInAStretch: mostIn(times, PACE_MS),
    memoryAtFirstMb: first,
    memoryAtMostMb: most,
    otherTeamMs,
  };
}

async function connected(api: TestApi, team: Team, address: string): Promise<string> {
  const id = v7();
  const filled = { address, token: 'a-token' };
  const sent = {
    id,
    crm: 'memory-locate',
    name: 'Memory',
    filled,
    consent: false,
    sendFrom: '2026-01-01T00:00:00.000Z',
  };
  const made = await ask(api, team.admin, 'POST', '/api/crm/connections', sent);
  if (made.status !== 201) throw new Error(JSON.stringify(made.body));
  return id;
}

/** Sessions as the API stores them, each with its delivery and a record that somebody chose. */
async function queue(pool: pg.Pool, team: Team, connection: string, count: number, records: string[]): Promise<void> {
  const session = aFinished();
  const chosen = records.map((id) => ({ kind: 'person', id, name: 'Ines', detail: '', url: null }));
  for (let start = 0; start < count; start += 1_000) {
    const ids = Array.from({ length: Math.min(1_000, count - start) }, () => v7());
    const values = [team.id, ids, JSON.stringify(session), connection, JSON.stringify(chosen), team.expert.id];
    await pool.query(
      `with given as (select id, n from unnest($2::uuid[]) with ordinality as t (id, n)), stored as (
         insert into session (team_id, id, expert_id, expert_name, revision, body_hash, client, title, started_at, finished_at,
           playbook_id, playbook_version, decision_reached, document, received_at, shared_from)
         select $1, id, $6, 'Emil', 3, '', 'Client', '', now(), now(), 'diagnostic-sequence', 1, true,
           jsonb_set($3::jsonb, '{id}', to_jsonb(id::text)), now(), now() from given),
       matched as (
         insert into crm_match (team_id, connection_id, key, link, chosen_by, chosen_by_name, chosen_at)
         select $1, $4, 'session:' || id, $5::jsonb -> ((n % jsonb_array_length($5::jsonb))::int), $6, 'Emil', now() from given)
       insert into crm_delivery (team_id, connection_id, session_id, kind, wanted, wanted_revision, state, next_at, changed_at)
       select $1, $4, id, 'note', 'present', 3, 'waiting', now(), now() from given`,
      values,
    );
  }
}

/** How long one note of another team's takes while all that goes on, in milliseconds. */
async function oneNote(pool: pg.Pool, team: Team, connection: string, records: string[]): Promise<number> {
  const begun = performance.now();
  await queue(pool, team, connection, 1, records);
  for (;;) {
    const { rowCount } = await pool.query(`select 1 from crm_delivery where connection_id = $1 and state = 'done'`, [
      connection,
    ]);
    if (rowCount) return performance.now() - begun;
    await pass(10);
  }
}

function mostIn(times: readonly number[], ms: number): number {
  let most = 0;
  for (let from = 0, to = 0; to < times.length; to += 1) {
    while ((times[to] ?? 0) - (times[from] ?? 0) >= ms) from += 1;
    most = Math.max(most, to - from + 1);
  }
  return most;
}

/** Megabytes that a process holds. */
function memoryOf(pid: number): number {
  const [, kb] = /VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8')) ?? [];
  return Number(kb) / 1_024;
}
