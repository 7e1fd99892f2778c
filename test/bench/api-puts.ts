import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { v7 } from 'uuid';
import { freePort } from '@/server/free-port';
import type { TestApi } from '@/server/test-api';
import { aDevice, type Caller } from '@/server/test-people';
import { aFlag, aNo, aNote, aSession, idOf } from '@/test/fixtures';
import { ROOT, type RunningApi, startApi, until } from '../browser';
import { aTeamAt } from '../browser/team';
import type { Table } from './table';

const CONNECTIONS = 50;
const ROUNDS = 3;
/** Rounds before them that do not count: until then Node compiles what runs often, on either side. */
const WARMING = 3;
/** In all rounds together below what one person may write in a minute. */
const PER_DEVICE = 90;

/**
 * PUT of new sessions of 10 kB from extensions over HTTP at 50 connections, on the embedded database; beside it the least
 * that a PUT can be (see `bare-api`). They take turns.
 */
export async function benchPuts(): Promise<Table> {
  const api = await startApi();
  const bare = await startBare(api);
  const whole: number[] = [];
  const least: number[] = [];
  const seconds = { whole: 0, least: 0 };
  try {
    const devices = (await Promise.all([devicesOf(api, 'One'), devicesOf(api, 'Two')])).flat();
    for (let round = 0; round < WARMING + ROUNDS; round += 1) {
      const theirs = await send(bare.origin, devices);
      const ours = await send(api.origin, devices);
      // What the product does later is over before the bare one has its turn again.
      await until('all that was stored is digested', () => isDone(bare.origin), { timeout: 120_000 });
      if (round < WARMING) continue;
      least.push(...theirs.times);
      whole.push(...ours.times);
      seconds.least += theirs.seconds;
      seconds.whole += ours.seconds;
    }
  } finally {
    await bare.stop();
    await api.stop();
  }
  const rate = { whole: whole.length / seconds.whole, least: least.length / seconds.least };
  return {
    title: 'PUT of new 10 kB sessions (client, both servers and the database on the same cores)',
    columns: ['what', 'sessions', 'connections', 'requests a second', 'of the bare one', 'p50 ms', 'p99 ms'],
    rows: [
      ['bare: who asks and the same insert', ...row(least, rate.least), '', ...percentiles(least)],
      ['stored as the product does', ...row(whole, rate.whole), share(rate), ...percentiles(whole)],
    ],
  };
}

async function isDone(origin: string): Promise<boolean> {
  const { sessions } = (await (await fetch(`${origin}/to-do`)).json()) as { sessions: number };
  return sessions === 0;
}

async function devicesOf(api: RunningApi, name: string): Promise<Caller[]> {
  const team = await aTeamAt(api.origin, name);
  const people = [team.admin, team.lead, team.expert, team.colleague];
  return Promise.all(people.map((person) => aDevice({ origin: api.origin } as TestApi, person)));
}

const row = (times: number[], rate: number) => [times.length, CONNECTIONS, Math.round(rate)];
const share = (rate: { whole: number; least: number }) => `${Math.round((100 * rate.whole) / rate.least)} %`;

function percentiles(times: number[]): number[] {
  const sorted = times.toSorted((a, b) => a - b);
  return [0.5, 0.99].map((part) => Math.round(sorted[Math.floor(sorted.length * part)] ?? 0));
}

async function send(origin: string, devices: Caller[]): Promise<{ times: number[]; seconds: number }> {
  const waiting = devices.flatMap(({ headers }) =>
    Array.from({ length: PER_DEVICE }, () => ({ headers, session: tenKilobytes() })),
  );
  const times: number[] = [];
  const begun = performance.now();
  await Promise.all(
    Array.from({ length: CONNECTIONS }, async () => {
      for (let next = waiting.pop(); next; next = waiting.pop()) {
        const sent = performance.now();
        const answer = await fetch(`${origin}/api/sessions/${next.session.id}`, {
          method: 'PUT',
          headers: { 'content-type': 'application/json', ...next.headers },
          body: JSON.stringify(next.session),
        });
        if (answer.status !== 201) throw new Error(`PUT: ${answer.status} ${await answer.text()}`);
        await answer.arrayBuffer();
        times.push(performance.now() - sent);
      }
    }),
  );
  return { times, seconds: (performance.now() - begun) / 1_000 };
}

function tenKilobytes() {
  const now = new Date().toISOString();
  const text = 'They count the scrap by hand every Friday. '.repeat(170);
  const notes = [aNote({ id: idOf(1), text, flags: [aFlag()], updatedAt: now })];
  return aSession({ id: v7(), notes, decision: aNo(), startedAt: now, updatedAt: now, finishedAt: now });
}

async function startBare(api: RunningApi): Promise<{ origin: string; stop(): Promise<void> }> {
  const port = await freePort();
  const env = { ...process.env, EITHERWAY_DATA: api.data, EITHERWAY_ORIGIN: api.origin, PORT: String(port) };
  const child = spawn(process.execPath, ['--import', 'tsx', 'test/bench/bare-api.ts'], { cwd: ROOT, env });
  child.stderr.on('data', (said) => process.stderr.write(said));
  const origin = `http://127.0.0.1:${port}`;
  await until('the bare server is ready', async () => (await fetch(`${origin}/ready`).catch(() => null))?.ok === true, {
    timeout: 60_000,
  });
  return {
    origin,
    async stop() {
      const over = once(child, 'exit');
      child.kill('SIGTERM');
      await over;
    },
  };
}
